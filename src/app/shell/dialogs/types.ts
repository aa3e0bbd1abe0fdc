import type { DialogMore, DialogName } from '../../commands/panes.ts';

export interface OpenDialog {
  readonly dialog: DialogName | 'palette';
  readonly target: string | undefined;
  readonly more?: DialogMore | undefined;
}

export interface DialogProps {
  /** A resource's id, a kind or a file's path; without it, what is selected or active. */
  readonly target: string | undefined;
  readonly more?: DialogMore | undefined;
  readonly onClose: () => void;
}
