import { member } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import type { Outcome, Retries } from '../../outcome.ts';
import type { Request } from '../../request.ts';
import type { RetryPlan } from '../engine/plan.ts';
import { millis } from './millis.ts';

/** As Envoy knows it: gRPC-Web is another content type, and none. */
export const isGrpc = ({ headers = {} }: Request): boolean =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && /^application\/grpc(\+|$)/.test(value),
  );

/** How a route tries again: what is in force, with what only `written` says. */
export function retryPlan(
  { attempts, on, codes = [], perTryTimeout, backoff }: Retries,
  written: YamlValue | undefined,
  { hash, destinations = [] }: Outcome,
  grpc: boolean,
): RetryPlan {
  const base = millis(backoff) || 25;
  const ignored = member(written, 'retryIgnorePreviousHosts');
  return {
    attempts,
    on: new Set(on.split(',').map((word) => word.trim())),
    codes: new Set(codes),
    perTryTimeout: millis(perTryTimeout) || Infinity,
    backoffBase: base,
    backoffMax: base * 10,
    // With a consistent hash to one destination, the same host is what is wanted.
    avoidsTried: typeof ignored === 'boolean' ? ignored : !(hash && destinations.length === 1),
    otherPriorities: member(written, 'retryRemoteLocalities') === true,
    grpc,
  };
}
