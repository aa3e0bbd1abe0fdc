import { X } from 'lucide-react';
import { codeInfo, effectOf, isCode, usualEffect } from '../../../checks/index.ts';
import { panes } from '../../commands/panes.ts';
import { Button, IconButton, SeverityIcon } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { fixAll } from './fixing.ts';
import { howMany } from './howMany.ts';
import { listStore } from './listState.ts';
import { effectWords } from './words.ts';
import styles from './ProblemDetail.module.css';

/** What a code means: for the cluster, for traffic, and under which names other tools know it. */
export function ProblemDetail({ code }: { code: string }) {
  const session = useSession();
  const problems = useSessionState((state) => state.analysis.problems);
  if (!isCode(code)) return null;
  const { title, means, severity, aliases } = codeInfo(code);
  const mine = problems.filter((problem) => problem.code === code);
  const { word, sentence } = effectWords[mine[0] ? effectOf(mine[0]) : usualEffect(code)];
  const fixable = howMany(mine, code);
  const close = () => {
    listStore.set({ explained: null });
    panes.drawer?.focus();
  };
  const named = (tool: string) => aliases.filter((alias) => alias.startsWith(tool));
  const names = [
    ['istioctl analyze', named('IST')],
    ['Kiali', named('KIA')],
  ] as const;

  return (
    <section className={styles.detail} aria-label={`About ${code}`}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <code className={styles.code}>{code}</code> {title}
        </h3>
        <IconButton label="Close the explanation" className={styles.close} onClick={close}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <div className={styles.body}>
        <p>{means}</p>
        <p className={styles.effect}>
          <SeverityIcon severity={mine[0]?.severity ?? severity} />
          <span>
            <b>{word}.</b> {sentence}
          </span>
        </p>
        <dl className={styles.facts}>
          {names.map(
            ([tool, codes]) =>
              codes.length > 0 && (
                <div key={tool}>
                  <dt>{tool}</dt>
                  <dd>
                    <code>{codes.join(', ')}</code>
                  </dd>
                </div>
              ),
          )}
          <div>
            <dt>In this workspace</dt>
            <dd>{mine.length === 1 ? 'once' : `${mine.length} times`}</dd>
          </div>
        </dl>
        <div className={styles.actions}>
          <Button size="small" onClick={() => panes.shell?.openDialog('problem-codes', code)}>
            See an example
          </Button>
          {fixable > 1 && (
            <Button size="small" onClick={() => fixAll(session, code)}>
              Fix all {fixable}
            </Button>
          )}
          <Button
            size="small"
            onClick={() => {
              listStore.set({ filter: 'all', words: code });
            }}
          >
            Show only these
          </Button>
        </div>
      </div>
    </section>
  );
}
