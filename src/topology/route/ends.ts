import { edgeHandles, handlesOf } from '../handles.ts';
import type { Flow, NodeHandle, PlacedNode, TopologyEdge } from '../types.ts';
import type { Obstacle } from './cells.ts';

/** Which side of its node an edge touches: where the flow enters it, where it leaves it, or one across the flow. */
export type Side = 'start' | 'end' | 'low' | 'high';

/** Where an edge touches a node, along the flow and across it. */
export interface End {
  readonly node: number;
  readonly side: Side;
  readonly main: number;
  readonly cross: number;
  /** How far it may be moved along its side and still mean the same row. */
  readonly room: readonly [number, number];
}

/** Whether an end is at a side across the flow: that of a row. */
export const isAcross = ({ side }: End): boolean => side === 'low' || side === 'high';

/** An edge between two placed nodes, with what it shares with others. */
export interface Thread {
  readonly edge: TopologyEdge;
  readonly from: End;
  readonly to: End;
  /** Edges of one net leave one place and look the same: they may run as one line until they part. */
  readonly net: number;
  /** Whether others are of its net, and whether others arrive where it does. */
  readonly parts: boolean;
  readonly meets: boolean;
}

/** The rectangle of a node, as the router sees it. */
export const obstacleOf = ({ x, y, width, height }: PlacedNode, flow: Flow): Obstacle =>
  flow === 'down'
    ? { from: y, to: y + height, low: x, high: x + width }
    : { from: x, to: x + width, low: y, high: y + height };

/** Between lines that leave or reach one handle: at a side that the flow enters or leaves, and at the side of a row. */
const APART = { along: 12, across: 5 };
/** What is kept of a row's side at both ends. */
const INSET = { along: 10, across: 5 };
/** Of a short side no more than so much of it. */
const INSET_SHARE = 0.32;
/** Ends that are so near one line are put on it. */
const NEARLY = 12;
/** Ends that are nearer to each other become one. */
const TOO_NEAR = 4;

const handles = { down: new WeakMap<PlacedNode, Handles>(), right: new WeakMap<PlacedNode, Handles>() };
type Handles = ReadonlyMap<string, NodeHandle>;

function handleAt(placed: PlacedNode, id: string, flow: Flow): NodeHandle | undefined {
  let known = handles[flow].get(placed);
  if (!known) {
    known = new Map(handlesOf(placed, flow).map((handle) => [handle.id, handle]));
    handles[flow].set(placed, known);
  }
  // A row that is not drawn has its node's own handle.
  return known.get(id) ?? known.get(id.startsWith('out') ? 'out' : 'in');
}

/** Rows of these are both reached and left: the one at the low side, the other at the high. Others face what they lead to. */
const BOTH_WAYS = new Set(['host', 'destinationrule']);

function sideOf(handle: NodeHandle, placed: PlacedNode, other: PlacedNode, flow: Flow): Side {
  const upright = handle.position === 'top' || handle.position === 'bottom';
  if (flow === 'right' || upright) return handle.type === 'source' ? 'end' : 'start';
  if (BOTH_WAYS.has(placed.node.lane)) return handle.type === 'source' ? 'high' : 'low';
  return other.x + other.width / 2 < placed.x + placed.width / 2 ? 'low' : 'high';
}

function endAt(index: number, placed: PlacedNode, other: PlacedNode, handle: NodeHandle, flow: Flow): End {
  const side = sideOf(handle, placed, other, flow);
  const box = obstacleOf(placed, flow);
  const [x, y] = [placed.x + handle.x, placed.y + handle.y];
  const [main, cross] = flow === 'down' ? [y, x] : [x, y];
  const half = handle.length / 2;
  if (side === 'start' || side === 'end') {
    const inset = Math.min(half * INSET_SHARE, INSET.along);
    const room = [cross - half + inset, cross + half - inset] as const;
    return { node: index, side, main: side === 'start' ? box.from : box.to, cross, room };
  }
  const room = [main - half + INSET.across, main + half - INSET.across] as const;
  return { node: index, side, main, cross: side === 'low' ? box.low : box.high, room };
}

/** Moved along its side, as far as there is room. */
function moved(end: End, by: number): End {
  const put = (place: number): number => Math.min(Math.max(place + by, end.room[0]), end.room[1]);
  return end.side === 'start' || end.side === 'end'
    ? { ...end, cross: put(end.cross) }
    : { ...end, main: put(end.main) };
}

/** How far the n-th of some stands from the middle of their handle. */
function offset(end: End, n: number, count: number): number {
  if (count < 2) return 0;
  const apart = end.side === 'start' || end.side === 'end' ? APART.along : APART.across;
  return (n - (count - 1) / 2) * Math.min(apart, (end.room[1] - end.room[0]) / (count - 1));
}

/** How an edge looks, as far as lines of another look may not run as one with it. */
export const lookOf = ({ kind, dangling, missing }: TopologyEdge): string =>
  `${kind === 'mirror' ? 'mirror' : ''} ${dangling ? (missing ?? 'missing') : ''}`;

/** Edges of one row, with what tells their lines apart. */
interface Bundle {
  /** The looks of its lines, each with how many of them lead side by side to one place. */
  readonly nets: string[];
  /** How many of its edges lead to each place, and how many of these have had their turn. */
  readonly twins: Map<string, Twins>;
}

interface Twins {
  count: number;
  turn: number;
}

const placeKey = (target: number, row: string | null): string => `${String(target)} ${row ?? ''}`;

/**
 * Every edge between placed nodes, with its two ends: those of one row to one other place side by side, and so are lines
 * of one row that look different; all others of a row share its handle.
 */
export function threadsOf(
  nodes: readonly PlacedNode[],
  edges: readonly TopologyEdge[],
  flow: Flow,
): readonly Thread[] {
  const indexes = new Map(nodes.map((placed, index) => [placed.node.id, index]));
  const known = edges.flatMap((edge) => {
    const [a, b] = [indexes.get(edge.source), indexes.get(edge.target)];
    return a === undefined || b === undefined ? [] : [{ edge, a, b }];
  });
  const bundles = nodes.map(() => new Map<string | null, Bundle>());
  for (const { edge, a, b } of known) {
    const bundle = bundles[a]?.get(edge.sourceRow) ?? { nets: [], twins: new Map<string, Twins>() };
    bundles[a]?.set(edge.sourceRow, bundle);
    const place = placeKey(b, edge.targetRow);
    const twin = bundle.twins.get(place);
    if (twin) twin.count++;
    else bundle.twins.set(place, { count: 1, turn: 0 });
  }
  const turns = known.map(({ edge, a, b }) => {
    const bundle = bundles[a]?.get(edge.sourceRow);
    const twin = bundle?.twins.get(placeKey(b, edge.targetRow));
    const [n, count] = [twin ? twin.turn++ : 0, twin?.count ?? 1];
    const look = `${lookOf(edge)}${String(n)}`;
    if (bundle && !bundle.nets.includes(look)) bundle.nets.push(look);
    return { bundle, n, count, net: bundle?.nets.indexOf(look) ?? 0 };
  });
  const names = new Map<Bundle, Map<string, number>>();
  let nets = 0;
  const arrived: End[][] = nodes.map(() => []);
  const [inNet, inEnd] = [new Map<number, number>(), new Map<End, number>()];
  const threads: Omit<Thread, 'parts' | 'meets'>[] = [];
  known.forEach(({ edge, a, b }, index) => {
    const turn = turns[index];
    const [one, other] = [nodes[a], nodes[b]];
    if (!one || !other || !turn?.bundle) return;
    const ids = edgeHandles(edge);
    const [out, into] = [handleAt(one, ids.sourceHandle, flow), handleAt(other, ids.targetHandle, flow)];
    if (!out || !into) return;
    const start = endAt(a, one, other, out, flow);
    const stop = endAt(b, other, one, into, flow);
    const from = moved(start, offset(start, turn.net, turn.bundle.nets.length));
    const to = merged(aligned(moved(stop, offset(stop, turn.n, turn.count)), from), arrived[b] ?? []);
    const named = names.get(turn.bundle) ?? new Map<string, number>();
    names.set(turn.bundle, named);
    const name = `${String(turn.net)}${from.side}`;
    const net = named.get(name) ?? nets++;
    named.set(name, net);
    inNet.set(net, (inNet.get(net) ?? 0) + 1);
    inEnd.set(to, (inEnd.get(to) ?? 0) + 1);
    threads.push({ edge, from, to, net });
  });
  return threads.map((thread) => ({
    ...thread,
    parts: (inNet.get(thread.net) ?? 0) > 1,
    meets: (inEnd.get(thread.to) ?? 0) > 1,
  }));
}

/** Whether two threads begin and end at the same places, and share these with others alike. */
export const sameEnds = (one: Thread, other: Thread): boolean =>
  sameEnd(one.from, other.from) &&
  sameEnd(one.to, other.to) &&
  one.parts === other.parts &&
  one.meets === other.meets;

const sameEnd = (one: End, other: End): boolean =>
  one.side === other.side && one.main === other.main && one.cross === other.cross;

/** On one line with the other end, where that is nearly so already: a line with a dent says nothing. */
function aligned(end: End, other: End): End {
  const off = Math.abs(end.cross - other.cross);
  if (isAcross(end) || isAcross(other) || off === 0 || off > NEARLY) return end;
  return other.cross >= end.room[0] && other.cross <= end.room[1] ? { ...end, cross: other.cross } : end;
}

/** Where others arrive already, if that is so near that the lines would be hard to tell apart: then they rather meet. */
function merged(end: End, arrived: End[]): End {
  const near = arrived.find(
    (other) =>
      other.side === end.side &&
      Math.abs(other.cross - end.cross) < TOO_NEAR &&
      Math.abs(other.main - end.main) < TOO_NEAR,
  );
  if (near) return near;
  arrived.push(end);
  return end;
}
