/** The one tab stop of the picture. */
export const CANVAS_ID = 'mesh-canvas';

/** Where on the canvas people work by key: on the picture, or in its outline. */
let home: 'picture' | 'outline' = 'picture';

/** The focus is here now: what later takes it away gives it back to here. */
export function workIn(place: typeof home): void {
  home = place;
}

/** Whether people work there by key. */
export const worksIn = (place: typeof home): boolean => home === place;

/** Puts the focus on the picture, where the keys of the canvas work. */
export function focusPicture(): void {
  document.getElementById(CANVAS_ID)?.focus({ preventScroll: true });
}

/** Puts the focus back where people work: on the picture, or on the line of the outline where they were. */
export function focusCanvas(): void {
  const line = document.querySelector<HTMLElement>('[data-outline] [role=treeitem][tabindex="0"]');
  if (home === 'outline' && line) line.focus({ preventScroll: true });
  else focusPicture();
}

/** The id of the element that a node or a row is drawn in, for `aria-activedescendant`. */
export function spotElementId(node: string, row: string | null): string {
  return row === null ? `canvas-node-${node}` : `canvas-row-${node}-${row}`;
}
