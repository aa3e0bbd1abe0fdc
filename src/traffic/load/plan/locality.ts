import { asList, asMap, asNumber, asText, asTexts, member, type Labels } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';

/** An endpoint, as far as its place among others goes. */
export interface Placeable {
  readonly locality: string;
  readonly labels: Labels;
  readonly weight: number;
}

/** Where an endpoint stands: null where it gets nothing at all. */
export interface Placing {
  readonly priority: number;
  readonly localityWeight: number;
}

export interface PlacingOptions {
  /** `localityLbSetting` of the DestinationRule, else what follows from traffic distribution, else of the mesh. */
  readonly setting: YamlValue | undefined;
  /** Traffic distribution: priorities count without outlier detection as well. */
  readonly forced?: boolean;
  /** Without outlier detection nobody would notice that an endpoint fails, and istiod leaves priorities alone. */
  readonly hasOutlierDetection: boolean;
  /** Of the caller; without one nothing is local. */
  readonly locality: string | undefined;
  readonly labels: Labels;
}

const parts = (locality: string): readonly string[] => locality.split('/');

/** Whether a locality is meant by `region/zone/*` or less of it. */
export function localityMatches(pattern: string, locality: string): boolean {
  const wanted = parts(pattern);
  const given = parts(locality);
  for (const [index, part] of wanted.entries()) {
    if (part === '*') return true;
    if (part !== (given[index] ?? '')) return false;
  }
  return true;
}

/**
 * Priorities and weights of endpoints, as istiod gives them to a proxy.
 * https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting
 */
export function placeEndpoints(
  endpoints: readonly Placeable[],
  options: PlacingOptions,
): readonly (Placing | null)[] {
  const { setting, locality, hasOutlierDetection, forced = false } = options;
  const plain = () => {
    const weights = sumBy(
      endpoints,
      (each) => each.locality,
      (each) => each.weight,
    );
    return endpoints.map((each) => ({ priority: 0, localityWeight: weights.get(each.locality) ?? 1 }));
  };
  if (member(setting, 'enabled') === false) return plain();
  const byLabels = asList(member(setting, 'failoverPriority')).length > 0;
  // Labels can be compared without a locality.
  if (locality === undefined && !(byLabels && Object.keys(options.labels).length)) return plain();
  const distribute = asList(member(setting, 'distribute'));
  if (distribute.length) {
    const rule = distribute.find((each) =>
      localityMatches(asText(member(each, 'from')) ?? '*', locality ?? ''),
    );
    return rule ? distributed(endpoints, asMap(member(rule, 'to')) ?? {}) : plain();
  }
  if (!hasOutlierDetection && !forced) return plain();
  return prioritized(endpoints, options, locality ?? '');
}

/**
 * Whether istiod has Envoy share among localities by their weights: where the setting names failover or weights. The failover that
 * is there by itself makes priorities, and within one of them all endpoints are alike.
 */
export function sharesByLocality({
  setting,
  hasOutlierDetection,
  forced = false,
}: Pick<PlacingOptions, 'setting' | 'hasOutlierDetection' | 'forced'>): boolean {
  const has = (field: string): boolean => asList(member(setting, field)).length > 0;
  if (member(setting, 'enabled') === false) return false;
  return (
    has('distribute') || ((hasOutlierDetection || forced) && (has('failover') || has('failoverPriority')))
  );
}

/** Localities that several match share the weight by their endpoints; those that none matches get nothing. */
function distributed(
  endpoints: readonly Placeable[],
  to: Readonly<Record<string, YamlValue>>,
): readonly (Placing | null)[] {
  const patterns = Object.keys(to);
  const patternOf = ({ locality }: Placeable): string =>
    patterns.find((pattern) => localityMatches(pattern, locality)) ?? '';
  const whole = sumBy(endpoints, patternOf, (each) => each.weight);
  const weights = sumBy(
    endpoints,
    (each) => each.locality,
    (each) => each.weight,
  );
  return endpoints.map((each) => {
    const pattern = patternOf(each);
    const weight = asNumber(to[pattern]);
    if (!pattern || !weight) return null;
    const share = (weights.get(each.locality) ?? 0) / (whole.get(pattern) || 1);
    // istiod rounds up to whole weights.
    return { priority: 0, localityWeight: Math.ceil(weight * share - 1e-9) };
  });
}

function prioritized(
  endpoints: readonly Placeable[],
  { setting, labels }: PlacingOptions,
  locality: string,
): readonly Placing[] {
  const byLabels = asTexts(member(setting, 'failoverPriority'));
  const failover = asList(member(setting, 'failover'));
  const [region] = parts(locality);
  const target = failover.find((each) => asText(member(each, 'from')) === region);
  const byPlace = (each: Placeable): number => {
    const near = nearness(locality, each.locality);
    if (near < 3 || !target) return near;
    return parts(each.locality)[0] === asText(member(target, 'to')) ? 3 : 4;
  };
  const own = withTopology(labels, locality);
  const raw = endpoints.map((each) => {
    if (!byLabels.length) return byPlace(each);
    const first = labelPriority(byLabels, own, withTopology(each.labels, each.locality));
    return failover.length ? first * 5 + byPlace(each) : first;
  });
  const known = [...new Set(raw)].sort((a, b) => a - b);
  const group = (index: number): string => `${raw[index]} ${endpoints[index]?.locality}`;
  const weights = new Map<string, number>();
  for (const [index, { weight }] of endpoints.entries())
    weights.set(group(index), (weights.get(group(index)) ?? 0) + weight);
  return endpoints.map((_, index) => ({
    priority: known.indexOf(raw[index] ?? 0),
    localityWeight: weights.get(group(index)) ?? 1,
  }));
}

/** 0 in the same subzone, 1 in the same zone, 2 in the same region, 3 elsewhere. */
function nearness(own: string, other: string): number {
  const [mine, theirs] = [parts(own), parts(other)];
  if (mine[0] !== theirs[0]) return 3;
  if ((mine[1] ?? '') !== (theirs[1] ?? '')) return 2;
  return (mine[2] ?? '') === (theirs[2] ?? '') ? 0 : 1;
}

const TOPOLOGY = [
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.istio.io/subzone',
] as const;

/** istiod knows a locality by labels as well. */
const withTopology = (labels: Labels, locality: string): Labels => ({
  ...Object.fromEntries(TOPOLOGY.map((label, index) => [label, parts(locality)[index] ?? ''])),
  ...labels,
});

/** How many labels are left when the first does not agree: 0 where all do. */
function labelPriority(wanted: readonly string[], own: Labels, other: Labels): number {
  const agree = wanted.findIndex((each) => {
    const at = each.indexOf('=');
    const [name, value] = at < 0 ? [each, own[each]] : [each.slice(0, at), each.slice(at + 1)];
    return (other[name] ?? '') !== (value ?? '');
  });
  return agree < 0 ? 0 : wanted.length - agree;
}

function sumBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  valueOf: (item: T) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + valueOf(item));
  return sums;
}
