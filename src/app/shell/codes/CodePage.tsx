import { codeInfo, exampleOf, fixesOf, usualEffect, type Code } from '../../../checks/index.ts';
import { Button, SeverityIcon } from '../../controls/index.ts';
import { effectWords, severityWords } from '../../drawer/problems/words.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { ExampleView } from './ExampleView.tsx';
import { suppressing } from './suppressing.ts';
import styles from './CodePage.module.css';

const TOOLS = [
  ['istioctl analyze', 'IST'],
  ['Kiali', 'KIA'],
] as const;

/** What a code means for the cluster and for traffic, how it comes about, how it is mended, and who else calls it what. */
export function CodePage({ code, onClose }: { code: Code; onClose: () => void }) {
  const session = useSession();
  const count = useSessionState(
    ({ analysis }) => analysis.problems.filter((problem) => problem.code === code).length,
  );
  const { title, means, severity, aliases } = codeInfo(code);
  const { word, sentence } = effectWords[usualEffect(code)];
  const example = exampleOf(code);
  const fixes = example ? fixesOf(code, example) : [];
  const showThem = async () => {
    onClose();
    (await import('../../drawer/problems/index.ts')).showProblemsOf(session, code);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
    <article className={styles.page} aria-label={`${code}: ${title}`} tabIndex={0}>
      <h3 className={styles.title}>
        <code>{code}</code> {title}
      </h3>
      <p>{means}</p>
      <p className={styles.effect}>
        <SeverityIcon severity={severity} />
        <span>
          <b>{word}.</b> {sentence}
        </span>
      </p>
      {example && (
        <section>
          <h4>Example, and how to mend it</h4>
          <ExampleView example={example} />
        </section>
      )}
      {fixes.length > 0 && (
        <section>
          <h4>Fixes to press here</h4>
          <ul className={styles.fixes}>
            {fixes.map((fix) => (
              <li key={fix}>{fix}</li>
            ))}
          </ul>
        </section>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>Severity</dt>
          <dd>{severityWords[severity]}</dd>
        </div>
        {TOOLS.map(([tool, start]) => {
          const known = aliases.filter((alias) => alias.startsWith(start));
          return (
            known.length > 0 && (
              <div key={tool}>
                <dt>{tool}</dt>
                <dd>
                  <code>{known.join(', ')}</code>
                </dd>
              </div>
            )
          );
        })}
        <div>
          <dt>In this workspace</dt>
          <dd>
            {count === 0 ? 'not at all' : count === 1 ? 'once' : `${count} times`}
            {count > 0 && (
              <Button size="small" onClick={() => void showThem()}>
                Show {count === 1 ? 'it' : 'them'}
              </Button>
            )}
          </dd>
        </div>
      </dl>
      <section>
        <h4>Not to be told of it</h4>
        <ul className={styles.fixes}>
          {suppressing(code).map(({ where, text }) => (
            <li key={text}>
              {where}: <code>{text}</code>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
