import { CircleAlert } from 'lucide-react';
import { Button } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { openYaml } from './keep.ts';
import { scenarioIn } from './keptText.ts';
import { labStore } from './labStore.ts';
import { runNow } from './running.ts';
import { draftAnew } from './scenario.ts';
import styles from './Lab.module.css';

/** Why there is no run of what the scenario says now; what is shown below is of before. */
export function Faults() {
  const session = useSession();
  const faults = useStore(labStore, (state) => state.faults);
  const refused = useStore(labStore, (state) => state.refused);
  const failed = useStore(labStore, (state) => state.failed);
  const kept = useStore(labStore, (state) => state.kept);
  const file = useSessionState(({ workspace }) => workspace.files.find(({ path }) => path === kept));
  // A file may say something before its scenario begins.
  const before = faults.length && file ? scenarioIn(file.text).line - 1 : 0;
  if (!faults.length && refused === null && failed === null) return null;
  return (
    <div className={styles.faults} role="alert">
      <CircleAlert size={15} aria-hidden />
      <div>
        {failed !== null && (
          <p>
            <b>The load could not be run.</b> {failed}{' '}
            <Button size="small" onClick={() => void runNow(session)}>
              Try again
            </Button>
          </p>
        )}
        {refused !== null && (
          <p>
            <b>The load cannot be run.</b> {refused}{' '}
            {kept === null && (
              <Button size="small" onClick={() => void draftAnew(session)}>
                New draft for these files
              </Button>
            )}
          </p>
        )}
        {faults.map((fault) => (
          <p key={`${fault.from} ${fault.message}`}>
            <b>Line {before + fault.line} of the scenario:</b> {fault.message}{' '}
            {kept !== null && (
              <Button size="small" onClick={() => openYaml(session, fault)}>
                Show
              </Button>
            )}
          </p>
        ))}
      </div>
    </div>
  );
}
