import type { Path, YamlMap, YamlValue } from '../../../yaml/index.ts';
import type { Finding } from '../../finding.ts';
import { removing, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, isPresent, items, type Spot } from '../../spot.ts';
import { asMap } from '../../visit.ts';
import { prefixCovers, prefixOf } from './prefix-covers.ts';
import { ruleName } from './rule-name.ts';

/** Rules and matches that others before them leave nothing to. istiod tells of these; what it overlooks is another rule's. */
export const unusedRules: SpecRule = ({ spec }) => unusedIn(spec);

/** The same for the `spec` of a VirtualService. */
export const unusedIn = (spec: Spot): readonly Finding[] =>
  ['http', 'tls', 'tcp'].flatMap((section) => inOrder(at(spec, section)));

/** What came before, as rules are read from the top. */
interface Seen {
  /** The first rule that takes everything. */
  catchAll?: Spot;
  /** How many different matches there were. */
  count: number;
  /** By what is the same in matches that say the same. */
  readonly matches: Map<string, Alike>;
  /** Matches by prefix of the path, by that prefix, each with how many came before it. */
  readonly prefixes: Map<string, { readonly match: YamlMap; readonly rule: Spot; readonly order: number }[]>;
}

/** Matches that may say the same, each with the rule it first stood in; by their whole text once there are several. */
interface Alike {
  readonly match: YamlMap;
  readonly rule: Spot;
  byText?: Map<string, Spot>;
}

function inOrder(section: Spot): readonly Finding[] {
  const seen: Seen = { count: 0, matches: new Map(), prefixes: new Map() };
  return items(section)
    .filter(isPresent)
    .flatMap((rule) => {
      const matches = items(at(rule, 'match')).filter(isPresent);
      if (!isFilled(at(rule, 'match'))) {
        const found = seen.catchAll ? [secondCatchAll(rule, seen.catchAll)] : [];
        if (!seen.catchAll || (handsOn(seen.catchAll) && !handsOn(rule))) seen.catchAll = rule;
        return found;
      }
      const { catchAll } = seen;
      if (catchAll) return [afterCatchAll(rule, catchAll, section.path, items(section).length)];
      return overlaps(rule, matches, seen);
    });
}

/** What such a rule takes is for the matches of its delegate to say, into which istiod does not look here. */
const handsOn = (rule: Spot): boolean => isPresent(at(rule, 'delegate'));

/** Of a rule behind one that hands on istiod warns all the same, so nobody should be surprised. */
function behindDelegate(rule: Spot, first: Spot, aliases: readonly string[]): Finding {
  const what = `istiod warns that ${ruleName(rule, 'middle')} is not used, since ${ruleName(first, 'middle')} before it asks for no less. It does not look into the delegate of that one: what the delegate leaves comes here.`;
  return say('MW0450', rule, what, { at: 'key', severity: 'info', aliases });
}

function secondCatchAll(rule: Spot, first: Spot): Finding {
  if (handsOn(first)) return behindDelegate(rule, first, ['IST0130']);
  const what = `${ruleName(rule)} is never used: ${ruleName(first, 'middle')} has no match either, so it takes all that is left.`;
  return say('MW0450', rule, what, { at: 'key', mends: [removing(rule.path, 'Remove the rule')] });
}

function afterCatchAll(rule: Spot, catchAll: Spot, section: Path, count: number): Finding {
  if (handsOn(catchAll)) return behindDelegate(rule, catchAll, ['IST0130']);
  const what = `${ruleName(rule)} is never used: ${ruleName(catchAll, 'middle')} above it has no match, so it takes everything. Rules without a match belong at the end.`;
  const from = Number(catchAll.path.at(-1));
  return say('MW0450', rule, what, {
    at: 'key',
    mends: [
      {
        title: 'Move the rule without a match to the end',
        steps: [{ kind: 'move-item', path: section, from, to: count - 1 }],
      },
    ],
  });
}

function overlaps(rule: Spot, matches: readonly Spot[], seen: Seen): readonly Finding[] {
  const before = matches.map((match) => earlier(match, seen, rule));
  const [first] = before;
  const handed = before.find((each) => each && each.rule !== rule && handsOn(each.rule));
  if (first && before.every((each) => each !== undefined && each.rule !== rule)) {
    // istioctl calls a rule so where it finds the very same matches before it, and of each of these it tells too.
    const same = before.every((each) => each?.same);
    const aliases = same ? ['IST0130', 'IST0131'] : ['IST0131'];
    if (handed) return [behindDelegate(rule, handed.rule, aliases)];
    const alone = before.every((each) => each?.rule === first.rule);
    const what = `${ruleName(rule)} is never used: ${ruleName(first.rule, 'middle')}${alone ? ' before it takes all that it asks for.' : ' and others before it take all that it asks for.'}`;
    const mends = [removing(rule.path, 'Remove the rule')];
    return [say('MW0450', rule, what, { at: 'key', aliases, mends })];
  }
  return matches.flatMap((match, index) => {
    const by = before[index]?.rule;
    if (!by) return [];
    if (by !== rule && handsOn(by)) return [];
    const where = by === rule ? 'an earlier match of the same rule' : ruleName(by, 'middle');
    const what = `This match of ${ruleName(rule, 'middle')} is never used: ${where} takes all that it asks for.`;
    return [say('MW0451', match, what, { at: 'key', mends: [removing(match.path, 'Remove the match')] })];
  });
}

/** The rule that has taken what a match asks for, and whether by the same match. */
interface Taken {
  readonly rule: Spot;
  readonly same: boolean;
}

/** By which rule a match is taken before its turn, if by any. The match is remembered. */
function earlier(match: Spot, seen: Seen, rule: Spot): Taken | undefined {
  const conditions = asMap(match.value) ?? {};
  const same = firstWith(conditions, seen, rule);
  if (same) return { rule: same, same: true };
  seen.count++;
  const long = prefixOf(conditions);
  if (long === undefined) return undefined;
  const [covering] = shorter(seen, long)
    .filter((other) => prefixCovers(other.match, conditions))
    .sort((a, b) => a.order - b.order);
  const alike = seen.prefixes.get(long) ?? [];
  alike.push({ match: conditions, rule, order: seen.count });
  seen.prefixes.set(long, alike);
  return covering && { rule: covering.rule, same: false };
}

/** Those before with a prefix that this one begins with: only they can cover it, and a list of rules may be long. */
function shorter({ prefixes }: Seen, long: string) {
  const found = [];
  for (let length = 1; length < long.length; length++)
    found.push(...(prefixes.get(long.slice(0, length)) ?? []));
  return found;
}

/** The rule of a match before that says the same, its name aside. Where there is none, this one is remembered. */
function firstWith(match: YamlMap, { matches }: Seen, rule: Spot): Spot | undefined {
  const key = sketch(match);
  const alike = matches.get(key);
  if (!alike) return void matches.set(key, { match, rule });
  const byText = (alike.byText ??= new Map([[canonical(alike.match, 'name'), alike.rule]]));
  const text = canonical(match, 'name');
  const first = byText.get(text);
  if (!first) byText.set(text, rule);
  return first;
}

/** What is quickly said of a match, and the same for matches that say the same; nearly all differ in it already. */
function sketch({ uri }: YamlMap): string {
  const [only, ...others] = Object.entries(asMap(uri) ?? {});
  return only && others.length === 0 && typeof only[1] === 'string' ? `${only[0]} ${only[1]}` : '';
}

/** The same text for values that say the same in another order; `without` a key of theirs. */
function canonical(value: YamlValue, without?: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join()}]`;
  const keys = Object.keys(value)
    .filter((key) => key !== without)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join()}}`;
}
