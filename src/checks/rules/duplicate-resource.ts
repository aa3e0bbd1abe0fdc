import {
  areBuiltApart,
  buildsOf,
  isKustomization,
  key,
  namespaceOf,
  touchedKeys,
  type Mesh,
  type MeshFile,
  type MeshKey,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import type { Finding } from '../finding.ts';

type Found = ReadonlyMap<ResourceId, readonly Finding[]>;

const nameOf = (resource: Resource, { settings }: Mesh): MeshKey =>
  key.name(resource.type, namespaceOf(resource, settings), resource.name);

/**
 * Finds resources of one kind, namespace and name, after the first: by id. Which names are taken twice is kept from one
 * mesh to the next, so that an edit costs no more than the names it touched.
 */
export function createDuplicateResources(): (mesh: Mesh) => Found {
  let before: Mesh | undefined;
  const doubled = new Set<MeshKey>();
  const builds = rememberedBuilds();

  const count = (mesh: Mesh, resources: readonly Resource[]): void => {
    const seen = new Set<MeshKey>();
    for (const resource of resources) {
      if (resource.name === '' || resource.patch) continue;
      const name = nameOf(resource, mesh);
      if (seen.has(name)) doubled.add(name);
      seen.add(name);
    }
  };

  return (mesh) => {
    const touched = before && touchedKeys(before, mesh);
    before = mesh;
    if (!touched) {
      doubled.clear();
      count(mesh, mesh.resources);
    } else {
      for (const one of touched) {
        // Of other keys, such as those of a kind, thousands of resources would be gathered and sorted to no end.
        if (!one.startsWith('name ')) continue;
        doubled.delete(one);
        const sharing = mesh.find(one);
        if (sharing.length > 1) count(mesh, sharing);
      }
    }
    return found(mesh, doubled, builds);
  };
}

type Builds = (mesh: Mesh) => ReturnType<typeof buildsOf>;

/** What kustomizations build, worked out again only where one of them has changed. */
function rememberedBuilds(): Builds {
  let of: readonly MeshFile[] = [];
  let builds: ReturnType<typeof buildsOf> = [];
  return ({ files }) => {
    const now = files.filter(({ path }) => isKustomization(path));
    if (now.length !== of.length || now.some((file, index) => file !== of[index])) {
      builds = buildsOf(now);
      of = now;
    }
    return builds;
  };
}

function found(mesh: Mesh, doubled: ReadonlySet<MeshKey>, builds: Builds): Found {
  const findings = new Map<ResourceId, readonly Finding[]>();
  if (doubled.size === 0) return findings;
  const order = new Map(mesh.files.map(({ path }, index) => [path, index]));
  const place = ({ source }: Resource): readonly number[] => [
    order.get(source.file) ?? 0,
    source.document,
    ...source.path.filter((step) => typeof step === 'number'),
  ];
  for (const name of doubled) {
    const [first, ...others] = mesh.find(name).toSorted((a, b) => compareNumbers(place(a), place(b)));
    for (const other of others) {
      const apart = first && areBuiltApart(builds(mesh), first.source.file, other.source.file);
      findings.set(other.id, [apart ? otherClusters(other, first, mesh) : anotherOf(other, first, mesh)]);
    }
  }
  return findings;
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Overlays have their own of a name, each for a cluster of its own. */
function otherClusters({ kind, name }: Resource, first: Resource, { settings }: Mesh): Finding {
  return {
    code: 'MW0108',
    message:
      `There is another ${kind} "${name}" in namespace ${namespaceOf(first, settings)}, in ${first.source.file}. ` +
      'No kustomization builds both, so no cluster gets both; picture and requests take them as if one did. Open the folder of one overlay to see it alone.',
    path: ['metadata', 'name'],
    at: 'value',
    severity: 'hint',
    mends: [],
  };
}

function anotherOf(resource: Resource, first: Resource | undefined, { settings }: Mesh): Finding {
  const { kind, name, source } = resource;
  const where = first?.source.file === source.file ? 'earlier in this file' : `in ${first?.source.file}`;
  return {
    code: 'MW0108',
    message:
      `There is another ${kind} "${name}" in namespace ${namespaceOf(resource, settings)}, ${where}. ` +
      'A cluster keeps only one of them, the one applied last. Rename one, or delete it.',
    path: ['metadata', 'name'],
    at: 'value',
    mends: [{ title: 'Delete this one', steps: [{ kind: 'delete-resource' }] }],
  };
}
