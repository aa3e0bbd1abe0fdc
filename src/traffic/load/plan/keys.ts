import type { ArrivalPlan } from '../engine/plan.ts';
import type { PlainRequest } from '../../request.ts';

/**
 * What requests are hashed by. Those of a sidecar all come from one address; a header or a query parameter that the request of
 * the scenario has is the same each time, unless the scenario says how many values there are. Without its key a request goes to
 * any endpoint, and so does each to which a new cookie is given.
 * https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB
 */
export function keysFor(
  hash: object | undefined,
  { headers = {}, path }: PlainRequest,
  keys: ArrivalPlan['keys'],
): ArrivalPlan['keys'] {
  if (!hash) return 0;
  if (textOf(hash, 'useSourceIp') === 'true') return 'caller';
  if (keys !== 0) return keys;
  const header = textOf(hash, 'httpHeaderName')?.toLowerCase();
  if (header !== undefined && Object.keys(headers).some((name) => name.toLowerCase() === header)) return 1;
  const parameter = textOf(hash, 'httpQueryParameterName');
  const given = (path.split('?')[1] ?? '').split('&').map((pair) => pair.split('=')[0]);
  return parameter !== undefined && given.includes(parameter) ? 1 : 0;
}

function textOf(hash: object, field: string): string | undefined {
  const value: unknown = Reflect.get(hash, field);
  return typeof value === 'string' ? value : value === true ? 'true' : undefined;
}
