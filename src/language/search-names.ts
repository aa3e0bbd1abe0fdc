import {
  asList,
  asText,
  hostMentions,
  hostsOf,
  member,
  onceEachIn,
  references,
  specOf,
  type Mesh,
  type MeshSettings,
  type Resource,
} from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';

/** A place that writes a name. */
export interface NamePlaceFound {
  readonly resource: Resource;
  readonly path: Path;
  /** It is there that the name comes from: a Service, a ServiceEntry, the subset of a DestinationRule. */
  readonly defines: boolean;
}

/** A host or a subset of one, wherever it is written, in short or in full. */
export interface FoundName {
  readonly kind: 'host' | 'subset';
  /** The host in full, or the subset. */
  readonly name: string;
  readonly host: string;
  /** Those that define it first. */
  readonly places: readonly NamePlaceFound[];
}

export interface FoundNames {
  readonly hosts: readonly FoundName[];
  readonly subsets: readonly FoundName[];
  readonly resources: readonly Resource[];
}

/** One name at one place of a resource. */
interface Spoken {
  readonly kind: FoundName['kind'];
  readonly name: string;
  readonly host: string;
  readonly path: Path;
  readonly defines: boolean;
  /** In small letters: what is compared. */
  readonly small: string;
}

/** Of a resource alone, so that it can be kept with it: whose Service `till.books` calls is for others to say. */
const spokenBy = onceEachIn((resource: Resource, settings: MeshSettings): readonly Spoken[] => [
  ...serviceHosts(resource, settings),
  ...hostMentions({ settings, find: () => [] }, resource).map(({ host, path }) =>
    spoken('host', host, host, path, resource.type === 'ServiceEntry' && path[1] === 'hosts'),
  ),
  ...references(resource, settings).flatMap((reference) =>
    reference.kind === 'subset'
      ? [spoken('subset', reference.subset, reference.host, reference.path, false)]
      : [],
  ),
  ...ownSubsets(resource, settings),
]);

const spoken = (kind: Spoken['kind'], name: string, host: string, path: Path, defines: boolean): Spoken => ({
  kind,
  name,
  host,
  path,
  defines,
  small: name.toLowerCase(),
});

const serviceHosts = (resource: Resource, settings: MeshSettings): readonly Spoken[] =>
  resource.type === 'Service'
    ? hostsOf(resource, settings).map((host) => spoken('host', host, host, ['metadata', 'name'], true))
    : [];

function ownSubsets(resource: Resource, settings: MeshSettings): readonly Spoken[] {
  const [host] = resource.type === 'DestinationRule' ? hostsOf(resource, settings) : [];
  if (host === undefined) return [];
  return asList(member(specOf(resource), 'subsets')).flatMap((subset, index) => {
    const name = asText(member(subset, 'name'));
    return name ? [spoken('subset', name, host, ['spec', 'subsets', index, 'name'], true)] : [];
  });
}

const smallNames = onceEachIn(({ kind, namespace, name }: Resource) =>
  `${kind} ${namespace}/${name}`.toLowerCase(),
);

/**
 * The hosts, subsets and resources of a mesh whose names hold all of these words, in any case: hosts and subsets by name,
 * resources by kind, namespace and name too. Each once, in the order of the files, with all places that write it.
 */
export function searchNames(mesh: Mesh, query: string): FoundNames {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const names = new Map<string, FoundName & { readonly places: NamePlaceFound[] }>();
  const resources: Resource[] = [];
  const fits = (text: string): boolean => words.every((word) => text.includes(word));
  for (const resource of words.length ? mesh.resources : []) {
    if (fits(smallNames(resource, mesh.settings))) resources.push(resource);
    for (const { kind, name, host, path, defines, small } of spokenBy(resource, mesh.settings)) {
      if (name === '*' || !fits(small)) continue;
      const id = `${kind} ${host} ${name}`;
      let found = names.get(id);
      if (!found) names.set(id, (found = { kind, name, host, places: [] }));
      found.places.push({ resource, path, defines });
    }
  }
  const sorted = [...names.values()].map((found) => ({
    ...found,
    places: found.places.toSorted((a, b) => Number(b.defines) - Number(a.defines)),
  }));
  return {
    hosts: sorted.filter(({ kind }) => kind === 'host'),
    subsets: sorted.filter(({ kind }) => kind === 'subset'),
    resources,
  };
}
