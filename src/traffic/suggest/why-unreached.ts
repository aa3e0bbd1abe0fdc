import {
  gatewaysOf,
  MESH_GATEWAY,
  namespaceOf,
  type MeshView,
  type Regexes,
  type Resource,
} from '../../istio/index.ts';
import {
  delegateOf,
  exportTo,
  gatewayNamed,
  isDelegate,
  unreachedMatches,
  type RouteRule,
  type Unreached,
} from '../../routing/index.ts';
import { rootsOf, ruleAt, type RuleRef } from '../aim/rule-ref.ts';
import type { Trace } from '../trace.ts';

/** Why no request was found that a rule takes: the reason in the files where there is one, else where the nearest one ended. */
export function whyUnreached(
  view: MeshView,
  virtualService: Resource,
  ref: RuleRef,
  regexes: Regexes | undefined,
  nearest: Trace | undefined,
): string {
  const rule = ruleAt(virtualService, ref);
  if (!rule) return 'There is no such rule.';
  return (
    unbound(view, virtualService) ??
    withoutDelegate(view, virtualService, rule) ??
    shadowed(view, virtualService, rule, regexes) ??
    notAsked(virtualService, nearest) ??
    ended(nearest)
  );
}

function unbound(view: MeshView, virtualService: Resource): string | undefined {
  const roots = rootsOf(view, virtualService);
  if (isDelegate(virtualService) && !roots.length)
    return `No VirtualService hands requests on to ${virtualService.name}.`;
  if (!exportTo(virtualService, view.settings).some((each) => each !== '~'))
    return 'It is exported to no namespace, so no proxy sees it.';
  const gateways = [...new Set(roots.flatMap((root) => gatewaysOf(root, view.settings)))];
  const known = gateways.filter((each) => each === MESH_GATEWAY || gatewayNamed(view, each));
  return known.length
    ? undefined
    : `It is bound to ${gateways.join(' and ')} alone, which the files do not hold.`;
}

function withoutDelegate(view: MeshView, virtualService: Resource, rule: RouteRule): string | undefined {
  const delegate = delegateOf(view, virtualService, rule);
  return delegate && !delegate.found
    ? `It hands requests on to ${delegate.namespace}/${delegate.name}, which is not in the files or not for this namespace.`
    : undefined;
}

function shadowed(
  view: MeshView,
  virtualService: Resource,
  rule: RouteRule,
  regexes: Regexes | undefined,
): string | undefined {
  const reasons = unreachedMatches(view, virtualService, regexes)
    .filter((one) => one.rule.section === rule.section && one.rule.index === rule.index)
    .map(({ reason }) => reasonText(reason, view));
  return reasons.length ? [...new Set(reasons)].join(' ') : undefined;
}

function reasonText(reason: Unreached, view: MeshView): string {
  switch (reason.why) {
    case 'impossible':
      return `No request can be what it asks of the ${reason.thing}.`;
    case 'unbound':
      return 'It is for gateways that the VirtualService is not bound to.';
    case 'covered': {
      const rules = reason.by.map(
        ({ virtualService, rule }) =>
          `rule ${rule.index + 1} of ${namespaceOf(virtualService, view.settings)}/${virtualService.name}`,
      );
      return `All that it asks for is taken before, by ${[...new Set(rules)].join(' and ')}.`;
    }
  }
}

/** Why the VirtualService had no say in the nearest request. */
function notAsked(virtualService: Resource, nearest: Trace | undefined): string | undefined {
  const step = nearest?.steps.find(
    ({ code, resource }) => code.startsWith('VS_') && resource === virtualService.id,
  );
  return step && `No request was found that comes to it. ${step.text}`;
}

/** The last thing that was said of a request. */
function ended(nearest: Trace | undefined): string {
  if (!nearest) return 'No request was found that meets its conditions.';
  const { outcome, steps } = nearest;
  const last = steps.filter(({ result }) => result !== 'passed').at(-1)?.text ?? '';
  const other = outcome.virtualService
    ? ` The nearest request that was found is taken by ${outcome.virtualService}, rule ${(outcome.rule?.index ?? 0) + 1}.`
    : '';
  return `No request was found that comes to it.${other || ` The nearest one ends before: ${last}`}`;
}
