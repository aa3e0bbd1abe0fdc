import { shapeOf, METRICS, type RowBox } from './metrics.ts';
import type { Flow, NodeHandle, PlacedNode, TopologyEdge } from './types.ts';

/** The handle of an edge's end: the row's own, or the node's. */
export const handleOf = (end: 'source' | 'target', row: string | null): string => {
  const side = end === 'source' ? 'out' : 'in';
  return row === null ? side : `${side}:${row}`;
};

/** Both handles of an edge, as React Flow wants them. */
export const edgeHandles = (edge: TopologyEdge): { sourceHandle: string; targetHandle: string } => ({
  sourceHandle: handleOf('source', edge.sourceRow),
  targetHandle: handleOf('target', edge.targetRow),
});

function rowHandles(row: RowBox, placed: PlacedNode, sideways: boolean): NodeHandle[] {
  const [entry, exit] = [handleOf('target', row.id), handleOf('source', row.id)];
  if (sideways) {
    const y = row.y + row.height / 2;
    return [
      { id: entry, type: 'target', x: 0, y, position: 'left', length: row.height },
      { id: exit, type: 'source', x: placed.width, y, position: 'right', length: row.height },
    ];
  }
  const x = row.x + row.width / 2;
  return [
    { id: entry, type: 'target', x, y: 0, position: 'top', length: row.width },
    { id: exit, type: 'source', x, y: placed.height, position: 'bottom', length: row.width },
  ];
}

/**
 * Every handle of a node: one in and one out for the node, and for each row. Rows that stand one above the other have
 * theirs at the sides even when the flow runs down, so that it stays visible which row an edge belongs to.
 */
export function handlesOf(placed: PlacedNode, flow: Flow): readonly NodeHandle[] {
  const { arrangement, rows } = shapeOf(placed.node, flow);
  const middle = METRICS.headerHeight / 2;
  const own: NodeHandle[] =
    flow === 'down'
      ? [
          { id: 'in', type: 'target', x: placed.width / 2, y: 0, position: 'top', length: placed.width },
          {
            id: 'out',
            type: 'source',
            x: placed.width / 2,
            y: placed.height,
            position: 'bottom',
            length: placed.width,
          },
        ]
      : [
          { id: 'in', type: 'target', x: 0, y: middle, position: 'left', length: METRICS.headerHeight },
          {
            id: 'out',
            type: 'source',
            x: placed.width,
            y: middle,
            position: 'right',
            length: METRICS.headerHeight,
          },
        ];
  const sideways = flow === 'right' || arrangement === 'stack';
  return [...own, ...rows.flatMap((row) => rowHandles(row, placed, sideways))];
}
