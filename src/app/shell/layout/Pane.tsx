import type { ReactNode } from 'react';
import type { Panes } from '../../commands/panes.ts';
import { PaneBoundary } from './PaneBoundary.tsx';
import styles from './layout.module.css';

interface PaneProps {
  /** By this name commands know in which pane the focus is. */
  name: keyof Panes;
  title: string;
  /** On the canvas's ground instead of a panel's. */
  paper?: boolean;
  children: ReactNode;
}

/** One region of the screen: named for those who do not see it, and standing alone if it fails. */
export function Pane({ name, title, paper = false, children }: PaneProps) {
  return (
    <section
      data-pane={name}
      // So that a pane without anything that takes the keyboard can still be gone to.
      tabIndex={-1}
      aria-label={title}
      className={paper ? `${styles.pane} ${styles.canvas}` : styles.pane}
    >
      <PaneBoundary title={title}>{children}</PaneBoundary>
    </section>
  );
}
