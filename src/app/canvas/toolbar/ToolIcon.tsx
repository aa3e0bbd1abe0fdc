import type { ReactNode } from 'react';
import { useCommand } from '../../commands/useCommand.ts';
import styles from './Toolbar.module.css';

/** A command of the toolbar with only an icon on it. */
export function ToolIcon({ id, pressed, children }: { id: string; pressed?: boolean; children: ReactNode }) {
  const command = useCommand(id);
  return (
    <button
      type="button"
      className={styles.tool}
      data-icon=""
      aria-label={command.title}
      aria-pressed={pressed}
      aria-keyshortcuts={command.ariaKeys}
      title={command.keys ? `${command.title} (${command.keys})` : command.title}
      onClick={command.run}
    >
      {children}
    </button>
  );
}
