import type { ReactNode } from 'react';
import styles from './rows.module.css';

/** Offers one more row or item. */
export function AddButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.add} onClick={onClick}>
      {children}
    </button>
  );
}
