import { key, labelsMatch, selectorOf, serviceNamespace, type Resource } from '../istio/index.ts';
import { meshClaims } from '../routing/index.ts';
import { drawChannel } from './channels.ts';
import { edgeSet } from './edges.ts';
import { addGateways } from './host-unit.ts';
import { ghostId } from './ids.ts';
import { directDemands, directFlow } from './host-traffic.ts';
import type { TopologyNode } from './types.ts';
import type { Demand, Fragment, Scope } from './unit.ts';

/** Gateways behind the Services that every installation has, `istio-ingressgateway` and `istio-egressgateway`, which files rarely hold. */
function gatewaysBehindName(host: string, scope: Scope): readonly Resource[] {
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

/** A host that something refers to and no file defines: drawn as a ghost, so that what refers to it does not hang in the air. */
export function ghostUnit(host: string, demands: readonly Demand[], scope: Scope): Fragment {
  const id = ghostId(host);
  const hostNamespace = serviceNamespace(host, scope.settings.clusterDomain);
  const unknown = hostNamespace !== null && !scope.hasServices();
  const node: TopologyNode = {
    id,
    kind: 'Host',
    lane: 'host',
    label: host,
    resource: null,
    namespace: hostNamespace ?? '',
    rows: [],
    dangling: true,
    missing: unknown ? 'unknown' : 'missing',
    detail: unknown ? 'not in these files' : 'not found',
  };
  const edges = edgeSet();
  const reached = demands.some((demand) => demand.flows.length > 0);
  const direct =
    reached || meshClaims(scope.view, host, hostNamespace ?? '').length ? [] : [{ host, port: null }];
  for (const client of direct.length ? scope.callersIn(hostNamespace ?? '') : []) {
    edges.add({
      kind: 'route',
      from: { node: client.id, row: null },
      to: { node: id, row: null },
      dangling: true,
      reason: `Nothing in these files defines ${host}.`,
      flows: [directFlow(id, null)],
      origin: null,
    });
  }
  addGateways(gatewaysBehindName(host, scope), id, demands, edges);
  const channel = {
    node: id,
    host,
    hostNamespace,
    endpoints: { list: [], nodes: [], open: true },
    ports: new Set<number>(),
    origin: null,
  };
  const drawn = drawChannel([...demands, ...directDemands(id, direct)], channel, scope);
  drawn.edges.forEach(edges.put);
  return { nodes: [node, ...drawn.nodes], edges: edges.edges(), demands: [] };
}
