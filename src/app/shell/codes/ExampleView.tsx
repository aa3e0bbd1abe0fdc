import { Copy } from 'lucide-react';
import { copyText } from '../../../browser/index.ts';
import { sideOf, type Example } from '../../../checks/index.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Button } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import styles from './ExampleView.module.css';

const SIGNS = { '-': 'wrong', '+': 'mended', ' ': undefined } as const;

/** Files with a problem and the same mended, as one difference; for those who listen, each line says which it is. */
export function ExampleView({ example }: { example: Example }) {
  const session = useSession();
  const mended = Object.values(sideOf(example, '+')).join('---\n');
  const copy = () =>
    copyText(mended).then(
      () =>
        session.dispatch({ type: 'notify', notice: { tone: 'info', title: 'The mended form was copied' } }),
      tellFailure(session, 'Nothing was copied'),
    );
  return (
    <div className={styles.example}>
      {example.map(({ name, lines }) => (
        <figure key={name} className={styles.file}>
          {example.length > 1 && <figcaption>{name}</figcaption>}
          <pre>
            {lines.map(({ sign, text }, index) => (
              // Lines of an example never change places.
              // oxlint-disable-next-line react/no-array-index-key
              <div key={index} data-sign={SIGNS[sign]}>
                <span aria-hidden className={styles.sign}>
                  {sign}
                </span>
                {SIGNS[sign] && <span className="visually-hidden">{SIGNS[sign]}: </span>}
                {text || ' '}
              </div>
            ))}
          </pre>
        </figure>
      ))}
      <Button size="small" className={styles.copy} onClick={() => void copy()}>
        <Copy size={13} aria-hidden /> Copy the mended form
      </Button>
    </div>
  );
}
