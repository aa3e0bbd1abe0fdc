import { grpcOf } from './grpc.ts';
import type { RetryPlan } from './plan.ts';

/** How a try ended without an answer. */
export type Reset = 'overflow' | 'connect' | 'remote' | 'timeout';

const GRPC_WORDS: Readonly<Record<string, string>> = {
  CANCELLED: 'cancelled',
  DEADLINE_EXCEEDED: 'deadline-exceeded',
  INTERNAL: 'internal',
  RESOURCE_EXHAUSTED: 'resource-exhausted',
  UNAVAILABLE: 'unavailable',
};

/** Whether an answer is one to try again after; a gRPC status comes with HTTP's 200, for which no other word stands. https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on */
export function retriesStatus({ on, codes, grpc }: RetryPlan, status: number): boolean {
  const said = grpc ? grpcOf(status) : undefined;
  if (said !== undefined) return on.has(GRPC_WORDS[said] ?? '');
  if (on.has('5xx') && status >= 500 && status < 600) return true;
  if (on.has('gateway-error') && status >= 502 && status <= 504) return true;
  if (on.has('retriable-4xx') && status === 409) return true;
  return on.has('retriable-status-codes') && codes.has(status);
}

/**
 * Whether a try without an answer is followed by another; never where a limit of the pool refused it. `started`: one of its tries
 * was on its way to a host, after which `reset-before-request` does not concern it any more.
 */
export function retriesReset({ on }: RetryPlan, reset: Reset, started: boolean): boolean {
  if (reset === 'overflow') return false;
  if (on.has('5xx') || on.has('gateway-error') || on.has('reset')) return true;
  if (!started && on.has('reset-before-request')) return true;
  return reset === 'connect' && on.has('connect-failure');
}
