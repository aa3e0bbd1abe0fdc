import type { ChangeSummary } from '../../exchange/index.ts';
import type { RefactorPlan } from '../../operations/index.ts';
import { fileText } from '../../text/index.ts';
import { useSessionState } from '../session.tsx';
import { FileDifference } from '../shell/restore/FileDifference.tsx';
import { ProblemsChanged } from './ProblemsChanged.tsx';
import { ResourcesTold } from './ResourcesTold.tsx';
import { TrafficChanged } from './TrafficChanged.tsx';
import styles from './RefactorDialog.module.css';

/** More than this many files open their lines when they are pressed. */
const OPEN = 4;
/** More than anyone reads before deciding. */
const SHOWN = 60;

const outcomes = { changed: '', added: 'new', removed: 'goes' };

interface RefactorPreviewProps {
  plan: RefactorPlan;
  summary: ChangeSummary;
  /** It is of earlier answers. */
  stale: boolean;
}

/** What a refactoring would do: what it cannot keep, what becomes of requests and problems, and each file line by line. */
export function RefactorPreview({ plan, summary, stale }: RefactorPreviewProps) {
  const now = useSessionState((state) => state.workspace.files);
  const { files, added, removed } = summary;
  if (files.length === 0)
    return (
      <p className={styles.note}>
        As it stands, this changes nothing. Fill in what is asked, and see here what it would do.
      </p>
    );
  return (
    <div className={styles.changes} data-stale={stale || undefined}>
      {plan.warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="What to know first">
          {plan.warnings.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <TrafficChanged plan={plan} />
      <ProblemsChanged plan={plan} />
      <ResourcesTold plan={plan} changed={files} />
      <p className={styles.note}>
        {files.length === 1 ? '1 file' : `${files.length} files`}: +{added} −{removed} lines.
      </p>
      {files.slice(0, SHOWN).map((file) => (
        <FileDifference
          key={file.path}
          file={file}
          before={fileText(now, file.path) ?? ''}
          after={fileText(plan.after.files, file.path) ?? ''}
          startsOpen={files.length <= OPEN}
          words={outcomes}
        />
      ))}
      {files.length > SHOWN && <p className={styles.note}>and {files.length - SHOWN} more files</p>}
    </div>
  );
}
