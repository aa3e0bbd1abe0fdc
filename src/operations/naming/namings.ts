import {
  asList,
  asText,
  hostsOf,
  key,
  member,
  namespaceOf,
  references,
  specOf,
  valueAt,
  type Mesh,
  type Reference,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';
import { nominalId } from '../add-resource.ts';

/** A place that names something which is about to be renamed or to go. */
export interface Naming {
  readonly from: ResourceId;
  /** Where the name itself is written. */
  readonly path: Path;
  readonly written: string;
  readonly kind: 'host' | 'subset' | 'gateway' | 'delegate' | 'scope' | 'target';
}

/** What is named: a resource, or one subset of a DestinationRule. */
export interface Named {
  readonly resource: ResourceId;
  readonly subset?: string | undefined;
}

type IsMeant = (reference: Reference) => boolean;

/** Every place that would name nothing if this were gone, in the order of resources. What somebody else defines too is not among them. */
export function namingsOf(mesh: Mesh, { resource: id, subset }: Named): readonly Naming[] {
  const resource = mesh.byId.get(id);
  if (!resource) return [];
  // Of two with one name, others may mean either.
  const named = key.name(resource.type, namespaceOf(resource, mesh.settings), resource.name);
  const twin = mesh
    .find(named)
    .some((other) => other.id !== id && nominalId(other.value) === nominalId(resource.value));
  if (twin) return [];
  const isMeant = meaningOf(mesh, resource, subset);
  return candidates(mesh, resource).flatMap((from) =>
    references(from, mesh.settings).flatMap((reference) => {
      if (from.id === id || !isMeant(reference)) return [];
      const path = reference.kind === 'delegate' ? [...reference.path, 'name'] : reference.path;
      const written = asText(valueAt(from.value, path));
      return written ? [{ from: from.id, path, written, kind: reference.kind as Naming['kind'] }] : [];
    }),
  );
}

/** What is found by the name itself, not by what it defines: a ServiceEntry's hosts and a DestinationRule's subsets stay. */
const FOUND_BY_NAME: ReadonlySet<string> = new Set(['Gateway', 'VirtualService', 'Service']);

/** Every place that would name nothing if this had another name. */
export function namingsByName(mesh: Mesh, named: Named): readonly Naming[] {
  const type = mesh.byId.get(named.resource)?.type ?? '';
  const namings = namingsOf(mesh, named);
  const all = named.subset !== undefined || FOUND_BY_NAME.has(type);
  return all ? namings : namings.filter(({ kind }) => kind === 'target');
}

function candidates(mesh: Mesh, resource: Resource): readonly Resource[] {
  const namespace = namespaceOf(resource, mesh.settings);
  // Patches are found by nothing, and may name what those name that they are merged into.
  const patches = mesh.patches.size > 0 ? mesh.resources.filter(({ patch }) => patch) : [];
  const attached = [...mesh.find(key.targeting(resource.type, namespace, resource.name)), ...patches];
  switch (resource.type) {
    case 'Service':
    case 'ServiceEntry':
      return mesh.resources;
    case 'Gateway':
    case 'DestinationRule':
      return [...mesh.find(key.kind('VirtualService')), ...attached];
    case 'VirtualService':
      return [...mesh.find(key.delegating(namespace, resource.name)), ...attached];
    default:
      return attached;
  }
}

function meaningOf(mesh: Mesh, resource: Resource, subset: string | undefined): IsMeant {
  if (subset !== undefined) return subsetMeaning(mesh, resource, subset);
  const { type, name } = resource;
  const namespace = namespaceOf(resource, mesh.settings);
  const isAttached: IsMeant = (reference) =>
    reference.kind === 'target' &&
    reference.type === type &&
    reference.namespace === namespace &&
    reference.name === name;
  const isNamed = otherMeaning(mesh, resource, namespace);
  return isNamed ? (reference) => isAttached(reference) || isNamed(reference) : isAttached;
}

/** How others mean it, besides attaching themselves to it. */
function otherMeaning(mesh: Mesh, resource: Resource, namespace: string): IsMeant | undefined {
  switch (resource.type) {
    case 'Gateway':
      return (reference) =>
        reference.kind === 'gateway' && reference.gateway === `${namespace}/${resource.name}`;
    case 'VirtualService':
      return (reference) =>
        reference.kind === 'delegate' &&
        reference.namespace === namespace &&
        reference.name === resource.name;
    case 'DestinationRule':
      return subsetMeaning(mesh, resource, undefined);
    case 'Service':
    case 'ServiceEntry':
      return hostMeaning(mesh, resource);
    default:
      return undefined;
  }
}

const subsetNames = (rule: Resource): string[] =>
  asList(member(specOf(rule), 'subsets')).flatMap((each) => asText(member(each, 'name')) ?? []);

/** The subsets that no other DestinationRule of the host defines: those of one host and namespace are merged. */
function subsetMeaning(mesh: Mesh, rule: Resource, subset: string | undefined): IsMeant {
  const [host] = hostsOf(rule, mesh.settings);
  const others = host === undefined ? [] : mesh.find(key.host('DestinationRule', host));
  const elsewhere = new Set(others.filter(({ id }) => id !== rule.id).flatMap(subsetNames));
  const names = new Set(subset === undefined ? subsetNames(rule) : [subset]);
  return (reference) =>
    reference.kind === 'subset' &&
    reference.host === host &&
    names.has(reference.subset) &&
    !elsewhere.has(reference.subset);
}

function hostMeaning(mesh: Mesh, resource: Resource): IsMeant {
  const definedElsewhere = (host: string) =>
    ['Service', 'ServiceEntry'].some((type) =>
      mesh.find(key.host(type, host)).some(({ id }) => id !== resource.id),
    );
  const hosts = new Set(hostsOf(resource, mesh.settings).filter((host) => !definedElsewhere(host)));
  return (reference) =>
    (reference.kind === 'host' || reference.kind === 'scope') && hosts.has(reference.host);
}

/** The destination, mirror, gateway or delegate that a naming stands in: what goes when it goes. */
export function wayOf({ path }: Pick<Naming, 'path'>): Path {
  const holder = path.slice(0, -1);
  if (typeof path.at(-1) === 'number' || holder.length < 2) return path;
  return holder.at(-1) === 'destination' ? holder.slice(0, -1) : holder;
}

/**
 * The order in which places can be taken away one by one while the paths of those that are left stay true: the last of a
 * list first, and of one rule its routes last, since the rule goes with them.
 */
export function lastFirst(namings: readonly Naming[]): readonly Naming[] {
  return [...namings].sort((a, b) => (a.from === b.from ? comparePlaces(a.path, b.path) : 0));
}

function comparePlaces(a: Path, b: Path): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [one, other] = [a[at], b[at]];
    if (one === other) continue;
    if (typeof one === 'number' && typeof other === 'number') return other - one;
    return Number(one === 'route') - Number(other === 'route');
  }
  return b.length - a.length;
}
