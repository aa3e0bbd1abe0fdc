import { key, type Mesh, type Resource } from '../../istio/index.ts';
import { isDelegate } from '../../routing/index.ts';
import { subsetNames } from '../delete-subset.ts';
import { hostNameFor } from '../host-name.ts';
import { namingsOf, type Named } from './namings.ts';

/** What could be named instead of what goes. */
export interface RedirectTargets {
  readonly resources: readonly Resource[];
  /** Names of subsets; null is the whole host. */
  readonly subsets: readonly (string | null)[];
}

/** What the places that name something can name instead, in the order of the files. */
export function redirectTargets(mesh: Mesh, { resource: id, subset }: Named): RedirectTargets {
  const resource = mesh.byId.get(id);
  const others = (type: string) => mesh.find(key.kind(type)).filter((other) => other.id !== id);
  switch (resource?.type) {
    case 'Gateway':
      return { resources: others('Gateway'), subsets: [] };
    case 'VirtualService':
      return { resources: others('VirtualService').filter(isDelegate), subsets: [] };
    case 'Service':
    case 'ServiceEntry': {
      const hosts = [...others('ServiceEntry'), ...others('Service')];
      const single = (other: Resource) => hostNameFor(other, resource, mesh.settings) !== undefined;
      return { resources: hosts.filter(single), subsets: [] };
    }
    case 'DestinationRule': {
      const names = subset === undefined ? [] : subsetNames(resource).filter((name) => name !== subset);
      return { resources: [], subsets: [...names, null] };
    }
    default: {
      // What policies are attached to is in their own namespace.
      const beside = ({ namespace }: Resource): boolean => namespace === resource?.namespace;
      const isAttachedTo = namingsOf(mesh, { resource: id }).length > 0;
      return { resources: isAttachedTo && resource ? others(resource.type).filter(beside) : [], subsets: [] };
    }
  }
}
