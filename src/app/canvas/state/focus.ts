/** The one tab stop of the canvas. */
export const CANVAS_ID = 'mesh-canvas';

/** Puts the focus on the picture, where the keys of the canvas work. */
export function focusCanvas(): void {
  document.getElementById(CANVAS_ID)?.focus({ preventScroll: true });
}

/** The id of the element that a node or a row is drawn in, for `aria-activedescendant`. */
export function spotElementId(node: string, row: string | null): string {
  return row === null ? `canvas-node-${node}` : `canvas-row-${node}-${row}`;
}
