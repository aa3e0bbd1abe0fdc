import type { ArrivalPlan } from '../engine/plan.ts';
import type { PlainRequest } from '../../request.ts';

type Keys = Pick<ArrivalPlan, 'keys' | 'keyValue'>;

/**
 * What requests are hashed by. Those of a sidecar all come from one address; a header, cookie or query parameter that the request
 * of the scenario has is the same each time, unless the scenario says how many values there are. Without its key a request goes to
 * any endpoint. A cookie that Envoy gives (`ttl`) is made of the addresses of the connection: each client has one.
 * https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB
 */
export function keysFor(
  hash: object | undefined,
  { headers = {}, path }: PlainRequest,
  { keys, concurrency }: ArrivalPlan,
): Keys {
  if (!hash) return { keys: 0 };
  if (field(hash, 'useSourceIp') === true) return { keys: 'caller' };
  if (keys !== 0) return { keys };
  const value = valueOf(hash, headers, path);
  if (value !== undefined) return { keys: 1, keyValue: value };
  const cookie = field(hash, 'httpCookie');
  const given = cookie !== null && typeof cookie === 'object' && field(cookie, 'ttl') !== undefined;
  return { keys: given && concurrency !== Infinity ? concurrency : 0 };
}

function valueOf(hash: object, headers: PlainRequest['headers'] = {}, path: string): string | undefined {
  const headerNamed = (wanted: string): string | undefined =>
    Object.entries(headers).find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1];
  const header = field(hash, 'httpHeaderName');
  if (typeof header === 'string') return headerNamed(header);
  const cookie = field(hash, 'httpCookie');
  if (cookie !== null && typeof cookie === 'object')
    return inPairs(headerNamed('cookie') ?? '', ';', field(cookie, 'name'));
  return inPairs(path.split('?')[1] ?? '', '&', field(hash, 'httpQueryParameterName'));
}

function inPairs(text: string, between: string, wanted: unknown): string | undefined {
  const pairs = text.split(between).map((pair) => pair.trim().split('='));
  const pair = typeof wanted === 'string' ? pairs.find(([name]) => name === wanted) : undefined;
  return pair?.slice(1).join('=');
}

const field = (value: object, name: string): unknown => Reflect.get(value, name);
