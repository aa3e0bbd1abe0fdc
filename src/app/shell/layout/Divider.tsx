import { Separator } from 'react-resizable-panels';
import styles from './Divider.module.css';

/** The hairline between two panes; drags, and moves by arrow keys when it has the focus. */
export function Divider({ label, hidden = false }: { label: string; hidden?: boolean }) {
  return (
    <Separator aria-label={label} disabled={hidden} className={hidden ? styles.hidden : styles.divider} />
  );
}
