import type { Point } from '../../../topology/index.ts';

let last: Point = { x: 0, y: 0 };

/** Where the pointer was last on a line, in the page: what is said of the line stands beside it. */
export const pointer = {
  note: ({ clientX, clientY }: { clientX: number; clientY: number }): void => {
    last = { x: clientX, y: clientY };
  },
  last: (): Point => last,
};
