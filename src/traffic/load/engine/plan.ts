import type { EndpointPlace } from '../../clusters/endpoints.ts';

/** All that a run depends on, with nothing left open. Times are milliseconds. */
export interface LoadPlan {
  readonly seed: number;
  readonly duration: number;
  /** Length of the slices of time in which results are counted. */
  readonly bucket: number;
  /** Sidecars that send; each has its own pools, limits and ejections, as in Envoy. */
  readonly callers: number;
  /** Worker threads of each: limits are of all together, connections of each. One where nothing is said. */
  readonly workers?: number;
  readonly arrivals: ArrivalPlan;
  readonly delay?: { readonly length: number; readonly percent: number };
  readonly abort?: { readonly status: number; readonly percent: number; readonly grpc?: string };
  /** Of the whole exchange, retries included; Infinity for none. */
  readonly timeout: number;
  readonly retries: RetryPlan | null;
  /** `cluster` is an index, or null for one that does not exist. */
  readonly routes: readonly { readonly cluster: number | null; readonly weight: number }[];
  readonly mirrors: readonly { readonly cluster: number; readonly percent: number }[];
  readonly clusters: readonly ClusterPlan[];
  /** Proxies answer with HTTP 200 and a status of gRPC, and so do endpoints. */
  readonly grpc?: boolean;
  /** Connections are sent instead of requests, which no proxy looks into. */
  readonly tcp?: TcpPlan;
}

/** What may end a connection before its ends do. */
export interface TcpPlan {
  readonly idleTimeout: number;
  readonly maxDuration: number;
}

export interface ArrivalPlan {
  /** Requests a second from a time on, reached in `ramp`; in the order of time, the first at 0. */
  readonly phases: readonly { readonly at: number; readonly rate: number; readonly ramp: number }[];
  readonly spread: 'even' | 'poisson';
  /** Clients, each with one request under way at most; Infinity for as many as the rate asks for. */
  readonly concurrency: number;
  /**
   * How many different hash keys the requests carry; 0 where they carry none, and any endpoint will do; `caller` where all
   * requests of a sidecar have the same, as its address is.
   */
  readonly keys: number | 'caller';
  /** The value of the one key that all requests carry, where it is known. */
  readonly keyValue?: string;
}

export interface RetryPlan {
  readonly attempts: number;
  readonly on: ReadonlySet<string>;
  readonly codes: ReadonlySet<number>;
  readonly perTryTimeout: number;
  readonly backoffBase: number;
  readonly backoffMax: number;
  /** Hosts already tried are drawn again, up to five times. */
  readonly avoidsTried: boolean;
  /** Later tries leave the priorities that were tried, `retryRemoteLocalities`. */
  readonly otherPriorities: boolean;
  readonly grpc?: boolean;
}

export interface PoolPlan {
  readonly http2: boolean;
  readonly maxConnections: number;
  readonly maxPending: number;
  readonly maxRequests: number;
  readonly maxRequestsPerConnection: number;
  readonly maxConcurrentStreams: number;
  readonly maxRetries: number;
  /** In place of `maxRetries`. */
  readonly retryBudget: { readonly percent: number; readonly least: number } | null;
  readonly connectTimeout: number;
  readonly idleTimeout: number;
  /** How old a connection gets before it takes no more requests; missing for any age. */
  readonly maxConnectionDuration?: number;
}

export interface OutlierPlan {
  /** 0 where the count ejects nobody. */
  readonly consecutive5xx: number;
  readonly consecutiveGateway: number;
  readonly consecutiveLocalOrigin: number;
  readonly split: boolean;
  readonly interval: number;
  readonly baseEjectionTime: number;
  readonly maxEjectionTime: number;
  readonly maxEjectionPercent: number;
  /** `outlierDetectionHttpErrorCodes`: the only statuses that are errors; null for 5xx. */
  readonly errorCodes?: ReadonlySet<number> | null;
}

export type BalancerKind = 'least-request' | 'round-robin' | 'random' | 'ring-hash' | 'maglev';

export interface BalancerPlan {
  readonly kind: BalancerKind;
  readonly ringSize: number;
  readonly tableSize: number;
  readonly warmup: {
    readonly duration: number;
    readonly leastPercent: number;
    readonly aggression: number;
  } | null;
}

export interface ClusterPlan {
  readonly name: string;
  readonly pool: PoolPlan;
  readonly outlier: OutlierPlan | null;
  /** Below this share of healthy hosts all get requests; 0 for never. */
  readonly panicThreshold: number;
  readonly balancer: BalancerPlan;
  /** Whether localities of a priority share by their weights and health. */
  readonly localityWeighted: boolean;
  readonly hosts: readonly HostPlan[];
}

export interface HostPlan {
  readonly name: string;
  /** Where a file has it: for who shows it, nothing here depends on it. */
  readonly at?: EndpointPlace;
  /** `ip:port` or such: what hash rings are made of. */
  readonly address: string;
  readonly locality: string;
  readonly weight: number;
  readonly priority: number;
  /** Of the locality that the host is in, within its priority. */
  readonly localityWeight: number;
  readonly behaviour: BehaviourPlan;
}

/** How long an answer takes: log-normal through two percentiles, or even between two lengths. */
export type LatencyPlan =
  { readonly p50: number; readonly p99: number } | { readonly min: number; readonly max: number };

export interface BehaviourPlan {
  readonly latency: LatencyPlan;
  /** Until a connection stands. */
  readonly connect: number;
  /** Percent of the answers that are `errorStatus`. */
  readonly errors: number;
  readonly errorStatus: number;
  /** Requests worked on at once; others wait their turn. */
  readonly concurrency: number;
  readonly script: readonly ScriptPlan[];
}

/** What is otherwise from a time to another. */
export interface ScriptPlan {
  readonly from: number;
  readonly to: number;
  readonly latency?: LatencyPlan;
  readonly errors?: number;
  readonly errorStatus?: number;
  readonly does?: Trouble;
}

/**
 * `hangs`: takes requests and never answers. `refuses`: its connections break and new ones are refused. `unreachable`: nothing
 * comes back, not even of connecting. `resets`: breaks off instead of answering. `away`: not among the endpoints.
 */
export type Trouble = 'hangs' | 'refuses' | 'unreachable' | 'resets' | 'away';
