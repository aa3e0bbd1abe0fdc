import { serviceNamespace } from '../istio/index.ts';
import { meshClaims } from '../routing/index.ts';
import { drawChannel } from './channels.ts';
import { edgeSet } from './edges.ts';
import { addGateways } from './host-unit.ts';
import { gatewaysBehindName, ghostLook, missingHost } from './ghosts.ts';
import { ghostId } from './ids.ts';
import { directDemands, directFlow } from './host-traffic.ts';
import type { TopologyNode } from './types.ts';
import type { Demand, Fragment, Scope } from './unit.ts';

/** A host that something refers to and no file defines: drawn as a ghost, so that what refers to it does not hang in the air. */
export function ghostUnit(host: string, demands: readonly Demand[], scope: Scope): Fragment {
  const id = ghostId(host);
  const hostNamespace = serviceNamespace(host, scope.settings.clusterDomain);
  const missing = missingHost(host, scope);
  const node: TopologyNode = {
    id,
    kind: 'Host',
    lane: 'host',
    label: host,
    resource: null,
    namespace: hostNamespace ?? '',
    rows: [],
    ...ghostLook(missing),
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
      missing,
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
