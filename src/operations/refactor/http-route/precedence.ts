import { asList, asText, member, valueAt } from '../../../istio/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';

/** A match of an HTTPRoute, with the place of its rule. */
export interface RankedMatch {
  readonly rule: number;
  readonly value: YamlMap;
}

const KINDS: Readonly<Record<string, number>> = { Exact: 3, PathPrefix: 2, RegularExpression: 1 };

const pathOf = (match: YamlMap): { readonly kind: string; readonly text: string } => ({
  kind: asText(valueAt(match, ['path', 'type'])) ?? 'PathPrefix',
  // The API writes this default itself.
  text: asText(valueAt(match, ['path', 'value'])) ?? '/',
});

/**
 * Which of two matches an HTTPRoute asks first: below zero for the first. Exact paths before prefixes before expressions, each
 * the longer first, then by method, by the number of headers, and of query parameters; only then in the order written.
 * Where expressions stand, Gateway API leaves open; this is Istio’s answer.
 * https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule
 */
export function comparePrecedence(a: YamlMap, b: YamlMap): number {
  const [one, other] = [pathOf(a), pathOf(b)];
  const count = (match: YamlMap, key: string) => asList(member(match, key)).length;
  return (
    (KINDS[other.kind] ?? 0) - (KINDS[one.kind] ?? 0) ||
    other.text.length - one.text.length ||
    Number(member(b, 'method') !== undefined) - Number(member(a, 'method') !== undefined) ||
    count(b, 'headers') - count(a, 'headers') ||
    count(b, 'queryParams') - count(a, 'queryParams')
  );
}

/** Pairs of rules, by their indexes, whose order turns round for some requests that both may take: the later is asked first. */
export function turnedRound(matches: readonly RankedMatch[]): readonly (readonly [number, number])[] {
  const found = new Map<string, readonly [number, number]>();
  for (const earlier of matches)
    for (const later of matches)
      if (
        later.rule > earlier.rule &&
        comparePrecedence(later.value, earlier.value) < 0 &&
        mayOverlap(earlier.value, later.value)
      )
        found.set(`${earlier.rule} ${later.rule}`, [earlier.rule, later.rule]);
  return [...found.values()];
}

/** Whether one request may be taken by both; said of all but those that certainly cannot. */
export function mayOverlap(a: YamlMap, b: YamlMap): boolean {
  const [method, other] = [member(a, 'method'), member(b, 'method')];
  if (method !== undefined && other !== undefined && method !== other) return false;
  if (differ(asList(member(a, 'headers')), asList(member(b, 'headers')))) return false;
  if (differ(asList(member(a, 'queryParams')), asList(member(b, 'queryParams')))) return false;
  return pathsMayMeet(pathOf(a), pathOf(b));
}

const differ = (some: readonly YamlValue[], others: readonly YamlValue[]): boolean =>
  some.some((one) =>
    others.some(
      (other) =>
        member(one, 'name') === member(other, 'name') &&
        member(one, 'type') === 'Exact' &&
        member(other, 'type') === 'Exact' &&
        member(one, 'value') !== member(other, 'value'),
    ),
  );

function pathsMayMeet(a: ReturnType<typeof pathOf>, b: ReturnType<typeof pathOf>): boolean {
  if (a.kind === 'RegularExpression' || b.kind === 'RegularExpression') return true;
  if (a.kind === 'Exact' && b.kind === 'Exact') return a.text === b.text;
  const under = (path: string, prefix: string) =>
    prefix === '/' || path === prefix || path.startsWith(`${prefix}/`);
  if (a.kind === 'Exact') return under(a.text, b.text);
  if (b.kind === 'Exact') return under(b.text, a.text);
  return under(a.text, b.text) || under(b.text, a.text);
}
