import { fieldAt, member, type MeshView, type Resource } from '../../../istio/index.ts';
import { rulesOf, type RouteRule, type RuleSection } from '../../../routing/index.ts';
import { equalValues, type YamlValue } from '../../../yaml/index.ts';
import { actionWords, extras, routeWords, type RuleAt } from '../../explain/rule-words.ts';
import { matchWords, THINGS } from '../../explain/virtual-service.ts';
import { paired, type Identity, type Pair } from './paired.ts';
import { capital, sayFields, sentence, type ChangeSentence, type Place } from './say-fields.ts';
import { shareWords } from './shares.ts';

/** A VirtualService on one side of the change. */
interface Side {
  readonly view: Pick<MeshView, 'settings'>;
  readonly writer: Resource;
}

const IDENTITIES: readonly Identity[] = [
  (rule) => member(rule, 'name'),
  (rule) => member(rule, 'match'),
  (rule) => member(rule, 'route'),
];

/** What a rule does with what it takes: where one of these comes or goes, it is another thing altogether. */
const ACTIONS = ['route', 'redirect', 'directResponse', 'delegate'] as const;
/** What is said in the words of explanations, not field by field. */
const TOLD = ['fault', 'mirror', 'mirrors', 'mirrorPercentage', 'mirrorPercent', 'retries'] as const;

/** What a change of its rules does to the requests that a VirtualService is asked for. */
export function sayRules(section: RuleSection, was: Side, is: Side): readonly ChangeSentence[] {
  const rules = ({ writer }: Side): readonly YamlValue[] =>
    rulesOf(writer).flatMap((rule) => (rule.section === section ? [rule.value] : []));
  return paired(rules(was), rules(is), IDENTITIES).flatMap((pair) => saySection(pair, section, was, is));
}

function saySection(pair: Pair, section: RuleSection, was: Side, is: Side): readonly ChangeSentence[] {
  const old = pair.before && ruleOf(was, section, pair.before.index);
  const fresh = pair.after && ruleOf(is, section, pair.after.index);
  if (fresh && !old)
    return [
      { text: `New rule ${fresh.rule.index + 1}: ${fresh.whose} ${does(fresh)}`, path: fresh.rule.path },
    ];
  if (old && !fresh)
    return [{ text: `The rule for ${old.whose} is gone: they ${went(old)}`, path: old.rule.path }];
  if (!old || !fresh) return [];
  const moved = pair.moved
    ? [
        {
          text: `The rule for ${fresh.whose} moved from place ${old.rule.index + 1} to ${fresh.rule.index + 1}, and rules are asked in order`,
          path: fresh.rule.path,
        },
      ]
    : [];
  return [...moved, ...sayRule(old, fresh)];
}

interface Rule extends RuleAt {
  readonly rule: RouteRule;
  /** `requests whose path begins with /v2`. */
  readonly whose: string;
  /** What of it the match says; null where it asks for nothing. */
  readonly which: string | null;
}

function ruleOf(side: Side, section: RuleSection, index: number): Rule | undefined {
  const rules = rulesOf(side.writer).filter((rule) => rule.section === section);
  const rule = rules[index];
  if (!rule) return undefined;
  const which = matchWords(side.view, side.writer, rule);
  const all = index === 0 ? 'all' : 'all other';
  const whose = which === null ? `${all} ${THINGS[section]}` : `${THINGS[section]}${which}`;
  return { ...side, rule, whose, which, path: rule.path, value: rule.value, asWritten: true };
}

const does = (at: Rule): string => (at.rule.section === 'http' ? actionWords(at) : routeWords(at));
/** Of what is over. */
const went = (at: Rule): string =>
  does(at)
    .replace(/^go to/, 'went to')
    .replace(/^are /, 'were ')
    .replace(/^go /, 'went ');

function sayRule(old: Rule, fresh: Rule): readonly ChangeSentence[] {
  const who = short(capital(fresh.whose), fresh.rule.index);
  const place: Place = {
    path: fresh.rule.path,
    was: old.rule.path,
    field: fieldAt('VirtualService', fresh.rule.path),
    who,
    within: [],
  };
  const otherMatch = old.which !== fresh.which;
  return [
    ...sayFields(place, old.value, fresh.value, (at, before, after) => {
      const key = at.path[fresh.rule.path.length];
      if (at.path.length !== fresh.rule.path.length + 1) return undefined;
      if (key === 'match' && otherMatch)
        return [
          {
            text: `Rule ${fresh.rule.index + 1} takes ${fresh.whose} instead of ${old.whose}`,
            path: after === undefined ? at.was : at.path,
          },
        ];
      if (ACTIONS.some((action) => action === key))
        return sayAction(at, String(key), old, fresh, before, after);
      if (TOLD.some((told) => told === key)) return sayTold(at, String(key), old, fresh);
      return undefined;
    }),
  ];
}

/** Long conditions are told once; where it is said of whom, the rule's place is enough. */
const short = (whose: string, index: number): string => (whose.length > 90 ? `Rule ${index + 1}` : whose);

function sayAction(
  at: Place,
  key: string,
  old: Rule,
  fresh: Rule,
  before: YamlValue | undefined,
  after: YamlValue | undefined,
): readonly ChangeSentence[] | undefined {
  if (before === undefined || after === undefined) {
    // One came in the place of another: told once, by the one that came, or the one that went where none did.
    const changed = ACTIONS.filter(
      (action) => (member(old.value, action) === undefined) !== (member(fresh.value, action) === undefined),
    );
    const teller = changed.find((action) => member(fresh.value, action) !== undefined) ?? changed[0];
    return key === teller
      ? [sentence(at, `${does(fresh)}; before, they ${went(old)}`, after === undefined)]
      : [];
  }
  if (key !== 'route')
    return does(old) === does(fresh)
      ? undefined
      : [sentence(at, `${does(fresh)}; before, they ${went(old)}`)];
  const shares = shareWords(old, fresh);
  const rest = sayFields({ ...at, within: ['route'] }, before, after, (inner, was, is) => {
    const last = inner.path.at(-1);
    if (shares && (last === 'weight' || last === 'destination')) return [];
    // Destinations that came or went are told by their shares.
    if (shares && (was === undefined || is === undefined)) return [];
    return undefined;
  }).filter(({ path }) => !shares || path.length > at.path.length + 1);
  return [...(shares ? [sentence(at, shares)] : []), ...rest];
}

/** In the words of the explanation of the rule, before and after. */
function sayTold(at: Place, key: string, old: Rule, fresh: Rule): readonly ChangeSentence[] | undefined {
  const field = key.startsWith('mirror') ? 'mirror' : key;
  const own = (rule: Rule): string =>
    extras(rule)
      .filter(({ path }) => String(path.at(-1)).startsWith(field))
      .map(({ text }) => text)
      .join(' ');
  const [was, is] = [own(old), own(fresh)];
  if (was === is) return undefined;
  // The share of a mirror stands beside it: told once.
  const first = TOLD.find(
    (told) => told.startsWith(field) && !equalValues(member(old.value, told), member(fresh.value, told)),
  );
  if (key !== first) return [];
  const gone = member(fresh.value, key) === undefined;
  if (!was) return [sentence(at, is, gone)];
  if (!is) return [sentence(at, `no longer so: ${was}`, gone)];
  return [sentence(at, `${is} Before: ${was}`, gone)];
}
