import { Copy } from 'lucide-react';
import { copyText } from '../../../browser/index.ts';
import type { Fix, Problem } from '../../../checks/index.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Button, IconButton, SeverityIcon, type Stop } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { placeOf, problemText, severityWords } from './words.ts';
import styles from './ProblemRow.module.css';

/** One problem: press it to go there, press a fix to mend it. */
export function ProblemRow({
  problem,
  stop,
  onPress,
}: {
  problem: Problem;
  stop: Stop;
  onPress: () => void;
}) {
  const session = useSession();
  const { severity, code, aliases, message, fixes } = problem;
  const apply = ({ operation }: Fix) => session.dispatch({ type: 'operate', operation, origin: 'drawer' });
  const copy = () => copyText(problemText(problem)).catch(tellFailure(session, 'Nothing was copied'));

  return (
    <div className={styles.row}>
      <button type="button" {...stop} className={styles.main} onClick={onPress}>
        <span className={`${styles.severity} ${styles[severity]}`}>
          <SeverityIcon severity={severity} />
          {severityWords[severity]}
        </span>
        <code
          className={styles.code}
          title={aliases.length > 0 ? `Also known as ${aliases.join(', ')}` : undefined}
        >
          {code}
        </code>
        <span className={styles.message}>{message}</span>
        <code className={styles.place}>{placeOf(problem)}</code>
      </button>
      <div className={styles.actions}>
        {fixes.map((fix) => (
          <Button
            key={fix.title}
            size="small"
            className={styles.fix}
            tabIndex={stop.tabIndex}
            onClick={() => apply(fix)}
          >
            {fix.title}
          </Button>
        ))}
        <IconButton
          label="Copy this problem"
          className={styles.copy}
          tabIndex={stop.tabIndex}
          onClick={() => void copy()}
        >
          <Copy size={13} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
