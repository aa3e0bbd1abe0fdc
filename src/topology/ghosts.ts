import { key, labelsMatch, selectorOf, serviceNamespace, type Resource } from '../istio/index.ts';
import { tellGateways } from '../routing/index.ts';
import type { Missing, TopologyNode } from './types.ts';
import type { Scope } from './unit.ts';

/** Gateways behind the Services that every installation has, `istio-ingressgateway` and `istio-egressgateway`, which files rarely hold. */
export function gatewaysBehindName(host: string, scope: Scope): readonly Resource[] {
  const name = host.split('.')[0] ?? '';
  if (
    !name.startsWith('istio-') ||
    !name.endsWith('gateway') ||
    serviceNamespace(host, scope.settings.clusterDomain) === null
  )
    return [];
  const labels = { app: name, istio: name.slice('istio-'.length) };
  return Object.entries(labels)
    .flatMap(([label, value]) => scope.view.find(key.gatewaySelecting(label, value)))
    .filter((gateway) => labelsMatch(selectorOf(gateway) ?? {}, labels));
}

/**
 * What it means that no file defines a host, as the checks hold it too. A Gateway of the files says itself that its pods
 * are somewhere.
 */
export const missingHost = (host: string, scope: Scope): Missing =>
  scope.tellHosts() && !gatewaysBehindName(host, scope).length ? 'missing' : 'unknown';

/** What it means that no file defines a Gateway. */
export const missingGateway = ({ view, tellHosts }: Scope): Missing =>
  tellHosts() || tellGateways(view) ? 'missing' : 'unknown';

/** What every node has that stands for something no file defines. */
export const ghostLook = (missing: Missing): Pick<TopologyNode, 'dangling' | 'missing' | 'detail'> => ({
  dangling: true,
  missing,
  detail: missing === 'unknown' ? 'not in these files' : 'not found',
});
