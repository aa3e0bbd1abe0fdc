import {
  handleOf,
  handlesOf,
  type Flow,
  type NodeHandle,
  type PlacedNode,
  type PlacedTopology,
  type TopologyEdge,
} from '../../../topology/index.ts';
import type { Rect } from '../flow/view.ts';
import { edgePath, type EdgePath, type Point } from './edgePath.ts';

/** An edge with its way across the canvas. The same object as long as the edge and both its nodes are. */
export interface EdgeLine {
  readonly edge: TopologyEdge;
  readonly path: EdgePath;
  /** What it may be seen in, in canvas units. */
  readonly box: Rect;
  /** The label of the node it leads to. */
  readonly target: string;
}

interface Made {
  readonly source: PlacedNode;
  readonly target: PlacedNode;
  readonly flow: Flow;
  readonly line: EdgeLine;
}

const made = new WeakMap<TopologyEdge, Made>();
const handles = { down: new WeakMap<PlacedNode, Handles>(), right: new WeakMap<PlacedNode, Handles>() };

type Handles = ReadonlyMap<string, NodeHandle>;

/** Room for bows, arrowheads and pills beside the straight way. */
const MARGIN = 100;

/** The ways of all edges. An edge whose end is not placed has none. */
export function edgeLines(placed: PlacedTopology): readonly EdgeLine[] {
  const nodes = new Map(placed.nodes.map((node) => [node.node.id, node]));
  const lines: EdgeLine[] = [];
  for (const edge of placed.edges) {
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    if (!source || !target) continue;
    const known = made.get(edge);
    if (known && known.source === source && known.target === target && known.flow === placed.flow) {
      lines.push(known.line);
      continue;
    }
    const line = edgeLine(edge, source, target, placed.flow);
    made.set(edge, { source, target, flow: placed.flow, line });
    lines.push(line);
  }
  return lines;
}

function edgeLine(edge: TopologyEdge, source: PlacedNode, target: PlacedNode, flow: Flow): EdgeLine {
  const from = endPoint(source, handleOf('source', edge.sourceRow), flow);
  const to = endPoint(target, handleOf('target', edge.targetRow), flow);
  const box = {
    x: Math.min(from.x, to.x) - MARGIN,
    y: Math.min(from.y, to.y) - MARGIN,
    width: Math.abs(from.x - to.x) + 2 * MARGIN,
    height: Math.abs(from.y - to.y) + 2 * MARGIN,
  };
  return { edge, path: edgePath(from, to, flow), box, target: target.node.label };
}

/** Where an edge touches a node; a row that is not drawn has its node's own handle. */
export function endPoint(placed: PlacedNode, handleId: string, flow: Flow): Point {
  let known = handles[flow].get(placed);
  if (!known) {
    known = new Map(handlesOf(placed, flow).map((handle) => [handle.id, handle]));
    handles[flow].set(placed, known);
  }
  const handle = known.get(handleId) ?? known.get(handleId.startsWith('out') ? 'out' : 'in');
  return { x: placed.x + (handle?.x ?? 0), y: placed.y + (handle?.y ?? 0) };
}
