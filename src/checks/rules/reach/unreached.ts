import { namespaceOf } from '../../../istio/index.ts';
import {
  isDelegate,
  unreachedMatches,
  unreachedRules,
  type RouteRule,
  type Unreached,
  type UnreachedMatch,
  type UnreachedRule,
} from '../../../routing/index.ts';
import { formatPath, type Path } from '../../../yaml/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { removing, say } from '../../say.ts';
import { has, type Spot } from '../../spot.ts';
import { listOf, quote } from '../../words.ts';
import { ofMatches } from '../names/regexes.ts';
import { ruleName } from '../virtual-service/rule-name.ts';
import { unusedIn } from '../virtual-service/unused-rules.ts';
import { doesTheSame, movedUp } from './moved-up.ts';

/** Rules and matches that no request reaches, for whatever reason is certain; without those that istiod tells of. */
export const unreached: LinkedRule = (subject) => {
  const { view, resource } = subject;
  const regexes = asksByRegex(subject) ? subject.regexes() : undefined;
  // Gateways that are not its own have a rule that names each.
  const matches = unreachedMatches(view, resource, regexes).filter(({ reason }) => reason.why !== 'unbound');
  if (!matches.length) return [];
  const told = new Set(
    unusedIn(subject.spec)
      .filter(({ severity }) => severity !== 'info')
      .map(({ path }) => formatPath(path)),
  );
  const isNew = ({ rule, match }: UnreachedMatch): boolean =>
    !told.has(formatPath(rule.path)) && !(match !== null && told.has(formatPath(matchPath(rule, match))));
  const news = matches.filter(isNew);
  const rules = unreachedRules(view, resource, regexes).filter(({ rule }) =>
    news.some((match) => isOf(match, rule)),
  );
  return [
    ...rules.flatMap((rule, index) => ofRule(rule, subject, index < MOST_MOVED)),
    ...news
      .filter((match) => !rules.some(({ rule }) => isOf(match, rule)))
      .map((match) => ofMatch(match, subject)),
  ];
};

const isSame = (a: RouteRule, b: RouteRule): boolean => a.section === b.section && a.index === b.index;
const isOf = (match: UnreachedMatch, rule: RouteRule): boolean => isSame(match.rule, rule);

const matchPath = ({ path }: RouteRule, match: number): Path => [...path, 'match', match];

/** Whether some regular expression has a say: its own, or one of those who hand on to it or that it hands on to. */
const asksByRegex = ({ spec, resource }: LinkedSubject): boolean =>
  isDelegate(resource) || has(spec, 'http[].delegate', ...ofMatches);

/** To find out whether a rule can be moved up, all are looked at again; for so many of them that is done. */
const MOST_MOVED = 12;

function ofRule(
  { rule, reasons }: UnreachedRule,
  subject: LinkedSubject,
  mayMove: boolean,
): readonly Finding[] {
  const spot = { value: rule.value, path: rule.path };
  const remove = removing(rule.path, 'Remove the rule');
  const covered = reasons.flatMap((reason) => (reason.why === 'covered' ? [reason] : []));
  if (!covered.length) {
    const what = `${ruleName(spot)} is never reached: no request can be what its ${reasons.length === 1 ? 'match asks' : 'matches ask'} for.`;
    return [say('MW3003', spot, `${what} ${impossible(reasons[0])}`, { at: 'key', mends: [remove] })];
  }
  const takers = takersOf(covered, subject);
  const what = `${ruleName(spot)} is never reached: ${takers.words} ${takers.several ? 'take' : 'takes'} every request that it asks for.`;
  const same = covered.every(({ by }) => by.every((one) => doesTheSame(one.rule, rule)));
  if (same) {
    const effect = 'The same is done with them there, so nothing is amiss; the rule is of no use.';
    return [say('MW3001', spot, `${what} ${effect}`, { at: 'key', severity: 'info', mends: [remove] })];
  }
  const up = mayMove && movedUp(rule, covered, subject);
  const effect = `Its requests go where ${takers.several ? 'those send' : 'that one sends'} them.`;
  return [say('MW3001', spot, `${what} ${effect}`, { at: 'key', mends: [...(up ? [up] : []), remove] })];
}

/** Why a thing cannot be as it is asked for. */
function impossible(reason: Unreached | undefined): string {
  if (reason?.why !== 'impossible') return '';
  const [thing = '', name = ''] = reason.thing.split(' ');
  if (thing === 'path') return 'Paths begin with a slash, and what it asks of them does not fit that.';
  if (thing === 'scheme') return 'The scheme is http or https, and never anything else.';
  const words = name ? `the ${WORDS[thing] ?? thing} ${quote(name)}` : `the ${thing}`;
  return `What it asks of ${words} cannot be: conditions contradict each other, or one is true of nothing.`;
}

const WORDS: Readonly<Record<string, string>> = { query: 'query parameter' };

function ofMatch({ rule, match, reason }: UnreachedMatch, subject: LinkedSubject): Finding {
  const spot = { value: rule.value, path: rule.path };
  const path = match === null ? rule.path : matchPath(rule, match);
  const mends = [removing(path, 'Remove the match')];
  if (reason.why !== 'covered') {
    const what = `No request can meet this match of ${ruleName(spot, 'middle')}.`;
    return say('MW3003', { path }, `${what} ${impossible(reason)}`, { at: 'key', mends });
  }
  const takers = takersOf([reason], subject, rule);
  const harmless = reason.by.every((one) => doesTheSame(one.rule, rule));
  const what = `This match of ${ruleName(spot, 'middle')} is never reached: ${takers.words} ${takers.several ? 'take' : 'takes'} every request that it asks for.`;
  const effect = harmless
    ? 'The same is done with them there, so nothing is amiss; the match is of no use.'
    : '';
  return say('MW3002', { path }, [what, effect].filter(Boolean).join(' '), {
    at: 'key',
    mends,
    ...(harmless && { severity: 'info' as const }),
  });
}

/** The rules that take it all, as a sentence names them. */
function takersOf(
  covered: readonly Extract<Unreached, { why: 'covered' }>[],
  { resource, view }: LinkedSubject,
  taken?: RouteRule,
): { readonly words: string; readonly several: boolean } {
  const names = new Set(
    covered.flatMap(({ by }) =>
      by.map(({ virtualService, rule }) => {
        const spot: Spot = { value: rule.value, path: rule.path };
        const own = ruleName(spot, 'middle');
        if (virtualService.id === resource.id)
          return taken && isSame(rule, taken) ? 'an earlier match of the same rule' : `${own} before it`;
        return `${own} of VirtualService ${namespaceOf(virtualService, view.settings)}/${virtualService.name}`;
      }),
    ),
  );
  return { words: listOf([...names], 'and'), several: names.size > 1 };
}
