import type { Rect } from '../../../topology/index.ts';

/** What is drawn lies in a window larger than the view, so that it need not change with each step of it. */
export interface Near {
  /** The window for a view: the last one as long as the view stays well inside. */
  around(view: Rect): Rect;
}

/** When the view has become so much smaller than its window, the window is made anew: less is drawn. */
const SHRINKS = 2;

/** `margin` is what is added on each side, in widths and heights of the view. */
export function createNear(margin: number): Near {
  let last: Rect | null = null;
  return {
    around(view) {
      const wide = view.width * (1 + 2 * margin);
      if (last && contains(last, view) && last.width <= wide * SHRINKS) return last;
      last = {
        x: view.x - view.width * margin,
        y: view.y - view.height * margin,
        width: wide,
        height: view.height * (1 + 2 * margin),
      };
      return last;
    },
  };
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
