import { shapeOf, type PlacedTopology, type WayStop } from '../../../topology/index.ts';

export interface StopBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** It is a row with others above or below it. */
  readonly stacked: boolean;
}

/** Where a node or a row stands, in canvas units; undefined where it is not drawn. */
export function boxOf({ nodes, flow }: PlacedTopology, { node: id, row }: WayStop): StopBox | undefined {
  const placed = nodes.find(({ node }) => node.id === id);
  if (!placed) return undefined;
  const { x, y, width, height } = placed;
  const shape = shapeOf(placed.node, flow);
  const box = row === null ? undefined : shape.rows.find((each) => each.id === row);
  if (!box) return { x, y, width, height, stacked: false };
  return {
    x: x + box.x,
    y: y + box.y,
    width: box.width,
    height: box.height,
    stacked: shape.arrangement === 'stack' && shape.rows.length > 1,
  };
}
