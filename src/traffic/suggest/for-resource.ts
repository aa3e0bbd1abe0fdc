import {
  hostsOf,
  isWorkload,
  key,
  namespaceOf,
  workloadLabels,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { RULE_SECTIONS, rulesOf } from '../../routing/index.ts';
import type { Path } from '../../yaml/index.ts';
import type { RuleRef } from '../aim/rule-ref.ts';
import type { Caller, Request } from '../request.ts';
import { route } from '../route.ts';
import { targetsIn } from '../targets.ts';
import { suggestFor, suggestRequests, type Suggestion } from './suggest.ts';

/** The rule that a place in a VirtualService belongs to; undefined for a place in none. */
export function ruleAtPath({ id, type }: Pick<Resource, 'id' | 'type'>, path: Path): RuleRef | undefined {
  const section = RULE_SECTIONS.find((one) => one === path[1]);
  const index = path[2];
  if (type !== 'VirtualService' || !section || typeof index !== 'number') return undefined;
  return { resource: id, section, index };
}

/** So many requests are tried to find one that comes by a resource. */
const MOST = 400;

/** A request that comes by what is chosen, or who sends where that is what is chosen; else why there is none. */
export type RequestHere =
  { readonly request: Request } | { readonly caller: Caller } | { readonly why: string };

/** A request that comes to a place: the rule it stands in, the host, the DestinationRule, the server of a Gateway. */
export function requestTo(view: MeshView, resource: Resource, path: Path): RequestHere {
  if (resource.type === 'VirtualService') {
    const rule = ruleAtPath(resource, path) ?? firstRule(resource);
    return rule ? suggestFor(view, resource, rule) : { why: `${resource.name} has no rules yet.` };
  }
  const namespace = namespaceOf(resource, view.settings);
  if (isWorkload(resource.type))
    return { caller: { kind: 'sidecar', namespace, labels: workloadLabels(resource) } };
  const here = (request: Request): boolean =>
    route(view, request).steps.some((step) => step.result === 'taken' && step.resource === resource.id);
  for (const { purpose, request } of suggestions(view)) {
    if ((purpose.kind !== 'rule' && purpose.resource === resource.id) || here(request)) return { request };
  }
  const hosts = hostsOf(resource, view.settings);
  const target = targetsIn(view).find(({ url }) => hosts.some((host) => url.includes(host)));
  if (target?.url.includes('://'))
    return { request: { caller: { kind: 'sidecar', namespace }, url: target.url } };
  return { why: `No request comes by ${resource.kind} ${resource.name}, as far as can be found.` };
}

/** Suggested requests one after the other, as far as they are asked for. */
function* suggestions(view: MeshView): Generator<Suggestion> {
  yield* suggestRequests(view, { of: null }).requests;
  let left = MOST;
  for (const { id } of view.find(key.kind('VirtualService'))) {
    for (const one of suggestRequests(view, { of: id }).requests) {
      if (left-- <= 0) return;
      yield one;
    }
  }
}

function firstRule(resource: Resource): RuleRef | undefined {
  const [first] = rulesOf(resource);
  return first && { resource: resource.id, section: first.section, index: first.index };
}
