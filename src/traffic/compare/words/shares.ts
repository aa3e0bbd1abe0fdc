import { asList, asNumber, member } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { placeWords, type RuleAt } from '../../explain/rule-words.ts';

/** Who gets how much of what a rule takes, in percent, by the words for the destination. */
function sharesOf(at: RuleAt): ReadonlyMap<string, number> {
  const routes = asList(member(at.value, 'route'));
  const weightOf = (route: YamlValue): number =>
    routes.length === 1 ? 100 : (asNumber(member(route, 'weight')) ?? 0);
  const whole = routes.reduce<number>((sum, route) => sum + weightOf(route), 0) || 1;
  const shares = new Map<string, number>();
  for (const route of routes) {
    const place = placeWords(member(route, 'destination'), at).replace(/^the subset /, '');
    shares.set(place, (shares.get(place) ?? 0) + (weightOf(route) / whole) * 100);
  }
  return shares;
}

const percent = (share: number): string => `${Math.round(share * 10) / 10} %`;

/** What a change of a rule's destinations and weights does to those whom it sends to; empty where all get what they got. */
export function shareWords(was: RuleAt, is: RuleAt): string {
  const [before, after] = [sharesOf(was), sharesOf(is)];
  const [[from, all] = [], ...others] = before;
  const [[to, whole] = [], ...more] = after;
  if (!others.length && !more.length && all === 100 && whole === 100)
    return from === to ? '' : `go to ${to} instead of ${from}`;
  const told = [...new Set([...after.keys(), ...before.keys()])].flatMap((place) => {
    const [old, fresh] = [before.get(place), after.get(place)];
    if (old !== undefined && fresh !== undefined)
      return percent(old) === percent(fresh)
        ? []
        : [`${place} gets ${percent(fresh)} instead of ${percent(old)}`];
    return fresh === undefined
      ? [`${place} gets nothing any more, instead of ${percent(old ?? 0)}`]
      : [`${place} gets ${percent(fresh)}, instead of nothing`];
  });
  return told.join('; ');
}
