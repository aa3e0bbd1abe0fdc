import { type Field, type Mesh } from '../../istio/index.ts';
import { holderAt, textUnder, type LooseEntry, type LooseItem, type LooseNode } from '../loose/index.ts';
import type { PlacedResource } from '../place.ts';
import {
  knownGateways,
  knownHosts,
  knownLabels,
  knownNamespaces,
  knownPorts,
  knownSubsets,
  namesOfKind,
  type KnownName,
} from './names.ts';

/** The names of the workspace that a field may hold, at a place of a resource. */
export function referencedNames(
  mesh: Mesh,
  field: Field,
  resource: PlacedResource,
  holder: LooseEntry | LooseItem,
): KnownName[] {
  const namespace = resource.namespace || mesh.settings.defaultNamespace;
  switch (field.reference) {
    case 'host':
      return field.format === 'namespaced-host' ? scopedHosts(mesh, namespace) : knownHosts(mesh, namespace);
    case 'subset':
      return knownSubsets(mesh, hostNear(holder, resource.node), namespace);
    case 'port':
      return knownPorts(mesh, hostNear(holder, resource.node), namespace);
    case 'gateway':
      return knownGateways(mesh, namespace);
    case 'namespace':
      return field.format === 'export-to'
        ? [
            { name: '.', from: 'this namespace' },
            { name: '*', from: 'every namespace' },
            ...knownNamespaces(mesh),
          ]
        : knownNamespaces(mesh);
    case 'virtual-service':
      return namesOfKind(mesh, 'VirtualService', siblingText(holder, 'namespace') ?? namespace);
    case 'secret':
      return namesOfKind(mesh, 'Secret', undefined);
    case 'service-account':
      return namesOfKind(mesh, 'ServiceAccount', namespace);
    case 'resource':
      return namesOfKind(mesh, siblingText(holder, 'kind') ?? '', namespace);
    case 'label-key':
      return knownLabels(mesh, undefined);
    case 'label-value':
      return knownLabels(mesh, holder.kind === 'entry' ? holder.key : undefined);
    default:
      return [];
  }
}

function siblingText(holder: LooseEntry | LooseItem, key: string): string | undefined {
  return holder.kind === 'entry' ? textUnder(holder.map, key) : undefined;
}

/** The host that a subset or a port belongs to: written beside it, beside its parent, or the one of the whole rule. */
function hostNear(holder: LooseEntry | LooseItem, node: LooseNode | null): string | undefined {
  const parent = holder.kind === 'entry' ? holder.map.holder : holder.list.holder;
  const beside = siblingText(holder, 'host') ?? (parent ? siblingText(parent, 'host') : undefined);
  if (beside) return beside;
  const spec = holderAt(node, ['spec'])?.value ?? null;
  return textUnder(spec, 'host') || undefined;
}

/** `namespace/host`, as Gateways and Sidecars name hosts: of the own namespace, and of any. */
function scopedHosts(mesh: Mesh, namespace: string): KnownName[] {
  const every = [
    { name: './*', from: 'all hosts of this namespace' },
    { name: '*/*', from: 'all hosts' },
  ];
  return [...knownHosts(mesh, namespace).map(({ name, from }) => ({ name: `*/${name}`, from })), ...every];
}
