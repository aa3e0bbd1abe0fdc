import { boxOf, type Box } from './box.ts';
import { edgeHandles, handlesOf } from './handles.ts';
import { METRICS, shapeOf } from './metrics.ts';
import { ranksOf } from './ranks.ts';
import type { Flow, NodeHandle, Topology, TopologyEdge, TopologyNode } from './types.ts';

/** What one item of a lane is joined to in another lane: where from its own middle, to where from the other's. */
export interface Link {
  readonly to: Item;
  readonly own: number;
  readonly other: number;
  /** How much room what is written on the edge takes along it. */
  readonly label: number;
}

/** What stands in a lane: a node, or the room that an edge needs to pass between nodes. */
export interface Item {
  readonly box: Box | null;
  readonly lane: number;
  /** Across the flow, with what is kept free at both sides. */
  readonly size: number;
  /** How far the middle of what it holds is from its start. */
  readonly middle: number;
  readonly before: Link[];
  readonly after: Link[];
  /** What it leads to in its own lane: such an edge goes around, behind the lane and in front of it. */
  readonly level: Link[];
  start: number;
}

export const centre = (item: Item): number => item.start + item.middle;

/** Between a node and what stands beside it. */
const MARGIN = METRICS.nodeGap / 2;
/** What a line that passes takes, and every further one. */
const PASS = 10;
const LINE = 7;
/** Lines beside a node that fit between it and its neighbour without more room. */
const FREE_LINES = 2;
/** More room than this for lines beside a node would tear the picture apart. */
const MOST_ROOM = 90;

type Sides = { low: number; high: number };

/** How many lines run beside each node, because its rows are left and reached at its sides. */
function linesBeside(topology: Topology, flow: Flow): ReadonlyMap<string, Sides> {
  const counts = new Map<string, Sides>();
  if (flow === 'right') return counts;
  const stacked = new Set(
    topology.nodes.filter((node) => shapeOf(node, flow).arrangement === 'stack').map((node) => node.id),
  );
  const count = (id: string, side: keyof Sides): void => {
    if (!stacked.has(id)) return;
    const known = counts.get(id) ?? { low: 0, high: 0 };
    known[side]++;
    counts.set(id, known);
  };
  const seen = new Set<string>();
  for (const edge of topology.edges) {
    if (edge.targetRow !== null) count(edge.target, 'low');
    const line = `${edge.source} ${edge.sourceRow ?? ''} ${edge.kind === 'mirror' ? 'mirror' : ''}`;
    if (edge.sourceRow === null || seen.has(`${line} ${edge.target}`)) continue;
    seen.add(`${line} ${edge.target}`);
    count(edge.source, 'high');
  }
  return counts;
}

const roomFor = (lines: number): number => Math.min(MOST_ROOM, Math.max(0, lines - FREE_LINES) * LINE);

/** Where an edge touches a node across the flow, from the node's middle. */
function offsets(topology: Topology, flow: Flow): (edge: TopologyEdge, end: 'source' | 'target') => number {
  const nodes = new Map(topology.nodes.map((node) => [node.id, node]));
  const handles = new Map<string, ReadonlyMap<string, NodeHandle>>();
  const handlesAt = (node: TopologyNode): ReadonlyMap<string, NodeHandle> => {
    let known = handles.get(node.id);
    if (!known) {
      const { width, height } = shapeOf(node, flow);
      known = new Map(handlesOf({ node, x: 0, y: 0, width, height }, flow).map((one) => [one.id, one]));
      handles.set(node.id, known);
    }
    return known;
  };
  return (edge, end) => {
    const node = nodes.get(edge[end]);
    if (!node) return 0;
    const { width, height } = shapeOf(node, flow);
    const ids = edgeHandles(edge);
    const handle = handlesAt(node).get(end === 'source' ? ids.sourceHandle : ids.targetHandle);
    if (!handle) return 0;
    if (flow === 'right') return handle.y - height / 2;
    // Rows that are left and reached at the sides pull a node to neither.
    return handle.position === 'left' || handle.position === 'right' ? 0 : handle.x - width / 2;
  };
}

/** With so many lines passing, nobody follows a single one any more, and room for all would tear the picture apart. */
const MOST_PASSES = 600;

/**
 * The lanes of a picture in the order of the flow, items in document order, each joined to what its edges lead to in the
 * next lanes, and the boxes in the order of the nodes. An edge past a lane has room of its own there, one for all edges
 * of a node; in a crowd none has.
 */
export function lanesOf(
  topology: Topology,
  flow: Flow,
): { readonly lanes: readonly (readonly Item[])[]; readonly boxes: readonly Box[] } {
  const ranks = ranksOf(topology);
  const laneOf = new Map(
    [...new Set(ranks.values())].sort((a, b) => a - b).map((rank, lane) => [rank, lane]),
  );
  const lanes: Item[][] = [...laneOf].map(() => []);
  const beside = linesBeside(topology, flow);
  const items = new Map<string, Item>();
  for (const node of topology.nodes) {
    const rank = ranks.get(node.id) ?? 0;
    const box = boxOf(node, rank, flow);
    const sides = beside.get(node.id) ?? { low: 0, high: 0 };
    const [low, high] = [MARGIN + roomFor(sides.low), MARGIN + roomFor(sides.high)];
    const item: Item = {
      box,
      lane: laneOf.get(rank) ?? 0,
      size: low + box.crossSize + high,
      middle: low + box.crossSize / 2,
      before: [],
      after: [],
      level: [],
      start: 0,
    };
    items.set(node.id, item);
    lanes[item.lane]?.push(item);
  }
  const offset = offsets(topology, flow);
  const ways = topology.edges.flatMap((edge) => {
    const [one, other] = [items.get(edge.source), items.get(edge.target)];
    if (!one || !other) return [];
    const [from, to] = [offset(edge, 'source'), offset(edge, 'target')];
    if (one.lane === other.lane) {
      one.level.push({ to: other, own: from, other: to, label: labelOf(edge) });
      return [];
    }
    return one.lane < other.lane
      ? [{ edge, one, other, from, to }]
      : [{ edge, one: other, other: one, from: to, to: from }];
  });
  const long = ways.reduce((sum, { one, other }) => sum + other.lane - one.lane - 1, 0);
  const hasPasses = long <= MOST_PASSES;
  const passes = new Map<string, Item>();
  for (const { edge, one, other, from, to } of ways) {
    let [last, out] = [one, from];
    const end = hasPasses ? other.lane : one.lane;
    for (let lane = one.lane + 1; lane < end; lane++) {
      const key = `${edge.source}\n${String(lane)}`;
      let pass = passes.get(key);
      if (!pass) {
        pass = { box: null, lane, size: PASS, middle: PASS / 2, before: [], after: [], level: [], start: 0 };
        passes.set(key, pass);
        lanes[lane]?.push(pass);
      }
      join(last, pass, out, 0, 0);
      [last, out] = [pass, 0];
    }
    join(last, other, out, to, labelOf(edge));
  }
  return { lanes, boxes: [...items.values()].flatMap(({ box }) => box ?? []) };
}

/** About as long as what the canvas writes on an edge: share and subset, a mirror's percentage, its TLS mode, signs. */
function labelOf({ kind, weight, percent, tls, count, marks, subset }: TopologyEdge): number {
  const parts = [
    ...(kind === 'mirror' ? [percent === null ? 6 : 10] : []),
    ...(kind === 'delegate' ? [8] : []),
    ...(tls === null ? [] : [tls.length > 6 ? 12 : 6]),
    ...(count === undefined ? [] : [7]),
    ...(weight === null ? [] : [4 + (subset === undefined ? 0 : subset.length + 1)]),
  ];
  if (!parts.length && !marks) return 0;
  return (
    METRICS.pillPadding +
    parts.reduce((sum, part) => sum + part + 2, -2) * METRICS.pillChar +
    (marks?.length ?? 0) * 14
  );
}

function join(one: Item, other: Item, own: number, to: number, label: number): void {
  if (one.box === null && other.box === null && one.after.some((link) => link.to === other)) return;
  one.after.push({ to: other, own, other: to, label });
  other.before.push({ to: one, own: to, other: own, label });
}
