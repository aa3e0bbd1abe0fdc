import { boxAt, boxOf, gapBetween, overlap, type Box } from './box.ts';
import { keepOutside } from './boundary.ts';
import { METRICS } from './metrics.ts';
import { neighboursOf } from './neighbours.ts';
import { ranksOf } from './ranks.ts';
import type { PlacedNode, PlacedTopology, Topology, TopologyNode } from './types.ts';

/**
 * The place of a node that is there no more, for each node that is new: of the same kind and lane, in order. So a
 * resource keeps its place while its name is being typed, which makes another node of it with every letter.
 */
function heirs(topology: Topology, previous: PlacedTopology): ReadonlyMap<string, PlacedNode> {
  const now = new Set(topology.nodes.map((node) => node.id));
  const before = new Set(previous.nodes.map((placed) => placed.node.id));
  const kindOf = (node: TopologyNode): string =>
    `${node.kind} ${node.lane} ${String(node.external === true)}`;
  const left = new Map<string, PlacedNode[]>();
  for (const placed of previous.nodes) {
    if (now.has(placed.node.id)) continue;
    left.set(kindOf(placed.node), [...(left.get(kindOf(placed.node)) ?? []), placed]);
  }
  const inherited = new Map<string, PlacedNode>();
  if (!left.size) return inherited;
  for (const node of topology.nodes) {
    const place = before.has(node.id) ? undefined : left.get(kindOf(node))?.shift();
    if (place) inherited.set(node.id, place);
  }
  return inherited;
}

const centre = (box: Box): number => box.cross + box.crossSize / 2;

/** Where along the flow a new node goes: with the others of its rank, else right behind the rank before it. */
function mainFor(box: Box, wish: number, settled: readonly Box[]): number {
  let nearest: Box | undefined;
  let last: Box | undefined;
  let next: Box | undefined;
  for (const other of settled) {
    if (other.rank === box.rank) {
      if (!nearest || Math.abs(centre(other) - wish) < Math.abs(centre(nearest) - wish)) nearest = other;
    } else if (other.rank < box.rank) {
      if (!last || other.main + other.mainSize > last.main + last.mainSize) last = other;
    } else if (!next || other.main < next.main) next = other;
  }
  if (nearest) return nearest.main;
  if (last) return last.main + last.mainSize + gapBetween(last, box);
  return next ? next.main - box.mainSize - gapBetween(box, next) : 0;
}

/** The free place nearest to the wish, across the flow. */
function crossFor(box: Box, wish: number, settled: readonly Box[]): number {
  const start = wish - box.crossSize / 2;
  const gap = METRICS.nodeGap;
  const blockers = settled
    .filter(
      (other) => other.main < box.main + box.mainSize + gap && box.main < other.main + other.mainSize + gap,
    )
    .sort((a, b) => a.cross - b.cross);
  let best: number | undefined;
  let free = -Infinity;
  for (const edge of [
    ...blockers.map((other) => [other.cross, other.cross + other.crossSize] as const),
    [Infinity, Infinity] as const,
  ]) {
    const [low, high] = [free + gap, edge[0] - gap - box.crossSize];
    if (low <= high) {
      const candidate = Math.min(Math.max(start, low), high);
      if (best === undefined || Math.abs(candidate - start) < Math.abs(best - start)) best = candidate;
    }
    free = Math.max(free, edge[1]);
  }
  return best ?? start;
}

/** Moves what the grown nodes now cover, and what those cover in turn: sideways in their own lane, else along the flow. */
function pushApart(pushers: readonly Box[], boxes: readonly Box[]): void {
  const queue = [...pushers];
  const fixed = new Set(pushers);
  for (let pusher = queue.shift(); pusher; pusher = queue.shift()) {
    for (const box of boxes) {
      if (box === pusher || !overlap(pusher, box)) continue;
      if (fixed.has(box) && !(box.cross > pusher.cross || box.main > pusher.main)) continue;
      if (box.rank === pusher.rank && box.main <= pusher.main + METRICS.wrapGap) {
        box.cross = pusher.cross + pusher.crossSize + METRICS.nodeGap;
      } else box.main = pusher.main + pusher.mainSize + METRICS.wrapGap;
      queue.push(box);
    }
  }
}

/**
 * Places a topology around what stands already: every node that was there keeps its place exactly, unless one that grew
 * or the boundary needs it.
 */
export function settle(topology: Topology, previous: PlacedTopology): readonly Box[] {
  const { flow } = previous;
  const ranks = ranksOf(topology);
  const places = new Map(previous.nodes.map((placed) => [placed.node.id, placed]));
  const inherited = heirs(topology, previous);
  const boxes: Box[] = [];
  const settled: Box[] = [];
  const grown: Box[] = [];
  const fresh: Box[] = [];
  for (const node of topology.nodes) {
    const rank = ranks.get(node.id) ?? 0;
    const place = places.get(node.id) ?? inherited.get(node.id);
    const box = place ? boxAt(place, node, rank, flow) : boxOf(node, rank, flow);
    boxes.push(box);
    if (!place) fresh.push(box);
    else settled.push(box);
    if (place && (place.width < widthOf(box, flow) || place.height < heightOf(box, flow))) grown.push(box);
  }
  pushApart(grown, settled);
  if (fresh.length) {
    const near = neighboursOf(topology);
    const byId = new Map(settled.map((box) => [box.node.id, box]));
    for (const box of fresh) {
      const wish = wishFor(box, near.get(box.node.id) ?? [], byId, settled);
      box.main = mainFor(box, wish, settled);
      box.cross = crossFor(box, wish, settled);
      settled.push(box);
      byId.set(box.node.id, box);
    }
  }
  pushApart(keepOutside(boxes), boxes);
  return boxes;
}

/** The middle of its neighbours; without any, the end of its own lane, else the middle of the picture. */
function wishFor(
  box: Box,
  near: readonly string[],
  byId: ReadonlyMap<string, Box>,
  settled: readonly Box[],
): number {
  const centres = near.flatMap((id) => {
    const other = byId.get(id);
    return other ? [centre(other)] : [];
  });
  if (centres.length) return centres.reduce((a, b) => a + b, 0) / centres.length;
  const own = settled.filter((other) => other.rank === box.rank);
  if (own.length)
    return (
      Math.max(...own.map((other) => other.cross + other.crossSize)) + METRICS.nodeGap + box.crossSize / 2
    );
  const all = settled.map(centre);
  return all.length ? (Math.min(...all) + Math.max(...all)) / 2 : 0;
}

const widthOf = (box: Box, flow: PlacedTopology['flow']): number =>
  flow === 'down' ? box.crossSize : box.mainSize;
const heightOf = (box: Box, flow: PlacedTopology['flow']): number =>
  flow === 'down' ? box.mainSize : box.crossSize;
