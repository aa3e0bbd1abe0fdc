import {
  asNumber,
  asText,
  asTexts,
  key,
  labelsMatch,
  member,
  namespaceOf,
  selectorOf,
  workloadLabels,
  type Resource,
} from '../istio/index.ts';
import { boundHosts, ruleGateways, rulesOf, serversOf, type GatewayServer } from '../routing/index.ts';
import { badgesAtGateway, withBadges } from './badges.ts';
import { outsideCaller } from './callers.ts';
import { edgeSet } from './edges.ts';
import { OUTSIDE_CALLER, ruleRow, serverRow } from './ids.ts';
import { flowId } from './path.ts';
import type { NodeRow, TopologyNode } from './types.ts';
import type { Fragment, Scope } from './unit.ts';

/** `443 HTTPS shop.example +2`. */
function serverLabel({ value }: GatewayServer): string {
  const port = member(value, 'port');
  const hosts = asTexts(member(value, 'hosts'));
  const first =
    hosts[0] === undefined ? [] : [hosts[0], ...(hosts.length > 1 ? [`+${String(hosts.length - 1)}`] : [])];
  return [String(asNumber(member(port, 'number')) ?? ''), asText(member(port, 'protocol')) ?? '', ...first]
    .filter(Boolean)
    .join(' ');
}

/** By its name or the pods it selects: traffic comes to it from the mesh, not from outside. */
function isEgress(resource: Resource): boolean {
  const values = Object.values(selectorOf(resource) ?? {});
  return [resource.name, ...values].some((text) => text.includes('egress'));
}

/** The rules whose traffic comes in at each server. */
function flowsByServer(resource: Resource, scope: Scope): ReadonlyMap<number, readonly string[]> {
  const name = `${namespaceOf(resource, scope.settings)}/${resource.name}`;
  const bound = scope.view.find(key.bound(name));
  return new Map(
    serversOf(resource).map((server) => [
      server.index,
      bound
        .filter((virtualService) => boundHosts(virtualService, resource, server, scope.view).length > 0)
        .flatMap((virtualService) =>
          rulesOf(virtualService)
            .filter((rule) => ruleGateways(virtualService, rule, scope.view).includes(name))
            .map((rule) => flowId(virtualService.id, ruleRow(rule))),
        ),
    ]),
  );
}

function podsOf(resource: Resource, scope: Scope): readonly Resource[] {
  const selector = selectorOf(resource);
  const [label, value] = Object.entries(selector ?? {})[0] ?? [];
  if (!selector || label === undefined || value === undefined) return [];
  return scope.view
    .find(key.labelledAnywhere(label, value))
    .filter((pod) => pod.type !== 'WorkloadEntry' && pod.type !== 'WorkloadGroup')
    .filter((pod) => labelsMatch(selector, workloadLabels(pod) ?? {}));
}

/** A Gateway: a row for each server, who comes to it, and the pods it runs in. */
export function gatewayUnit(resource: Resource, scope: Scope): Fragment {
  const flows = flowsByServer(resource, scope);
  const pods = podsOf(resource, scope);
  const rows: NodeRow[] = serversOf(resource).map((server) => ({
    id: serverRow(server.index),
    label: serverLabel(server),
    path: server.path,
    ...(flows.get(server.index)?.length ? {} : { inert: 'No VirtualService is bound to this server.' }),
  }));
  const node: TopologyNode = {
    id: resource.id,
    kind: 'Gateway',
    lane: 'gateway',
    label: resource.name,
    resource: resource.id,
    namespace: namespaceOf(resource, scope.settings),
    rows,
    ...(rows.length && rows.every((row) => row.inert !== undefined)
      ? { inert: 'No VirtualService is bound to any of its servers: what comes in goes nowhere.' }
      : {}),
    ...withBadges(pods.length ? [] : badgesAtGateway(resource, scope)),
    ...(resource.stale ? { stale: true } : {}),
  };
  const edges = edgeSet();
  const self = { node: resource.id, row: null };
  const outside = isEgress(resource) ? [] : [outsideCaller()];
  if (outside.length) {
    edges.add({
      kind: 'gateway',
      from: { node: OUTSIDE_CALLER, row: null },
      to: self,
      flows: [...new Set([...flows.values()].flat())],
      origin: { resource: resource.id, path: ['spec', 'servers'] },
    });
  }
  for (const pod of pods) {
    edges.add({
      kind: 'selects',
      from: self,
      to: { node: pod.id, row: null },
      flows: [],
      origin: { resource: resource.id, path: ['spec', 'selector'] },
    });
  }
  return { nodes: [node, ...outside], edges: edges.edges(), demands: [] };
}
