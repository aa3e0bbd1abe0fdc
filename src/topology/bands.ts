import { alignLanes } from './align.ts';
import type { Cluster } from './clusters.ts';
import { length, lineLength, linesOf, pack, thickness, type Lane } from './lane-lines.ts';
import { METRICS } from './metrics.ts';
import type { Flow } from './types.ts';

/** A picture's lanes one below the other, of the clusters that stand beside each other. */
interface Band {
  readonly clusters: readonly Block[];
  readonly cross: number;
}

/** A cluster as it stands by itself: its chains straight, beginning at 0 across. */
interface Block extends Cluster {
  readonly cross: number;
}

/** Pictures no wider than this across the flow stay in one band: all their names can be read at once. */
const ROOMY: Readonly<Record<Flow, number>> = { down: 1800, right: 1200 };
/** Bands are no shorter than this about; where a cluster alone is longer than the most, each lane wraps by itself. */
const LEAST: Readonly<Record<Flow, number>> = { down: 1000, right: 700 };
const MOST: Readonly<Record<Flow, number>> = { down: 6000, right: 3200 };
/** The shape aimed at, across to along the flow: that of the canvas that a flow is for. */
const SHAPE: Readonly<Record<Flow, number>> = { down: 1.25, right: 1 / METRICS.aspect };
/** A picture is left in one band until its shape is so far from that. */
const FAR = 1.6;

/** What is between bands beyond what is between lanes, so that each is seen as one. */
export const BAND_GAP = 36;

/** About how much lanes take along the flow. */
export const depthOf = (lanes: readonly Lane[]): number =>
  lanes.reduce((sum, lane) => sum + (lane.length ? thickness(lane) + METRICS.laneGap : 0), 0);

/** Whether lanes as long as these are better seen in several bands. */
export function isStrip(lanes: readonly Lane[], flow: Flow): boolean {
  const across = Math.max(...lanes.map(length));
  return across > ROOMY[flow] && across / depthOf(lanes) > SHAPE[flow] * FAR;
}

function blockOf({ lanes }: Cluster): Block {
  lanes.forEach((lane) => pack(lane, 0));
  alignLanes(lanes);
  const items = lanes.flat();
  const low = items.reduce((least, { start }) => Math.min(least, start), Infinity);
  const high = items.reduce((most, { start, size }) => Math.max(most, start + size), -Infinity);
  for (const item of items) item.start -= low;
  return { lanes, cross: high - low };
}

const merged = (clusters: readonly Cluster[]): readonly Lane[] =>
  (clusters[0]?.lanes ?? []).map((_, index) => clusters.flatMap(({ lanes }) => lanes[index] ?? []));

/** Clusters in so many bands, about as long as each other. */
function bandsOf(blocks: readonly Block[], count: number): readonly Band[] {
  const each = blocks.reduce((sum, { cross }) => sum + cross, 0) / count;
  const bands: { clusters: Block[]; cross: number }[] = [];
  let end = 0;
  for (const block of blocks) {
    // A cluster belongs to the band that its middle is in.
    if (!bands.length || end + block.cross / 2 > each * bands.length) bands.push({ clusters: [], cross: 0 });
    const band = bands.at(-1);
    band?.clusters.push(block);
    if (band) band.cross += block.cross;
    end += block.cross;
  }
  return bands;
}

/** The bands that come nearest to the shape aimed at, beside what the rest of the picture takes along the flow. */
function bestBands(blocks: readonly Block[], rest: number, flow: Flow): readonly Band[] {
  const whole = blocks.reduce((sum, { cross }) => sum + cross, 0);
  const most = Math.max(1, Math.floor(whole / LEAST[flow]));
  let best: readonly Band[] = [];
  let least = Infinity;
  for (let count = 1; count <= most; count = Math.max(count + 1, Math.round(count * 1.1))) {
    const bands = bandsOf(blocks, count);
    const across = Math.max(...bands.map(({ cross }) => cross));
    const along = bands.reduce((sum, { clusters }) => sum + depthOf(merged(clusters)) + BAND_GAP, rest);
    const off = Math.abs(Math.log(across / along / SHAPE[flow]));
    if (off < least) [best, least] = [bands, off];
  }
  return best;
}

/**
 * The lines of lanes of all bands, in the order of the flow: clusters stand beside each other whole, as many as suit a
 * picture of a canvas's shape. `rest` is what else the picture holds along the flow.
 */
export function linesOfBands(
  clusters: readonly Cluster[],
  rest: number,
  flow: Flow,
): readonly (readonly Lane[])[] {
  return bestBands(clusters.map(blockOf), rest, flow).map((band) => {
    const lanes = merged(band.clusters).filter((lane) => lane.length > 0);
    if (band.clusters.some(({ cross }) => cross > MOST[flow])) {
      const line = lineLength(lanes, flow);
      return lanes.flatMap((lane) => linesOf(lane, line, flow));
    }
    let start = -band.cross / 2;
    for (const block of band.clusters) {
      for (const item of block.lanes.flat()) item.start += start;
      start += block.cross;
    }
    return lanes;
  });
}
