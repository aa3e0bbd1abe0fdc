import type { LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { formatPath, type Path } from '../../../yaml/index.ts';
import styles from './head.module.css';

interface HeadProps {
  /** The name: a label, or a heading. */
  readonly children: ReactNode;
  /** Shown at the end of the line. */
  readonly path?: Path | undefined;
  /** Of a section. */
  readonly large?: boolean;
  /** What can be done, over the path once the pointer or the keyboard is here. */
  readonly tools?: ReactNode;
}

/** The line above an input, a choice or a section. */
export function Head({ children, path, large = false, tools }: HeadProps) {
  return (
    <div className={large ? styles.large : styles.head} data-tools={large ? undefined : ''}>
      {children}
      {path && <code className={styles.path}>{formatPath(path)}</code>}
      {tools && (
        <span className={styles.tools} data-tools>
          {tools}
        </span>
      )}
    </div>
  );
}

interface ToolProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly title: string;
  /** Left out where a second stop at each of many inputs would only slow the keyboard. */
  readonly reachable?: boolean;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** A small button in the line above something. */
export function Tool({ icon: Icon, label, title, reachable = true, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      tabIndex={reachable ? 0 : -1}
      aria-label={label}
      title={title}
      onClick={onClick}
    >
      <Icon size={12} aria-hidden="true" />
    </button>
  );
}
