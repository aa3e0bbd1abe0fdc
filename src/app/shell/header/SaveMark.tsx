import { useSessionState } from '../../session.tsx';
import styles from './SaveMark.module.css';

const words = {
  saved: 'saved',
  saving: 'saving…',
  unsaved: 'not saved yet',
  failed: 'could not be saved',
} as const;

/** Whether the work is kept. Only a failure is spoken: the rest changes with every key. */
export function SaveMark() {
  const save = useSessionState((state) => state.save);
  const inFolder = useSessionState((state) => state.folder !== null);
  // There what counts is whether it is in the folder; that it is kept here as well is said there.
  if (inFolder && save.kind !== 'failed') return null;
  const detail =
    save.kind === 'failed' ? save.message : 'Your work stays in this browser. Nothing is sent anywhere.';
  return (
    <div className={`${styles.mark} ${styles[save.kind]}`} title={detail}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.words}>
        {words[save.kind]}
        {save.kind === 'saved' && <span className={styles.where}> in this browser</span>}
      </span>
      <span role="alert" className="visually-hidden">
        {save.kind === 'failed' && `Your work could not be saved. ${save.message}`}
      </span>
    </div>
  );
}
