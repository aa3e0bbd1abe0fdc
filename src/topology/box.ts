import { METRICS, shapeOf } from './metrics.ts';
import type { Flow, PlacedNode, TopologyNode } from './types.ts';

/**
 * A node's place, told along the flow (`main`) and across it, so that one layout serves both flows:
 * down, main is y and cross is x; to the right, the other way round.
 */
export interface Box {
  readonly node: TopologyNode;
  readonly rank: number;
  readonly mainSize: number;
  readonly crossSize: number;
  main: number;
  cross: number;
}

export function boxOf(node: TopologyNode, rank: number, flow: Flow): Box {
  const { width, height } = shapeOf(node, flow);
  const down = flow === 'down';
  return { node, rank, mainSize: down ? height : width, crossSize: down ? width : height, main: 0, cross: 0 };
}

export function placedOf(box: Box, flow: Flow): PlacedNode {
  const { width, height } = shapeOf(box.node, flow);
  const [main, cross] = [Math.round(box.main), Math.round(box.cross)];
  return flow === 'down'
    ? { node: box.node, x: cross, y: main, width, height }
    : { node: box.node, x: main, y: cross, width, height };
}

export function boxAt(placed: PlacedNode, node: TopologyNode, rank: number, flow: Flow): Box {
  const box = boxOf(node, rank, flow);
  [box.main, box.cross] = flow === 'down' ? [placed.y, placed.x] : [placed.x, placed.y];
  return box;
}

/** The space between the two, along the flow, that keeps what is outside clear of the mesh boundary. */
export const gapBetween = (a: Pick<Box, 'node'>, b: Pick<Box, 'node'>): number =>
  METRICS.laneGap + (Boolean(a.node.external) === Boolean(b.node.external) ? 0 : METRICS.boundaryPadding);

/** Whether two boxes share ground, `gap` of free space around each counted in. */
export const overlap = (a: Box, b: Box, gap = 0): boolean =>
  a.main < b.main + b.mainSize + gap &&
  b.main < a.main + a.mainSize + gap &&
  a.cross < b.cross + b.crossSize + gap &&
  b.cross < a.cross + a.crossSize + gap;
