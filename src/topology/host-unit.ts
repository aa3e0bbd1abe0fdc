import { hostsOf, namespaceOf, type Resource } from '../istio/index.ts';
import { isVisible, portsOf } from '../routing/index.ts';
import { badgesAttached, badgesBehind, withBadges } from './badges.ts';
import { drawChannel, type Channel } from './channels.ts';
import { edgeSet, type EdgeSet } from './edges.ts';
import { endpointsOf } from './endpoints.ts';
import { clientsOf } from './entries.ts';
import {
  directDemands,
  directFlow,
  directTraffic,
  gatewaysBehind,
  type DirectTraffic,
} from './host-traffic.ts';
import { portRow } from './ids.ts';
import { portRows } from './port-rows.ts';
import type { TopologyNode } from './types.ts';
import type { Demand, Fragment, Scope } from './unit.ts';

function hostNode(resource: Resource, scope: Scope): TopologyNode {
  const hosts = hostsOf(resource, scope.settings);
  const known = hosts.some((host) => endpointsOf(resource, host, scope).list.length > 0);
  const rows = portRows(resource);
  const only = rows.length === 1 ? rows[0]?.label : undefined;
  return {
    id: resource.id,
    kind: resource.type,
    lane: 'host',
    label: resource.name,
    resource: resource.id,
    namespace: namespaceOf(resource, scope.settings),
    rows,
    ...withBadges([...badgesAttached(resource, scope), ...(known ? [] : badgesBehind(resource, scope))]),
    ...(only === undefined ? {} : { detail: only }),
    ...(isVisible(resource, null, scope.settings)
      ? {}
      : { inert: 'Its exportTo shows it to no namespace: nobody can send to it.' }),
    ...(resource.assumed ? { assumed: true } : {}),
    ...(resource.stale ? { stale: true } : {}),
  };
}

/** Edges from apps: one to the node where they reach all its ports, else one to each port they reach. */
function addCallers(
  resource: Resource,
  direct: readonly DirectTraffic[],
  edges: EdgeSet,
  scope: Scope,
): void {
  const ports = new Set(direct.map(({ port }) => port));
  const all = portsOf(resource).every((port) => ports.has(port.number));
  for (const client of direct.length ? clientsOf(resource, scope) : []) {
    const common = {
      kind: 'route' as const,
      from: { node: client.id, row: null },
      origin: {
        resource: resource.id,
        path: resource.type === 'Service' ? ['metadata', 'name'] : ['spec', 'hosts'],
      },
    };
    if (all) {
      const flows = [...ports].map((port) => directFlow(resource.id, port));
      edges.add({ ...common, to: { node: resource.id, row: null }, flows });
      continue;
    }
    for (const port of ports) {
      const to = { node: resource.id, row: port === null ? null : portRow(port) };
      edges.add({ ...common, to, flows: [directFlow(resource.id, port)] });
    }
  }
}

/** A Service's traffic into the Gateways that run behind it. */
export function addGateways(
  gateways: readonly Resource[],
  node: string,
  demands: readonly Demand[],
  edges: EdgeSet,
): void {
  for (const gateway of gateways) {
    edges.add({
      kind: 'gateway',
      from: { node, row: null },
      to: { node: gateway.id, row: null },
      flows: [...new Set(demands.flatMap((demand) => demand.flows))],
      origin: { resource: gateway.id, path: ['spec', 'selector'] },
    });
  }
}

/** A Service or ServiceEntry: a row for each port, who reaches it, and the ways on to its endpoints. */
export function hostUnit(resource: Resource, demands: readonly Demand[], scope: Scope): Fragment {
  const edges = edgeSet();
  const nodes = new Map([[resource.id, hostNode(resource, scope)]]);
  const direct = directTraffic(resource, demands, scope);
  addCallers(resource, direct, edges, scope);
  addGateways(gatewaysBehind(resource, scope), resource.id, demands, edges);
  const hostNamespace = namespaceOf(resource, scope.settings);
  const ports = new Set(portsOf(resource).map((port) => port.number));
  for (const host of hostsOf(resource, scope.settings)) {
    const channel: Channel = {
      node: resource.id,
      host,
      hostNamespace,
      endpoints: endpointsOf(resource, host, scope),
      ports,
      origin: { resource: resource.id, path: ['spec', resource.type === 'Service' ? 'selector' : 'hosts'] },
    };
    const drawn = drawChannel([...demands, ...directDemands(resource.id, direct)], channel, scope);
    drawn.edges.forEach(edges.put);
    drawn.nodes.forEach((node) => nodes.set(node.id, node));
  }
  return { nodes: [...nodes.values()], edges: edges.edges(), demands: [] };
}
