import { asText, member, valueAt } from '../../../istio/index.ts';
import type { Finding, Mend } from '../../finding.ts';
import { say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, items, number, text, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { ROUTES } from '../virtual-service/route-places.ts';

/** A host and subset that one rule sends to more than once. */
export const repeatedDestination: SpecRule = ({ spec }) => all(spec, ROUTES).flatMap(repeated);

function repeated(route: Spot): readonly Finding[] {
  if (!Array.isArray(route.value) || route.value.length < 2) return [];
  const groups = new Map<string, Spot[]>();
  for (const item of items(route)) {
    const destination = at(item, 'destination').value;
    const host = asText(member(destination, 'host'));
    if (!host) continue;
    const key = `${host}\n${asText(member(destination, 'subset')) ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].flatMap((group) => (group.length > 1 ? toldOf(group) : []));
}

function toldOf(group: readonly Spot[]): readonly Finding[] {
  const [first] = group;
  const host = first && text(at(first, 'destination', 'host'));
  const ports = group.map((item) => valueAt(item.value, ['destination', 'port', 'number']));
  // Kiali looks at host and subset alone.
  const alike = ports.every((port) => port === ports[0]);
  const what = alike
    ? `This rule sends to ${quote(host ?? '')} ${String(group.length)} times, and the shares add up. Once is enough.`
    : `This rule sends to several ports of ${quote(host ?? '')}. Kiali takes that for a repetition.`;
  return group.map((item) =>
    say('MW1002', at(item, 'destination'), what, alike ? { mends: [joining(group)] } : { severity: 'info' }),
  );
}

/** Gives the first the weight of all, and takes the others away. */
function joining(group: readonly Spot[]): Mend {
  const [first, ...others] = group;
  const sum = group.reduce((total, item) => total + (number(at(item, 'weight')) ?? 0), 0);
  const gone = others.toReversed().map(({ path }) => ({ kind: 'remove-field' as const, path }));
  const weight = { kind: 'set-field' as const, path: [...(first?.path ?? []), 'weight'], value: sum };
  return { title: 'Join them, with the weight of all', steps: sum > 0 ? [weight, ...gone] : gone };
}
