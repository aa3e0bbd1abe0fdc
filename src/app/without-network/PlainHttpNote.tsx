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
          <strong>Everything here works over plain http:// as well, but for two things:</strong> the browser
          does not keep the page for when the network goes, and does not let it read the clipboard.
        </p>
        <p>
          It can do both at an address with https://, or at http://localhost. Until then, paste with Ctrl+V
          (⌘V on a Mac), and download your files before you leave the network.
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
