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
  type MeshFile,
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
  /** Those that define it first, else in the order of the files. */
  readonly places: readonly NamePlaceFound[];
}

export interface FoundNames {
  readonly hosts: readonly FoundName[];
  readonly subsets: readonly FoundName[];
  readonly resources: readonly Resource[];
}

/** The names of a mesh, ready to be asked as fast as somebody types. */
export interface NameIndex {
  /**
   * The hosts, subsets and resources whose names hold all of these words, in any case: hosts and subsets by name,
   * resources by kind, namespace and name. Each once, in the order of the files.
   */
  search(query: string): FoundNames;
}

/** One name at one place of a resource. */
interface Spoken extends Omit<FoundName, 'places'> {
  readonly path: Path;
  readonly defines: boolean;
}

const spoken = (kind: Spoken['kind'], name: string, host: string, path: Path, defines: boolean): Spoken => ({
  kind,
  name,
  host,
  path,
  defines,
});

/** Of a resource alone, so that it can be kept with it: whose Service `till.books` calls is for others to say. */
const spokenBy = onceEachIn((resource: Resource, settings: MeshSettings): readonly Spoken[] => {
  switch (resource.type) {
    case 'Service':
      return hostsOf(resource, settings).map((host) =>
        spoken('host', host, host, ['metadata', 'name'], true),
      );
    case 'DestinationRule':
      return [...referredBy(resource, settings), ...ownSubsets(resource, settings)];
    case 'VirtualService':
      return referredBy(resource, settings);
    default:
      return hostMentions({ settings, find: () => [] }, resource).map(({ host, path }) =>
        spoken('host', host, host, path, resource.type === 'ServiceEntry' && path[1] === 'hosts'),
      );
  }
});

const referredBy = (resource: Resource, settings: MeshSettings): readonly Spoken[] =>
  references(resource, settings).flatMap((reference) => {
    if (reference.kind === 'host')
      return [spoken('host', reference.host, reference.host, reference.path, false)];
    if (reference.kind !== 'subset') return [];
    return [spoken('subset', reference.subset, reference.host, reference.path, false)];
  });

function ownSubsets(resource: Resource, settings: MeshSettings): readonly Spoken[] {
  const [host] = hostsOf(resource, settings);
  if (host === undefined) return [];
  return asList(member(specOf(resource), 'subsets')).flatMap((subset, index) => {
    const name = asText(member(subset, 'name'));
    return name ? [spoken('subset', name, host, ['spec', 'subsets', index, 'name'], true)] : [];
  });
}

/** A name while its places are gathered; `small` is what is compared. */
interface Gathered extends FoundName {
  readonly small: string;
  readonly places: NamePlaceFound[];
  defined: number;
}

type Names = Map<string, Gathered>;

function gather(
  names: Names,
  one: Omit<Spoken, 'path' | 'defines'>,
  places: readonly NamePlaceFound[],
): void {
  const { kind, name, host } = one;
  const id = `${kind} ${host} ${name}`;
  let found = names.get(id);
  if (!found)
    names.set(id, (found = { kind, name, host, small: name.toLowerCase(), places: [], defined: 0 }));
  for (const place of places)
    if (place.defines) found.places.splice(found.defined++, 0, place);
    else found.places.push(place);
}

const kept = new WeakMap<MeshFile, { readonly settings: MeshSettings; readonly names: Names }>();

/** So many resources are read in one step. */
const STEP = 20;

function* namesOf(file: MeshFile, settings: MeshSettings): Generator<void, Names> {
  const known = kept.get(file);
  if (known?.settings === settings) return known.names;
  const names: Names = new Map();
  for (const [index, resource] of file.resources.entries()) {
    for (const one of spokenBy(resource, settings))
      if (one.name !== '*') gather(names, one, [{ resource, path: one.path, defines: one.defines }]);
    if (index % STEP === STEP - 1) yield;
  }
  kept.set(file, { settings, names });
  yield;
  return names;
}

const smallName = onceEachIn(({ kind, namespace, name }: Resource) =>
  `${kind} ${namespace}/${name}`.toLowerCase(),
);

const indexes = new WeakMap<Mesh, NameIndex>();

/** Gathers all names of a mesh, step by step; what was gathered of a file holds as long as nothing in it changes. */
export function* indexNames(mesh: Mesh): Generator<void, NameIndex> {
  const known = indexes.get(mesh);
  if (known) return known;
  const { settings, resources } = mesh;
  const all: Names = new Map();
  for (const file of mesh.files)
    for (const one of (yield* namesOf(file, settings)).values()) gather(all, one, one.places);
  const names = [...all.values()];
  const index: NameIndex = {
    search(query) {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      if (words.length === 0) return { hosts: [], subsets: [], resources: [] };
      const fits = (text: string): boolean => words.every((word) => text.includes(word));
      const found = names.filter(({ small }) => fits(small));
      return {
        hosts: found.filter(({ kind }) => kind === 'host'),
        subsets: found.filter(({ kind }) => kind === 'subset'),
        resources: resources.filter((resource) => fits(smallName(resource, settings))),
      };
    },
  };
  indexes.set(mesh, index);
  return index;
}
