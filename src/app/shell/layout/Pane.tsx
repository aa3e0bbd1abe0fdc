import type { ReactNode } from 'react';
import { PaneBoundary } from './PaneBoundary.tsx';
import styles from './layout.module.css';

/** One region of the screen: named for those who do not see it, and standing alone if it fails. */
export function Pane({
  title,
  paper = false,
  children,
}: {
  title: string;
  paper?: boolean;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className={paper ? `${styles.pane} ${styles.canvas}` : styles.pane}>
      <PaneBoundary title={title}>{children}</PaneBoundary>
    </section>
  );
}
