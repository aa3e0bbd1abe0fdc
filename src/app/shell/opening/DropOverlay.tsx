import { FileDown } from 'lucide-react';
import styles from './DropOverlay.module.css';

/** Covers the window while files hang over it. */
export function DropOverlay() {
  return (
    <div className={styles.overlay} aria-hidden="true">
      <div className={styles.card}>
        <FileDown size={20} aria-hidden />
        Drop files or folders to open them
      </div>
    </div>
  );
}
