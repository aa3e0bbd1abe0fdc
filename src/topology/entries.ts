import {
  asTexts,
  gatewaysOf,
  key,
  member,
  MESH_GATEWAY,
  namespaceOf,
  specOf,
  type Resource,
} from '../istio/index.ts';
import {
  boundHosts,
  exportTo,
  gatewayNamed,
  isDelegate,
  serversOf,
  type GatewayServer,
} from '../routing/index.ts';
import type { EdgeSet } from './edges.ts';
import { ghostLook, missingGateway } from './ghosts.ts';
import { serverRow } from './ids.ts';
import type { Missing, TopologyNode } from './types.ts';
import type { CallerNode, Scope } from './unit.ts';
import type { RuleTraffic } from './virtual-service-rows.ts';

/** Who calls a resource: the apps of the namespaces that see it, its own first. */
export function clientsOf(resource: Resource, scope: Scope): readonly CallerNode[] {
  const own = namespaceOf(resource, scope.settings);
  const seen = exportTo(resource, scope.settings);
  if (seen.includes('*') || seen.includes(own)) return scope.callersIn(own);
  const clients = seen
    .filter((namespace) => namespace !== '~')
    .flatMap((namespace) => scope.callersIn(namespace));
  return [...new Map(clients.map((client) => [client.id, client])).values()];
}

const flowsAt = (traffic: readonly RuleTraffic[], gateway: string): readonly string[] => [
  ...new Set(traffic.filter((one) => one.gateways.includes(gateway)).flatMap((one) => one.flowsOnward)),
];

const ghostGateway = (gateway: string, missing: Missing): TopologyNode => ({
  id: `Gateway/${gateway}`,
  kind: 'Gateway',
  lane: 'gateway',
  label: gateway.slice(gateway.indexOf('/') + 1),
  resource: null,
  namespace: gateway.slice(0, gateway.indexOf('/')),
  rows: [],
  ...ghostLook(missing),
});

/** A Gateway of the Gateway API, which a VirtualService may be bound to as well: shown, and not looked into. */
function kubernetesGateway(gateway: string, { view, settings }: Scope): TopologyNode | undefined {
  const slash = gateway.indexOf('/');
  const [found] = view.find(key.name(KUBERNETES_GATEWAY, gateway.slice(0, slash), gateway.slice(slash + 1)));
  if (!found) return undefined;
  return {
    id: found.id,
    kind: 'Gateway',
    lane: 'gateway',
    label: found.name,
    resource: found.id,
    namespace: namespaceOf(found, settings),
    rows: [],
    detail: 'Gateway API',
    ...(found.stale ? { stale: true } : {}),
  };
}

const KUBERNETES_GATEWAY = 'Gateway.gateway.networking.k8s.io';

/** Why a Gateway lets nothing in for a VirtualService; undefined where it does, or where the files cannot tell. */
export function whyShut(resource: Resource, gateway: string, scope: Scope): string | undefined {
  const found = gatewayNamed(scope.view, gateway);
  if (found) return serversFor(resource, found, scope).length ? undefined : notAdmitted(found);
  if (kubernetesGateway(gateway, scope) || missingGateway(scope) === 'unknown') return undefined;
  return notDefined(gateway);
}

const serversFor = (resource: Resource, gateway: Resource, { view }: Scope): readonly GatewayServer[] =>
  serversOf(gateway).filter((server) => boundHosts(resource, gateway, server, view).length > 0);

const notAdmitted = ({ name }: Resource): string =>
  `No server of Gateway ${name} admits these hosts from this namespace.`;
const notDefined = (gateway: string): string => `No file defines Gateway ${gateway}.`;

/** Edges from the apps that a VirtualService serves in the mesh. */
export function addCallerEdges(
  resource: Resource,
  traffic: readonly RuleTraffic[],
  inert: string | undefined,
  edges: EdgeSet,
  scope: Scope,
): void {
  const flows = flowsAt(traffic, MESH_GATEWAY);
  if (isDelegate(resource) || !gatewaysOf(resource, scope.settings).includes(MESH_GATEWAY)) return;
  for (const client of clientsOf(resource, scope)) {
    edges.add({
      kind: 'route',
      from: { node: client.id, row: null },
      to: { node: resource.id, row: null },
      inert,
      flows,
      origin: { resource: resource.id, path: ['spec', 'hosts'] },
    });
  }
}

/** Edges from the Gateways that a VirtualService names, by the servers that admit it; gives the nodes of those that are no Istio Gateways of the files. */
export function addGatewayEdges(
  resource: Resource,
  traffic: readonly RuleTraffic[],
  edges: EdgeSet,
  scope: Scope,
): readonly TopologyNode[] {
  const ghosts: TopologyNode[] = [];
  const written = asTexts(member(specOf(resource), 'gateways'));
  const to = { node: resource.id, row: null };
  for (const gateway of gatewaysOf(resource, scope.settings)) {
    if (gateway === MESH_GATEWAY) continue;
    const index = written.findIndex(
      (name) => gateway === name || gateway.endsWith(`/${name.replace('./', '')}`),
    );
    const origin = { resource: resource.id, path: ['spec', 'gateways', ...(index < 0 ? [] : [index])] };
    const flows = flowsAt(traffic, gateway);
    const found = gatewayNamed(scope.view, gateway);
    const other = found ? undefined : kubernetesGateway(gateway, scope);
    if (other) {
      ghosts.push(other);
      edges.add({ kind: 'gateway', from: { node: other.id, row: null }, to, flows, origin });
      continue;
    }
    if (!found) {
      const missing = missingGateway(scope);
      ghosts.push(ghostGateway(gateway, missing));
      const reason = notDefined(gateway);
      edges.add({
        kind: 'gateway',
        from: { node: `Gateway/${gateway}`, row: null },
        to,
        missing,
        reason,
        flows,
        origin,
      });
      continue;
    }
    const servers = serversFor(resource, found, scope);
    for (const server of servers) {
      edges.add({
        kind: 'gateway',
        from: { node: found.id, row: serverRow(server.index) },
        to,
        flows,
        origin,
      });
    }
    if (servers.length) continue;
    const inert = isDelegate(resource)
      ? 'A delegate is bound where its VirtualService is.'
      : notAdmitted(found);
    edges.add({ kind: 'gateway', from: { node: found.id, row: null }, to, inert, flows: [], origin });
  }
  return ghosts;
}
