import type { ClusterPlan, HostPlan, LoadPlan, OutlierPlan, PoolPlan, RetryPlan } from './engine/plan.ts';
import { startRun, type LoadRun } from './engine/run.ts';

const UNLIMITED = 2 ** 32 - 1;

export const pool = (more: Partial<PoolPlan> = {}): PoolPlan => ({
  http2: false,
  maxConnections: UNLIMITED,
  maxPending: UNLIMITED,
  maxRequests: UNLIMITED,
  maxRequestsPerConnection: 0,
  maxConcurrentStreams: Infinity,
  maxRetries: UNLIMITED,
  retryBudget: null,
  connectTimeout: 10_000,
  idleTimeout: 3_600_000,
  ...more,
});

export const outlier = (more: Partial<OutlierPlan> = {}): OutlierPlan => ({
  consecutive5xx: 5,
  consecutiveGateway: 0,
  consecutiveLocalOrigin: 5,
  split: false,
  interval: 10_000,
  baseEjectionTime: 30_000,
  maxEjectionTime: 300_000,
  maxEjectionPercent: 10,
  ...more,
});

type HostMore = Partial<Omit<HostPlan, 'behaviour'>> & Partial<HostPlan['behaviour']>;

export const host = (name: string, more: HostMore = {}): HostPlan => ({
  name,
  address: more.address ?? `${name}:80`,
  locality: more.locality ?? '',
  weight: more.weight ?? 1,
  priority: more.priority ?? 0,
  localityWeight: more.localityWeight ?? 1,
  behaviour: {
    latency: more.latency ?? { p50: 10, p99: 10 },
    connect: more.connect ?? 1,
    errors: more.errors ?? 0,
    errorStatus: more.errorStatus ?? 503,
    concurrency: more.concurrency ?? Infinity,
    script: more.script ?? [],
  },
});

export const hosts = (count: number, more: HostMore = {}): readonly HostPlan[] =>
  Array.from({ length: count }, (_, index) => host(`h${index}`, more));

export const cluster = (more: Partial<ClusterPlan> = {}): ClusterPlan => ({
  name: 'outbound|80||a.example',
  pool: pool(),
  outlier: null,
  panicThreshold: 0,
  balancer: { kind: 'least-request', ringSize: 1024, tableSize: 65_537, warmup: null },
  localityWeighted: false,
  hosts: hosts(2),
  ...more,
});

export const retries = (more: Partial<RetryPlan> = {}): RetryPlan => ({
  attempts: 2,
  on: new Set(['5xx']),
  codes: new Set(),
  perTryTimeout: Infinity,
  backoffBase: 25,
  backoffMax: 250,
  avoidsTried: true,
  otherPriorities: false,
  ...more,
});

export const rate = (perSecond: number, more: Partial<LoadPlan['arrivals']> = {}): LoadPlan['arrivals'] => ({
  phases: [{ at: 0, rate: perSecond, ramp: 0 }],
  spread: 'even',
  concurrency: Infinity,
  keys: 0,
  ...more,
});

export const plan = (more: Partial<LoadPlan> = {}): LoadPlan => ({
  seed: 1,
  duration: 10_000,
  bucket: 250,
  callers: 1,
  arrivals: rate(100),
  timeout: Infinity,
  retries: null,
  routes: [{ cluster: 0, weight: 100 }],
  mirrors: [],
  clusters: [cluster()],
  ...more,
});

/** Runs a plan to its end. */
export function ran(more: Partial<LoadPlan> = {}): LoadRun {
  const run = startRun(plan(more));
  run.advance(Infinity);
  return run;
}

export const total = (counts: Iterable<number> | undefined): number => {
  let sum = 0;
  for (const count of counts ?? []) sum += count;
  return sum;
};

/** How many answers of each kind there were. */
export const answers = (run: LoadRun): Readonly<Record<string, number>> =>
  Object.fromEntries([...run.recorder.answers].map(([answer, counts]) => [answer, total(counts)]));
