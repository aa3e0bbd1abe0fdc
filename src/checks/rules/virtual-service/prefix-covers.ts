import { asMap, asText, member } from '../../../istio/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';

/**
 * Whether a match by prefix takes every request of a later one by a longer prefix. Only where that is certain: each other
 * condition of the first must be the same in both, or asked for more narrowly by the second.
 */
export function prefixCovers(first: YamlMap, second: YamlMap): boolean {
  const [short, long] = [prefixOf(first), prefixOf(second)];
  if (!short || !long || short === long || !long.startsWith(short)) return false;
  // Both compare paths in one way, or the second's way is the narrower.
  if (second['ignoreUriCase'] === true && first['ignoreUriCase'] !== true) return false;
  return Object.entries(first).every(([field, value]) => {
    if (['uri', 'ignoreUriCase', 'statPrefix', 'name'].includes(field) || isEmpty(value)) return true;
    const other = second[field] ?? null;
    if (field === 'headers' || field === 'queryParams') return eachCovers(value, other);
    return JSON.stringify(value) === JSON.stringify(other) || textCovers(value, other);
  });
}

/** The prefix of the path that a match asks for. */
export const prefixOf = (match: YamlMap): string | undefined => asText(member(match['uri'], 'prefix'));

const isEmpty = (value: YamlValue): boolean =>
  value === null ||
  value === '' ||
  value === 0 ||
  (typeof value === 'object' && Object.keys(value).length === 0);

function eachCovers(first: YamlValue, second: YamlValue): boolean {
  return Object.entries(asMap(first) ?? {}).every(([name, condition]) => {
    const other = member(second, name);
    if (other === undefined || other === null) return false;
    return (
      JSON.stringify(condition) === JSON.stringify(other) ||
      isEmpty(condition) ||
      textCovers(condition, other)
    );
  });
}

/** `prefix: a` covers `prefix: ab` and `exact: ab`. */
function textCovers(first: YamlValue, second: YamlValue): boolean {
  const prefix = asText(member(first, 'prefix'));
  const other = asText(member(second, 'prefix')) ?? asText(member(second, 'exact'));
  return prefix !== undefined && other !== undefined && other.startsWith(prefix);
}
