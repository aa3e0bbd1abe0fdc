/** The panes that keep their size in pixels; the canvas takes what is left. */
export type SizedPane = 'rail' | 'inspector' | 'yaml' | 'side' | 'drawer';

interface Bounds {
  readonly min: number;
  /** At 1,680 pixels of window and above. */
  readonly usual: number;
  readonly max: number;
}

export const BOUNDS: Record<SizedPane, Bounds> = {
  rail: { min: 184, usual: 208, max: 420 },
  inspector: { min: 272, usual: 348, max: 640 },
  yaml: { min: 300, usual: 430, max: 1200 },
  side: { min: 272, usual: 348, max: 640 },
  drawer: { min: 120, usual: 232, max: 640 },
};

/** The canvas never gets smaller than this, whatever the window does. */
export const CANVAS_MIN = 240;

const DESIGNED_FOR = 1680;

/**
 * The size of a pane that nobody has dragged yet, in pixels, for a window of this width: smaller windows give the side
 * panes less, so that the canvas keeps a useful share.
 */
export function usualSize(pane: SizedPane, windowWidth: number): number {
  const { min, usual } = BOUNDS[pane];
  if (pane === 'drawer') return usual;
  // The shared column stands alone beside the canvas, and its narrowest is what a form needs.
  const share = pane === 'side' ? 0.4 * windowWidth : (usual * windowWidth) / DESIGNED_FOR;
  return Math.round(Math.min(usual, Math.max(min, share)));
}
