/** The panes that keep their size in pixels; the canvas takes what is left. The drawer is another size with the load lab in it. */
export type SizedPane = 'rail' | 'lesson' | 'sheet' | 'inspector' | 'yaml' | 'side' | 'drawer' | 'lab';

interface Bounds {
  readonly min: number;
  /** At 1,680 pixels of window and above. */
  readonly usual: number;
  readonly max: number;
}

export const BOUNDS: Record<SizedPane, Bounds> = {
  rail: { min: 184, usual: 208, max: 420 },
  lesson: { min: 256, usual: 304, max: 560 },
  sheet: { min: 220, usual: 280, max: 640 },
  inspector: { min: 272, usual: 348, max: 640 },
  yaml: { min: 300, usual: 430, max: 1200 },
  side: { min: 272, usual: 348, max: 640 },
  drawer: { min: 120, usual: 232, max: 640 },
  // A form and a chart that stand side by side want more than a list.
  lab: { min: 120, usual: 330, max: 640 },
};

/** The canvas never gets smaller than this, whatever the window does. */
export const CANVAS_MIN = 240;

const DESIGNED_WIDTH = 1680;

/** A window of this height and above has the usual drawer: below, a request's fields and its buttons still have room. */
const LOW = 860;

/**
 * The size of a pane that nobody has dragged yet, in pixels, for a window of this size: smaller windows give the panes
 * around the canvas less, so that it keeps a useful share.
 */
export function usualSize(pane: SizedPane, window: { width: number; height: number }): number {
  const { min, usual } = BOUNDS[pane];
  const share = shareOf(pane, window) * usual;
  return Math.round(Math.min(usual, Math.max(min, share)));
}

function shareOf(pane: SizedPane, { width, height }: { width: number; height: number }): number {
  if (pane === 'drawer' || pane === 'lab' || pane === 'sheet') return height / LOW;
  // The shared column stands where two were: it takes 40 % of the window, while there is so much.
  if (pane === 'side') return (0.4 * width) / BOUNDS.side.usual;
  return width / DESIGNED_WIDTH;
}
