import type { TopologyEdge } from '../../../topology/index.ts';
import { isWithin } from '../../../yaml/index.ts';
import type { EdgeEnd, Line } from '../state/canvasState.ts';

/** The ends of an edge that can be led elsewhere; none where the edge only follows from what fields say. */
export function movableEnds({ kind, origin, count }: TopologyEdge): readonly EdgeEnd[] {
  const path = origin?.path;
  if (!path || count !== undefined) return [];
  switch (kind) {
    case 'route':
      return path.includes('route') ? BOTH : [];
    case 'mirror':
    case 'delegate':
      return BOTH;
    case 'gateway':
      return isWithin(path, ['spec', 'gateways']) && path.length === 3 ? BOTH : [];
    case 'policy':
      return isWithin(path, ['spec', 'host']) ? ['source'] : [];
    default:
      return [];
  }
}

const BOTH: readonly EdgeEnd[] = ['target', 'source'];

/** The line from an edge's other end, for leading this one elsewhere. */
export function lineFor(edge: TopologyEdge, moves: EdgeEnd): Line {
  const from =
    moves === 'source'
      ? { node: edge.target, row: edge.targetRow }
      : { node: edge.source, row: edge.sourceRow };
  return { from, edge: edge.id, moves };
}
