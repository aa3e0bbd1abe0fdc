import { Info } from 'lucide-react';
import { Button } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import styles from './PlainHttpNote.module.css';

/** What a page over plain http:// has to do without, and the ways round; until it was read. Elsewhere nothing. */
export function PlainHttpNote() {
  const session = useSession();
  const read = useSessionState(({ preferences }) => preferences.plainHttpRead);
  if (isSecureContext || read) return null;
  return (
    <aside className={styles.note} aria-label="About this address">
      <Info size={16} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p>
          <strong>This page came over plain http://, and all of it works.</strong> But here the browser does
          not keep it for when the network goes, nor write into folders, nor hand over what was copied
          elsewhere.
        </p>
        <p>
          Open it over https:// or at http://localhost and it can do these too. Or go round: download files,
          and paste with Ctrl+V (⌘V on a Mac).
        </p>
      </div>
      <Button
        size="small"
        onClick={() => session.dispatch({ type: 'prefer', preferences: { plainHttpRead: true } })}
      >
        Understood
      </Button>
    </aside>
  );
}
