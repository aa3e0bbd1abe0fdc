import { asList, asMap, member, type Resource } from '../../../istio/index.ts';
import { isDelegate, unreachedRules, type RouteRule, type Unreached } from '../../../routing/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import type { Mend } from '../../finding.ts';
import type { LinkedSubject } from '../../linked/linked-rule.ts';

/** Whether two rules do the same with the requests that they take. */
export const doesTheSame = (a: RouteRule, b: RouteRule): boolean =>
  a.section === b.section && actionText(a.value) === actionText(b.value);

function actionText(rule: YamlValue): string {
  const { name: _name, match: _match, ...action } = asMap(rule) ?? {};
  return JSON.stringify(action);
}

/**
 * Moves a rule above those that take its requests, where that helps: it is reached there, and no rule is lost that was
 * reached before.
 */
export function movedUp(
  rule: RouteRule,
  covered: readonly Extract<Unreached, { why: 'covered' }>[],
  { resource, view, regexes }: LinkedSubject,
): Mend | undefined {
  const takers = covered.flatMap(({ by }) => by);
  // What moves in a delegate moves for all who hand on to it.
  if (isDelegate(resource) || takers.some((taker) => taker.virtualService.id !== resource.id))
    return undefined;
  const to = Math.min(...takers.map((taker) => taker.rule.index));
  if (to >= rule.index) return undefined;
  const after = withMoved(resource, rule, to);
  const before = unreachedRules(view, resource, regexes());
  // Asked aside: nobody else asks about what is not there.
  const left = unreachedRules({ settings: view.settings, find: view.find }, after, regexes());
  const isMoved = (one: RouteRule): boolean => one.section === rule.section && one.index === to;
  if (left.length >= before.length || left.some((one) => isMoved(one.rule))) return undefined;
  const path = ['spec', rule.section];
  return {
    title: `Move it above rule ${String(to + 1)}`,
    steps: [{ kind: 'move-item', path, from: rule.index, to }],
  };
}

/** The VirtualService with the rule in its new place. */
function withMoved(resource: Resource, { section, index }: RouteRule, to: number): Resource {
  const spec = asMap(member(resource.value, 'spec')) ?? {};
  const rules = [...asList(member(spec, section))];
  rules.splice(to, 0, ...rules.splice(index, 1));
  return {
    ...resource,
    id: `${resource.id} with ${section} ${String(index)} at ${String(to)}`,
    value: { ...resource.value, spec: { ...spec, [section]: rules } },
  };
}
