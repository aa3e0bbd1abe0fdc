import type { ResourceId } from '../../istio/index.ts';
import type { ComparedRequest } from './compared-request.ts';
import type { RequestWays } from './difference-of.ts';
import type { FactChange } from './facts-compared.ts';

/** What a change means for those who send, the gravest first. */
export const VERDICTS = ['breaks', 'elsewhere', 'otherwise', 'mended'] as const;
/**
 * `breaks`: it fails now, or what was expected of it does; `elsewhere`: another answers, or it is asked for something else;
 * `otherwise`: the same one answers, and it is treated otherwise on its way; `mended`: it failed, and does not any more.
 */
export type Verdict = (typeof VERDICTS)[number];

/** Requests to which the same happens by the same change. */
export interface TrafficDifference {
  readonly verdict: Verdict;
  /** What is otherwise, by the first of the requests. */
  readonly changes: readonly FactChange[];
  /** The changed resources that are on the way of all of them, before or after. */
  readonly causes: readonly ResourceId[];
  /** Those of expectations first. */
  readonly requests: readonly ComparedRequest[];
}

/** What depends on the request: the same rewrite gives each path another one. */
const OF_THE_REQUEST = /^(Path|Authority|Location)\b/;

/** Whom it reaches, and with what. */
const WHERE = /^(Answer|Destination|Endpoints|Path|Authority|Location|Body)\b/;

/** One for each thing that happens, however many requests it happens to; the gravest first. */
export function grouped(
  found: readonly RequestWays[],
  changed: ReadonlySet<ResourceId>,
): readonly TrafficDifference[] {
  const groups = new Map<string, Group[]>();
  for (const { one, ways, changes, fails } of found) {
    const causes = causesOf(ways, changed);
    const verdict = verdictOf(one, changes, fails);
    const same = changes.map(({ what, before, after }) =>
      OF_THE_REQUEST.test(what) ? [what, rulesOn(ways)] : [what, before, after],
    );
    const name = JSON.stringify([verdict, same]);
    const alike = groups.get(name) ?? [];
    groups.set(name, alike);
    const group = alike.find(
      (each) => shared(each.causes, causes).length > 0 || (!each.causes.length && !causes.length),
    );
    if (group) {
      group.requests.push(one);
      group.causes = shared(group.causes, causes);
    } else alike.push({ verdict, changes, causes, requests: [one] });
  }
  return [...groups.values()]
    .flat()
    .map((group) => ({ ...group, requests: group.requests.toSorted(byOrigin) }))
    .toSorted(
      (a, b) =>
        VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || b.requests.length - a.requests.length,
    );
}

/** While it is being gathered. */
interface Group extends Omit<TrafficDifference, 'causes' | 'requests'> {
  causes: readonly ResourceId[];
  readonly requests: ComparedRequest[];
}

/** What is on the way of one alone, such as its gateway, is not why the same happens to all. */
const shared = (some: readonly ResourceId[], others: readonly ResourceId[]): readonly ResourceId[] =>
  some.filter((id) => others.includes(id));

const ORIGINS: readonly ComparedRequest['from'][] = ['expectation', 'suggested', 'edge'];
const byOrigin = (a: ComparedRequest, b: ComparedRequest): number =>
  ORIGINS.indexOf(a.from) - ORIGINS.indexOf(b.from);

function verdictOf(
  { expectation }: ComparedRequest,
  changes: readonly FactChange[],
  [failed, fails]: RequestWays['fails'],
): Verdict {
  if ((expectation?.heldBefore && !expectation.holdsAfter) || (fails && !failed)) return 'breaks';
  if (failed && !fails) return 'mended';
  return changes.some(({ what }) => WHERE.test(what)) ? 'elsewhere' : 'otherwise';
}

/** The changed resources that decided something; where none did, those that were looked at. */
function causesOf(ways: RequestWays['ways'], changed: ReadonlySet<ResourceId>): readonly ResourceId[] {
  if (changed.size === 1) return [...changed];
  const steps = ways
    .flat()
    .flatMap(({ trace }) => trace.steps)
    .filter(
      // What is not worked out has decided nothing here.
      ({ resource, code }) => resource !== undefined && changed.has(resource) && code !== 'NOT_EVALUATED',
    );
  const deciding = steps.filter(({ result }) => result !== 'passed');
  return [
    ...new Set((deciding.length ? deciding : steps).flatMap(({ resource }) => resource ?? [])),
  ].toSorted();
}

const rulesOn = (ways: RequestWays['ways']): readonly unknown[] =>
  ways.map((hops) =>
    hops.map(({ trace: { outcome } }) => [
      outcome.virtualService,
      outcome.rule?.index,
      outcome.delegate?.virtualService,
      outcome.delegate?.rule,
    ]),
  );
