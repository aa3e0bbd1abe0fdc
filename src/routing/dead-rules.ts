import { asList, asMap, asText, member, type Resource } from '../istio/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import { rulesOf, type RouteRule } from './virtual-services.ts';

/** A match that takes every request: nothing asked, or only a path that begins with `/`. */
function takesAll(match: YamlValue): boolean {
  const conditions = Object.entries(asMap(match) ?? {}).filter(
    ([field]) => field !== 'name' && field !== 'statPrefix',
  );
  if (conditions.length === 0) return true;
  const [field, value] = conditions[0] ?? [];
  return conditions.length === 1 && field === 'uri' && asText(member(value, 'prefix')) === '/';
}

const catchesAll = (rule: RouteRule): boolean => {
  const matches = asList(member(rule.value, 'match'));
  return matches.length === 0 || matches.some(takesAll);
};

/** Matches as texts that are equal only for equal matches; their names do not count. */
const matchTexts = (rule: RouteRule): readonly string[] =>
  asList(member(rule.value, 'match')).map((match) => {
    const { name: _name, statPrefix: _statPrefix, ...conditions } = asMap(match) ?? {};
    return JSON.stringify(conditions);
  });

/** A rule that no request reaches, and the rule before it that takes them all. */
export interface DeadRule {
  readonly rule: RouteRule;
  readonly by: RouteRule;
}

/**
 * The http rules that no request can reach, because rules before them take everything or ask for the very same.
 * Only what is certain: a rule not named here may still be dead.
 */
export function deadRules(virtualService: Resource): readonly DeadRule[] {
  const rules = rulesOf(virtualService).filter((rule) => rule.section === 'http');
  const dead: DeadRule[] = [];
  const seen = new Map<string, RouteRule>();
  let catchAll: RouteRule | undefined;
  for (const rule of rules) {
    const texts = matchTexts(rule);
    const by =
      catchAll ??
      (texts.length && texts.every((text) => seen.has(text)) ? seen.get(texts[0] ?? '') : undefined);
    if (by) dead.push({ rule, by });
    // What a delegating rule takes depends on the delegate's matches, so it shuts nothing out for certain.
    if (by || member(rule.value, 'delegate') !== undefined) continue;
    texts.forEach((text) => seen.has(text) || seen.set(text, rule));
    if (catchesAll(rule)) catchAll ??= rule;
  }
  return dead;
}
