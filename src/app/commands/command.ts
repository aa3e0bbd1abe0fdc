import type { Session, SessionState } from '../../session/index.ts';
import type { Panes } from './panes.ts';

export interface CommandContext {
  readonly session: Session;
  readonly panes: Panes;
}

/**
 * Something a person can do. One object serves button, menu, shortcut and palette.
 * `keys` in the form `Mod+Shift+Z` (`Mod` is ⌘ on a Mac, Ctrl elsewhere); several are alternatives.
 */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group:
    | 'Edit'
    | 'View'
    | 'Canvas'
    | 'File'
    | 'Workspace'
    | 'Samples'
    | 'Lessons'
    | 'Presenting'
    | 'Go to'
    | 'Add'
    | 'Help';
  readonly keys?: readonly string[];
  /** True where the shortcut works while typing in a field or in the YAML too. */
  readonly whileTyping?: boolean;
  /** Where it can be done, it goes before this other command, which has the same keys. */
  readonly before?: string;
  /** Shortcut only where this pane has the focus. */
  readonly within?: keyof Panes;
  /** Also where lessons are written, and no workspace is on the screen. */
  readonly everywhere?: boolean;
  /** Absent: always. */
  readonly enabled?: (state: SessionState) => boolean;
  readonly run: (context: CommandContext) => void | Promise<void>;
}
