/**
 * Keys that no command has, because they mean the same wherever they are pressed: they belong to lists, rows of buttons,
 * dividers and dialogs, and to walking about the canvas.
 */
export const MOVING: readonly { readonly keys: readonly string[]; readonly what: string }[] = [
  { keys: ['Tab'], what: 'On to the next control' },
  { keys: ['↑', '↓'], what: 'Move in a list or between nodes' },
  { keys: ['Shift+↑', 'Shift+↓'], what: 'Move between the rows of a node' },
  { keys: ['←', '→'], what: 'Move in a row of buttons, a divider that has the focus, or between nodes' },
  { keys: ['Home', 'End'], what: 'To the first or last' },
  { keys: ['Enter', 'Space'], what: 'Press a button, choose, open' },
  { keys: ['Esc'], what: 'Close a menu or dialog, stop a drag' },
];
