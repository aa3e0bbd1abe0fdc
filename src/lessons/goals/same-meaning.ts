import {
  asMap,
  childOf,
  namespaceOf,
  parseDuration,
  resolveHost,
  type Field,
  type MeshSettings,
  type Resource,
} from '../../istio/index.ts';
import { equalValues, type YamlValue } from '../../yaml/index.ts';

/** Whose field it is, for names that are short for others. */
export interface FieldOwner {
  readonly resource: Resource;
  readonly settings: MeshSettings;
}

/**
 * Whether two values of a field mean the same to Istio: `1500ms` is `1.5s`, a short host is the long one, and lists of
 * names have no order.
 */
export function sameMeaning(
  field: Field | undefined,
  a: YamlValue | undefined,
  b: YamlValue | undefined,
  owner: FieldOwner,
): boolean {
  if (equalValues(a, b)) return true;
  if (typeof a === 'string' && typeof b === 'string') return sameText(field, a, b, owner);
  if (Array.isArray(a) && Array.isArray(b)) {
    const item = field?.kind === 'list' ? field.item : undefined;
    const texts = [...a, ...b].every((one) => typeof one === 'string');
    const same = (one: YamlValue, other: YamlValue | undefined): boolean =>
      sameMeaning(item, one, other, owner);
    if (!texts) return a.length === b.length && a.every((one, index) => same(one, b[index]));
    const holds = (all: YamlValue[], one: YamlValue) => all.some((other) => same(one, other));
    return a.every((one) => holds(b, one)) && b.every((one) => holds(a, one));
  }
  const [left, right] = [asMap(a), asMap(b)];
  if (!left || !right) return false;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    sameMeaning(field && childOf(field, key), left[key], right[key], owner),
  );
}

function sameText(
  field: Field | undefined,
  a: string,
  b: string,
  { resource, settings }: FieldOwner,
): boolean {
  if (field?.format === 'duration' || field?.format === 'duration-any') {
    const [left, right] = [parseDuration(a), parseDuration(b)];
    return left !== undefined && left.nanoseconds === right?.nanoseconds;
  }
  if (field?.reference !== 'host') return false;
  const full = (host: string) =>
    resolveHost(host, namespaceOf(resource, settings), settings.clusterDomain).toLowerCase();
  return full(a) === full(b);
}
