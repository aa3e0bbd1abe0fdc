import type { ResourceId } from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';
import { passedPlaces, type Passed } from '../passed.ts';
import type { Caller } from '../request.ts';
import { parseAnswer } from './engine/answer.ts';
import type { EjectionCause } from './engine/outlier.ts';
import type { LoadPlan } from './engine/plan.ts';
import type { Ejection } from './engine/recorder.ts';
import type { LoadRun } from './engine/run.ts';
import type { LoadGoal } from './goals/goal.ts';
import { heldGoals, type HeldGoal } from './goals/hold.ts';
import type { MadePlan } from './plan/make-plan.ts';
import type { Cause, LoadSuggestion } from './tell/cause.ts';
import { whyOf } from './tell/why.ts';

/** What a run came to, as plain data. Times are milliseconds; a series has one number for each slice of time. */
export interface LoadReport {
  readonly seed: number;
  readonly duration: number;
  readonly bucket: number;
  /** Sidecars that sent, each with limits and ejections of its own. */
  readonly callers: number;
  readonly way: LoadedWay;
  /** Every request is either ended or under way at the end. */
  readonly sent: number;
  readonly ended: number;
  readonly underWay: number;
  /** For mirrors, besides. */
  readonly copies: number;
  /** Tries at endpoints for each request that was sent. */
  readonly triesPerRequest: number;
  /** The most frequent first: `200`, `503 UO`. */
  readonly answers: readonly {
    readonly answer: string;
    readonly status: number;
    readonly flags: readonly string[];
    /** Of a gRPC call that failed: `UNAVAILABLE`. */
    readonly grpcStatus?: string;
    readonly count: number;
    readonly share: number;
  }[];
  /** To within 10 %; missing where nothing ended. */
  readonly latency: { readonly p50?: number; readonly p90?: number; readonly p99?: number };
  readonly clusters: readonly LoadedCluster[];
  readonly ejections: readonly LoadedEjection[];
  readonly series: LoadSeries;
  readonly causes: readonly Cause[];
  readonly suggestions: readonly LoadSuggestion[];
  /** What is taken to be so, because nothing says it. */
  readonly assumed: readonly string[];
  /** What the scenario expects, and whether it holds. */
  readonly expected: readonly HeldGoal[];
}

export interface LoadedEndpoint {
  readonly endpoint: string;
  readonly locality: string;
  readonly priority: number;
  readonly sent: number;
  readonly failed: number;
  /** Of the tries at the cluster. */
  readonly share: number;
  /** Where a file has it. */
  readonly at?: { readonly resource: ResourceId; readonly path: Path };
}

export interface LoadedCluster {
  readonly cluster: string;
  readonly endpoints: readonly LoadedEndpoint[];
  /** Of each sidecar; null for none. */
  readonly limits: {
    readonly connections: number | null;
    readonly pending: number | null;
    readonly requests: number | null;
  };
  /** How long an endpoint warms up that comes, or comes back, in milliseconds; 0 for not at all. */
  readonly warmup: number;
}

export interface LoadedEjection {
  readonly cluster: string;
  readonly endpoint: string;
  readonly caller: number;
  readonly from: number;
  /** Missing where it is out at the end. */
  readonly to?: number;
  /** When it returns if nothing else happens: with the first sweep after its time is over. */
  readonly due: number;
  readonly cause: EjectionCause;
}

export interface LoadSeries {
  /** When each slice begins. */
  readonly at: readonly number[];
  readonly sent: readonly number[];
  readonly underWay: readonly number[];
  readonly answers: Readonly<Record<string, readonly number[]>>;
  /** Null where nothing ended. */
  readonly p50: readonly (number | null)[];
  readonly p90: readonly (number | null)[];
  readonly p99: readonly (number | null)[];
  readonly clusters: readonly {
    readonly cluster: string;
    readonly connections: readonly number[];
    readonly pending: readonly number[];
    readonly active: readonly number[];
    readonly retrying: readonly number[];
    /** Retries that were sent. */
    readonly retried: readonly number[];
    readonly ejected: readonly number[];
    /** Copies for mirrors, among the tries of its endpoints. */
    readonly copies: readonly number[];
    /** Requests that a full pool refused. */
    readonly overflow: readonly number[];
    readonly endpoints: readonly {
      readonly endpoint: string;
      readonly sent: readonly number[];
      readonly failed: readonly number[];
      readonly ejected: readonly number[];
    }[];
  }[];
}

/** Where a run's requests pass. */
export interface LoadedWay {
  readonly caller: Caller;
  /** Up to where they may part: the gateway's server, the rule. */
  readonly common: readonly Passed[];
  /** The rule's destinations; `cluster` null for one that Envoy does not have. */
  readonly routes: readonly {
    readonly cluster: string | null;
    readonly weight: number;
    readonly passed: readonly Passed[];
  }[];
  /** Clusters that get copies. */
  readonly mirrors: readonly string[];
}

const UNLIMITED = 2 ** 32 - 1;
const limit = (most: number): number | null => (most < UNLIMITED ? most : null);

function wayOf({ caller, trace, plan }: MadePlan): LoadedWay {
  const { common, branches } = passedPlaces(trace);
  const nameOf = (cluster: number): string => plan.clusters[cluster]?.name ?? '';
  const there = [...branches];
  return {
    caller,
    common,
    routes: plan.routes.map(({ cluster, weight }) =>
      cluster === null
        ? { cluster, weight, passed: [] }
        : { cluster: nameOf(cluster), weight, passed: there.shift()?.passed ?? [] },
    ),
    mirrors: plan.mirrors.map(({ cluster }) => nameOf(cluster)),
  };
}

/** When an ejected host returns at the earliest: ejections end with a sweep, and sweeps come every interval. */
function dueBack({ cluster, at, times }: Ejection, plan: LoadPlan): number {
  const outlier = plan.clusters[cluster]?.outlier;
  if (!outlier) return at;
  const { baseEjectionTime, maxEjectionTime, interval } = outlier;
  const over = at + Math.min(baseEjectionTime * times, Math.max(baseEjectionTime, maxEjectionTime));
  return Math.ceil(over / interval) * interval;
}

const sum = (counts: Uint32Array): number => counts.reduce((total, count) => total + count, 0);
const rounded = (length: number | undefined): number | undefined =>
  length === undefined ? undefined : Math.round(length * 10) / 10;

/** What a run has come to so far; the whole of it where the run is done. */
export function reportOf(made: MadePlan, run: LoadRun, goals: readonly LoadGoal[] = []): LoadReport {
  const { plan, recorder, now } = run;
  const slices = Math.min(recorder.slices, Math.ceil(now / plan.bucket));
  const numbers = (counts: Uint32Array | Uint16Array): readonly number[] => [...counts.subarray(0, slices)];
  const within = (share: number) =>
    Array.from(
      { length: slices },
      (_, slice) => rounded(recorder.percentile(share, slice, slice + 1)) ?? null,
    );
  const [p50, p90, p99] = [0.5, 0.9, 0.99].map((share) => rounded(recorder.percentile(share)));
  const nameOf = (cluster: number, host: number): string => plan.clusters[cluster]?.hosts[host]?.name ?? '';
  const tries = recorder.clusters.reduce((total, { signals }) => total + sum(signals.try), 0);
  return {
    seed: plan.seed,
    duration: now,
    bucket: plan.bucket,
    callers: plan.callers,
    way: wayOf(made),
    sent: recorder.sentInAll,
    ended: recorder.endedInAll,
    underWay: recorder.sentInAll - recorder.endedInAll,
    copies: recorder.copiesInAll,
    triesPerRequest:
      Math.round((100 * (tries - recorder.copiesInAll)) / Math.max(1, recorder.sentInAll)) / 100,
    answers: [...recorder.answers]
      .map(([answer, counts]) => {
        const { status, flags, grpc } = parseAnswer(answer);
        const count = sum(counts);
        return {
          answer,
          status,
          flags,
          ...(grpc !== undefined && { grpcStatus: grpc }),
          count,
          share: count / Math.max(1, recorder.endedInAll),
        };
      })
      .sort((a, b) => b.count - a.count || a.status - b.status),
    latency: {
      ...(p50 !== undefined && { p50 }),
      ...(p90 !== undefined && { p90 }),
      ...(p99 !== undefined && { p99 }),
    },
    clusters: plan.clusters.map(({ name, hosts, pool, balancer }, cluster) => {
      const series = recorder.clusters[cluster];
      const whole = series?.hosts.reduce((total, { sent }) => total + sum(sent), 0) || 1;
      return {
        cluster: name,
        endpoints: hosts.map((host, index) => {
          const own = series?.hosts[index];
          const sent = own ? sum(own.sent) : 0;
          return {
            endpoint: host.name,
            locality: host.locality,
            priority: host.priority,
            sent,
            failed: own ? sum(own.failed) : 0,
            share: sent / whole,
            ...(host.at && { at: host.at }),
          };
        }),
        limits: {
          connections: limit(pool.maxConnections),
          pending: limit(pool.maxPending),
          requests: limit(pool.maxRequests),
        },
        warmup: balancer.warmup?.duration ?? 0,
      };
    }),
    ejections: recorder.ejections.map((ejection) => ({
      cluster: plan.clusters[ejection.cluster]?.name ?? '',
      endpoint: nameOf(ejection.cluster, ejection.host),
      caller: ejection.caller,
      from: ejection.at,
      ...(ejection.until !== undefined && { to: ejection.until }),
      due: ejection.until ?? dueBack(ejection, plan),
      cause: ejection.cause,
    })),
    series: {
      at: Array.from({ length: slices }, (_, slice) => slice * plan.bucket),
      sent: numbers(recorder.sent),
      underWay: numbers(recorder.underWay),
      answers: Object.fromEntries([...recorder.answers].map(([answer, counts]) => [answer, numbers(counts)])),
      p50: within(0.5),
      p90: within(0.9),
      p99: within(0.99),
      clusters: recorder.clusters.map((series, cluster) => ({
        cluster: plan.clusters[cluster]?.name ?? '',
        connections: numbers(series.connections),
        pending: numbers(series.pending),
        active: numbers(series.active),
        retrying: numbers(series.retrying),
        retried: numbers(series.signals.retry),
        ejected: numbers(series.ejected),
        copies: numbers(series.copies),
        overflow: numbers(
          series.signals['overflow-pending'].map(
            (count, slice) => count + (series.signals['overflow-requests'][slice] ?? 0),
          ),
        ),
        endpoints: series.hosts.map((host, index) => ({
          endpoint: nameOf(cluster, index),
          sent: numbers(host.sent),
          failed: numbers(host.failed),
          ejected: numbers(host.ejected),
        })),
      })),
    },
    ...whyOf(made, recorder),
    assumed: made.assumed,
    expected: heldGoals(goals, made, run),
  };
}
