import type { EjectionCause } from './outlier.ts';
import type { LoadPlan } from './plan.ts';

/** What can happen to requests because of a setting; counted by cluster and slice of time. */
export const SIGNALS = [
  'overflow-pending',
  'overflow-requests',
  'overflow-connections',
  'connections-held',
  'retry',
  'retry-overflow',
  'retry-exhausted',
  'timeout',
  'try-timeout',
  'connect-refused',
  'connect-timeout',
  'no-healthy',
  'panic',
  'kept',
  'try',
] as const;
export type Signal = (typeof SIGNALS)[number];

export interface Ejection {
  readonly caller: number;
  readonly cluster: number;
  readonly host: number;
  readonly at: number;
  /** Undefined where it lasts beyond the end. */
  readonly until: number | undefined;
  readonly cause: EjectionCause;
  /** The multiple of the base ejection time. */
  readonly times: number;
}

/** Latencies are counted in bins that grow by 10 % each, from 0.1 ms on. */
const BINS = 160;
const GROWTH = Math.log(1.1);
const binOf = (length: number): number =>
  Math.min(BINS - 1, Math.max(0, Math.ceil(Math.log(length * 10) / GROWTH)));
const upTo = (bin: number): number => Math.exp(bin * GROWTH) / 10;

/** Counts of one host, slice by slice. */
export interface HostSeries {
  readonly sent: Uint32Array;
  readonly failed: Uint32Array;
  /** How many sidecars had it ejected when the slice ended. */
  readonly ejected: Uint16Array;
}

export interface ClusterSeries {
  readonly connections: Uint32Array;
  readonly pending: Uint32Array;
  readonly active: Uint32Array;
  readonly retrying: Uint32Array;
  readonly ejected: Uint32Array;
  readonly hosts: readonly HostSeries[];
  readonly signals: Readonly<Record<Signal, Uint32Array>>;
  /** Copies of requests, for mirrors. */
  readonly copies: Uint32Array;
}

/** Takes down what happens, slice by slice. */
export class LoadRecorder {
  readonly slices: number;
  readonly sent: Uint32Array;
  /** Requests that are not ended when the slice ends. */
  readonly underWay: Uint32Array;
  /** By status and flags, such as `503 UO`. */
  readonly answers = new Map<string, Uint32Array>();
  readonly clusters: readonly ClusterSeries[];
  readonly ejections: { -readonly [key in keyof Ejection]: Ejection[key] }[] = [];
  readonly #latencies: Uint32Array;
  readonly #bucket: number;
  sentInAll = 0;
  endedInAll = 0;
  copiesInAll = 0;

  constructor({ duration, bucket, clusters }: Pick<LoadPlan, 'duration' | 'bucket' | 'clusters'>) {
    const slices = Math.max(1, Math.ceil(duration / bucket - 1e-9));
    this.slices = slices;
    this.#bucket = bucket;
    this.sent = new Uint32Array(slices);
    this.underWay = new Uint32Array(slices);
    this.#latencies = new Uint32Array(slices * BINS);
    this.clusters = clusters.map(({ hosts }) => ({
      connections: new Uint32Array(slices),
      pending: new Uint32Array(slices),
      active: new Uint32Array(slices),
      retrying: new Uint32Array(slices),
      ejected: new Uint32Array(slices),
      copies: new Uint32Array(slices),
      hosts: hosts.map(() => ({
        sent: new Uint32Array(slices),
        failed: new Uint32Array(slices),
        ejected: new Uint16Array(slices),
      })),
      signals: Object.fromEntries(SIGNALS.map((signal) => [signal, new Uint32Array(slices)])) as Record<
        Signal,
        Uint32Array
      >,
    }));
  }

  slice(time: number): number {
    return Math.min(this.slices - 1, Math.floor(time / this.#bucket));
  }

  arrived(now: number): void {
    this.sentInAll++;
    add(this.sent, this.slice(now));
  }

  answered(now: number, took: number, answer: string): void {
    this.endedInAll++;
    const slice = this.slice(now);
    let counts = this.answers.get(answer);
    if (!counts) this.answers.set(answer, (counts = new Uint32Array(this.slices)));
    add(counts, slice);
    add(this.#latencies, slice * BINS + binOf(took));
  }

  signal(cluster: number, signal: Signal, now: number): void {
    const series = this.clusters[cluster];
    if (series) add(series.signals[signal], this.slice(now));
  }

  /** The latency below which a share of the answers of some slices lie, to within 10 %; undefined without answers. */
  percentile(share: number, from = 0, to = this.slices): number | undefined {
    return this.percentileOf(
      share,
      Array.from({ length: to - from }, (_, index) => from + index),
    );
  }

  /** The same of slices that need not follow each other. */
  percentileOf(share: number, slices: readonly number[]): number | undefined {
    const bins = new Uint32Array(BINS);
    let whole = 0;
    for (const slice of slices)
      for (let bin = 0; bin < BINS; bin++) {
        const count = this.#latencies[slice * BINS + bin] ?? 0;
        bins[bin] = (bins[bin] ?? 0) + count;
        whole += count;
      }
    if (!whole) return undefined;
    let below = 0;
    const bin = bins.findIndex((count) => (below += count) >= share * whole);
    return upTo(bin < 0 ? BINS - 1 : bin);
  }
}

export function add(counts: Uint32Array, at: number, by = 1): void {
  counts[at] = (counts[at] ?? 0) + by;
}
