import { alignLanes, follow, sortLane } from './align.ts';
import { BAND_GAP, depthOf, isStrip, linesOfBands } from './bands.ts';
import { gapBetween, type Box } from './box.ts';
import { partsOf, type Parts } from './clusters.ts';
import { lanesOf } from './lanes.ts';
import { length, lineLength, linesOf, pack, thickness, type Lane } from './lane-lines.ts';
import { roomBetween } from './lane-room.ts';
import { METRICS } from './metrics.ts';
import type { Flow, Topology } from './types.ts';

/**
 * Places every node anew: lanes in order of rank, document order in a lane but for crossings, all centred on one line.
 * Where that would be a strip much wider than a canvas, what hangs together stands in bands of such lanes.
 */
export function layOut(topology: Topology, flow: Flow): readonly Box[] {
  const { boxes, ...made } = lanesOf(topology, flow);
  if (!boxes.length) return [];
  const lanes = made.lanes.map((lane) => [...lane]);
  lanes.forEach((lane) => pack(lane, 0));
  // Down, up and down again; more sweeps change little in graphs as flat as these.
  lanes.slice(1).forEach((lane) => sortLane(lane, 'before'));
  lanes
    .slice(0, -1)
    .reverse()
    .forEach((lane) => sortLane(lane, 'after'));
  lanes.slice(1).forEach((lane) => sortLane(lane, 'before'));

  const parts = isStrip(lanes, flow) ? partsOf(lanes, boxes) : undefined;
  if (parts && parts.clusters.length > 1) stackLanes(bandLines(parts, flow), flow);
  else {
    const line = lineLength(lanes, flow);
    const wrapped = lanes.map((lane) => linesOf(lane, line, flow));
    if (wrapped.every((lines) => lines.length === 1)) alignLanes(lanes);
    stackLanes(wrapped.flat().map(asLine), flow);
  }
  return boxes;
}

/** What stands beside each other, and what is kept free in front of it beyond what lines need. */
interface Line {
  readonly items: Lane;
  readonly apart: number;
}

const asLine = (items: Lane): Line => ({ items, apart: 0 });

/** The lines of a picture in bands: callers and gateways, the bands, collapsed namespaces, what is outside the mesh. */
function bandLines({ front, clusters, closed, outside }: Parts, flow: Flow): readonly Line[] {
  const rest = depthOf([...front, closed, outside]);
  const bands = linesOfBands(clusters, rest, flow);
  const widest = Math.max(...bands.flat().map(length));
  const inLines = (lane: Lane): readonly Lane[] => (lane.length ? linesOf(lane, widest, flow) : []);
  sortLane(outside, 'before');
  const beyond = inLines(outside);
  if (beyond.length === 1) follow(outside);
  const behind = (lines: readonly Lane[]): readonly Line[] =>
    lines.map((items, n) => ({ items, apart: n === 0 ? BAND_GAP : 0 }));
  return [
    ...front.flatMap(inLines).map(asLine),
    ...bands.flatMap((lines, n) => (n === 0 ? lines.map(asLine) : behind(lines))),
    ...behind(inLines(closed)),
    ...beyond.map(asLine),
  ];
}

/** Puts lines behind each other along the flow. */
function stackLanes(lines: readonly Line[], flow: Flow): void {
  const room = roomBetween(
    lines.map(({ items }) => items),
    flow,
  );
  let main = 0;
  let last: Box | undefined;
  lines.forEach(({ items, apart }, index) => {
    const first = items.find(({ box }) => box)?.box ?? undefined;
    if (last && first) {
      const wraps = last.rank === first.rank && !first.node.contents && !apart;
      main += apart + (wraps ? METRICS.wrapGap : gapBetween(last, first)) + (room[index] ?? 0);
    }
    for (const { box, start, middle } of items) {
      if (!box) continue;
      box.main = main;
      box.cross = start + middle - box.crossSize / 2;
    }
    main += thickness(items);
    last = first ?? last;
  });
}
