import type { Command } from './command.ts';
import { matches, type KeyPress } from './keys.ts';

/** Where a key was pressed. */
export interface KeyPlace {
  /** In a field or in the YAML, where plain keys are text. */
  readonly typing: boolean;
  /** In a field that undoes its own typing: a filter, a name being written. */
  readonly ownUndo: boolean;
  /** On a button or link, which Enter and Space press. */
  readonly onButton: boolean;
  /** In a dialog or an open menu, whose keys are its own. */
  readonly popup: boolean;
  /** The pane that has the focus, if one has. */
  readonly pane: string | undefined;
}

const HISTORY = new Set(['edit.undo', 'edit.redo']);

/** The command that a key press means here: what belongs to the focused pane goes first. */
export function commandFor(
  commands: readonly Command[],
  press: KeyPress,
  place: KeyPlace,
  mac: boolean,
  isEnabled: (command: Command) => boolean = () => true,
): Command | undefined {
  if (place.popup || (place.onButton && (press.key === 'Enter' || press.key === ' '))) return undefined;
  const fits = commands.filter(
    (command) =>
      command.keys?.some((keys) => matches(keys, press, mac)) === true &&
      (command.within === undefined || command.within === place.pane) &&
      (!place.typing || command.whileTyping === true) &&
      (!place.ownUndo || !HISTORY.has(command.id)),
  );
  return (
    fits.find(({ within }) => within !== undefined) ??
    fits.find((command) => command.before === undefined || isEnabled(command))
  );
}
