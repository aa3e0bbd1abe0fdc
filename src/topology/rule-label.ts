import { asNumber, asText, member } from '../istio/index.ts';
import type { RouteRule } from '../routing/index.ts';
import { httpMatchLabel, l4MatchLabel, matchesLabel } from './match-label.ts';

/** Longer labels say less at a glance; the whole rule is in the form. */
const LONGEST = 60;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** What a rule does beside routing: the path it writes, the answer it gives itself. */
function action(rule: RouteRule): string {
  const rewrite = member(rule.value, 'rewrite');
  const to = asText(member(rewrite, 'uri')) ?? asText(member(member(rewrite, 'uriRegexRewrite'), 'rewrite'));
  const authority = asText(member(rewrite, 'authority'));
  const redirect = member(rule.value, 'redirect');
  const answer = member(rule.value, 'directResponse');
  const delegate = asText(member(member(rule.value, 'delegate'), 'name'));
  if (redirect !== undefined) {
    const code = asNumber(member(redirect, 'redirectCode')) ?? 301;
    const where = (asText(member(redirect, 'authority')) ?? '') + (asText(member(redirect, 'uri')) ?? '');
    return ` → redirect ${String(code)}${where ? ` ${where}` : ''}`;
  }
  if (answer !== undefined) return ` → answer ${String(asNumber(member(answer, 'status')) ?? '')}`.trimEnd();
  if (delegate) return ` → ${delegate}`;
  const written = [to, authority === undefined ? undefined : `host ${authority}`].filter(
    (part) => part !== undefined,
  );
  return written.length ? ` → ${written.join(', ')}` : '';
}

/** The words of a rule without conditions: the last of several gets what the others left. */
function unconditional(rule: RouteRule, rules: readonly RouteRule[]): string {
  const siblings = rules.filter((other) => other.section === rule.section);
  if (siblings.length > 1 && siblings.at(-1) === rule) return 'otherwise';
  if (rule.section === 'http') return 'every request';
  return rule.section === 'tls' ? 'every TLS connection' : 'every connection';
}

/** A rule in few words, as a row of its VirtualService: `/v2/data* → /data`, `otherwise`. `rules` are all of it. */
export function ruleLabel(rule: RouteRule, rules: readonly RouteRule[]): string {
  const label = rule.section === 'http' ? httpMatchLabel : l4MatchLabel;
  const match = matchesLabel(member(rule.value, 'match'), label) || unconditional(rule, rules);
  return cut(match + action(rule));
}
