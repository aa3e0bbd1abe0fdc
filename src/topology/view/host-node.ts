import { hostsOf, hostSuffixes, key } from '../../istio/index.ts';
import { findHost } from '../../routing/index.ts';
import { externalId, ghostId } from '../ids.ts';
import { meshBehind } from '../topology.ts';
import type { Topology, TopologyNode } from '../types.ts';

/**
 * The node at which the ways of a host's traffic meet: the Service or ServiceEntry that defines it, by a wildcard too, else
 * the ghost that stands for it, else the rules that are made for it. Undefined where nothing of the mesh is about it.
 */
export function hostNode(topology: Topology, host: string): TopologyNode | undefined {
  const nodes = new Map(topology.nodes.map((node) => [node.id, node]));
  const mesh = meshBehind(topology);
  const filed = (type: string, name: string) => mesh?.find(key.host(type, name)) ?? [];
  const { resources = [], hidden = [] } = mesh ? findHost(mesh, host, null) : {};
  const under = hostSuffixes(host).flatMap((suffix) => filed('ServiceEntry', `*${suffix}`));
  const ids = [
    ...[...resources, ...hidden, ...under].map(({ id }) => id),
    ghostId(host),
    externalId(host),
    ...[...filed('VirtualService', host), ...filed('DestinationRule', host)].map(({ id }) => id),
  ];
  for (const id of ids) {
    const node = nodes.get(id);
    if (node) return node;
  }
  return undefined;
}

/** A host, by the name that a person knows it by, and the node that stands for it. */
export interface KnownHost {
  readonly host: string;
  readonly node: TopologyNode;
}

/** The hosts that have a node of their own, in the topology's order: a ServiceEntry has as many as it names. */
export function knownHosts(topology: Topology): readonly KnownHost[] {
  const mesh = meshBehind(topology);
  return topology.nodes.flatMap((node) => {
    if (node.lane !== 'host') return [];
    const resource = node.resource === null ? undefined : mesh?.byId.get(node.resource);
    const hosts = resource && mesh ? hostsOf(resource, mesh.settings) : [node.label];
    return hosts.map((host) => ({ host, node }));
  });
}
