import fc from 'fast-check';
import type { Flow, PlacedTopology, Rect } from '../../../topology/index.ts';

/** A window without a map. */
export const pane = { width: 700, height: 730, head: 50, map: null };

/** A picture of boxes without a boundary. */
export const picture = (boxes: readonly Rect[], flow: Flow = 'down'): PlacedTopology => ({
  flow,
  nodes: boxes.map((box, index) => ({
    ...box,
    node: {
      id: String(index),
      kind: 'Service',
      lane: 'host',
      label: '',
      resource: null,
      namespace: '',
      rows: [],
    },
  })),
  edges: [],
  boundary: null,
});
export const one = (x: number, y: number, width: number, height: number) =>
  picture([{ x, y, width, height }]);

const side = fc.integer({ min: 20, max: 400 });
const place = fc.integer({ min: -4000, max: 4000 });
export const anyBox = fc.record({ x: place, y: place, width: side, height: side });
export const anyPicture = fc.array(anyBox, { minLength: 1, maxLength: 12 }).map((boxes) => picture(boxes));
