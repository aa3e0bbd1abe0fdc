import { asList, asMap, asNumber, asText, member, valueAt } from '../../../istio/index.ts';
import type { EffectivePolicy } from '../../../routing/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import type { BalancerPlan, OutlierPlan, PoolPlan } from '../engine/plan.ts';
import { millis } from './millis.ts';

/** What istiod writes for limits that nobody sets. */
export const UNLIMITED = 2 ** 32 - 1;

/** Zero means unset to istiod, here and in most of a policy. */
const numberAt = (value: YamlValue | undefined, path: readonly string[]): number | undefined =>
  asNumber(valueAt(value, path)) || undefined;

const millisAt = (value: YamlValue | undefined, path: readonly string[]): number | undefined =>
  millis(asText(valueAt(value, path)));

/** The circuit breakers and timeouts of a cluster, with istiod's defaults, which are not Envoy's. */
export function poolPlan(
  policy: EffectivePolicy,
  http2: boolean,
  meshConfig: YamlValue | undefined,
): PoolPlan {
  const pool = policy.connectionPool?.value;
  const budget = policy.retryBudget?.value;
  const maxConnectionDuration = millisAt(pool, ['tcp', 'maxConnectionDuration']);
  return {
    http2,
    maxConnections: numberAt(pool, ['tcp', 'maxConnections']) ?? UNLIMITED,
    maxPending: numberAt(pool, ['http', 'http1MaxPendingRequests']) ?? UNLIMITED,
    maxRequests: numberAt(pool, ['http', 'http2MaxRequests']) ?? UNLIMITED,
    maxRequestsPerConnection: numberAt(pool, ['http', 'maxRequestsPerConnection']) ?? 0,
    maxConcurrentStreams: numberAt(pool, ['http', 'maxConcurrentStreams']) ?? Infinity,
    maxRetries: numberAt(pool, ['http', 'maxRetries']) ?? UNLIMITED,
    retryBudget: budget
      ? {
          percent: asNumber(member(member(budget, 'percent'), 'value') ?? member(budget, 'percent')) ?? 20,
          least: asNumber(member(budget, 'minRetryConcurrency')) ?? 3,
        }
      : null,
    connectTimeout:
      millisAt(pool, ['tcp', 'connectTimeout']) ?? millisAt(meshConfig, ['connectTimeout']) ?? 10_000,
    idleTimeout:
      millisAt(pool, ['http', 'idleTimeout']) ?? millisAt(pool, ['tcp', 'idleTimeout']) ?? 3_600_000,
    ...(maxConnectionDuration && { maxConnectionDuration }),
  };
}

/** Outlier detection, null where there is none; of an empty object Envoy's defaults. */
export function outlierPlan({ outlierDetection }: EffectivePolicy): OutlierPlan | null {
  const value = outlierDetection?.value;
  if (!asMap(value)) return null;
  const split = member(value, 'splitExternalLocalOriginErrors') === true;
  const baseEjectionTime = millisAt(value, ['baseEjectionTime']) ?? 30_000;
  return {
    // An explicit 0 switches it off.
    consecutive5xx: asNumber(member(value, 'consecutive5xxErrors')) ?? 5,
    consecutiveGateway: asNumber(member(value, 'consecutiveGatewayErrors')) ?? 0,
    consecutiveLocalOrigin: numberAt(value, ['consecutiveLocalOriginFailures']) ?? 5,
    split,
    interval: millisAt(value, ['interval']) || 10_000,
    baseEjectionTime,
    maxEjectionTime: Math.max(300_000, baseEjectionTime),
    maxEjectionPercent: numberAt(value, ['maxEjectionPercent']) ?? 10,
    errorCodes: errorCodes(member(value, 'outlierDetectionHttpErrorCodes')),
  };
}

function errorCodes(written: YamlValue | undefined): ReadonlySet<number> | null {
  const codes = asList(written).flatMap((code) => asNumber(code) ?? []);
  return codes.length ? new Set(codes) : null;
}

const SIMPLE: Readonly<Record<string, BalancerPlan['kind']>> = {
  ROUND_ROBIN: 'round-robin',
  RANDOM: 'random',
  LEAST_REQUEST: 'least-request',
  LEAST_CONN: 'least-request',
};

/** How a cluster chooses among its hosts; LEAST_REQUEST where nothing is said. */
export function balancerPlan({ loadBalancer }: EffectivePolicy): BalancerPlan {
  const value = loadBalancer?.value;
  const hash = member(value, 'consistentHash');
  const simple = SIMPLE[asText(member(value, 'simple')) ?? ''] ?? 'least-request';
  const warmup = member(value, 'warmup');
  const duration = millisAt(warmup, ['duration']) ?? millisAt(value, ['warmupDurationSecs']);
  return {
    kind: hash ? (member(hash, 'maglev') === undefined ? 'ring-hash' : 'maglev') : simple,
    ringSize: numberAt(hash, ['ringHash', 'minimumRingSize']) ?? numberAt(hash, ['minimumRingSize']) ?? 1024,
    tableSize: numberAt(hash, ['maglev', 'tableSize']) ?? 65_537,
    warmup:
      duration && !hash && simple !== 'random'
        ? {
            duration,
            leastPercent: asNumber(member(warmup, 'minimumPercent')) ?? 10,
            aggression: numberAt(warmup, ['aggression']) ?? 1,
          }
        : null,
  };
}

/** Below which share of healthy hosts all get requests: istiod switches it off where `minHealthPercent` says nothing. */
export const panicThreshold = ({ outlierDetection }: EffectivePolicy): number =>
  asNumber(member(outlierDetection?.value, 'minHealthPercent')) ?? 0;
