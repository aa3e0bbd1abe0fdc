import { asMap, namespaceOf, writtenPath, type Mesh, type Resource } from '../istio/index.ts';
import { RefusedError } from '../yaml/index.ts';
import { nominalId } from './add-resource.ts';
import type { Draft } from './draft.ts';
import { namespaceInFiles } from './naming/namespace-in-files.ts';
import { namespaceNamings } from './naming/namespace-names.ts';
import { flatMapInSteps, type InSteps } from './in-steps.ts';
import { placedIn, settingMany } from './set-many.ts';

/** What a namespace's new name leaves to be seen to. */
export interface RenamedNamespace {
  /** Those that cannot be read now, and go on naming the old one. */
  readonly unread: readonly Resource[];
  /** Those that are in it without saying so. */
  readonly silent: readonly Resource[];
}

/**
 * Gives a namespace another name: in its Namespace, in all that is in it, and wherever it is named: hosts in full, gateways,
 * delegates, `exportTo`, identities, settings, expectations, kustomizations. Throws `RefusedError` where two things would then
 * be one.
 */
export function* renamingNamespace(draft: Draft, from: string, to: string): InSteps<RenamedNamespace> {
  const { mesh } = draft;
  const clash = clashOf(mesh, from, to);
  if (clash)
    throw new RefusedError(
      'duplicate',
      `There is a ${clash.kind} ${clash.name} in ${to} already: with one name the two could not be told apart. Rename one of them first.`,
    );
  const readable = mesh.resources.filter(({ stale, assumed }) => !stale && !assumed);
  const places = yield* flatMapInSteps(readable, (resource) =>
    [...namespaceNamings(mesh, resource, from, to)].flatMap(
      ({ path, value }) => placedIn(resource, path, value) ?? [],
    ),
  );
  yield* settingMany(draft, [...places, ...namespaceInFiles(mesh, from, to)]);
  return {
    unread: mesh.resources.filter(({ stale, source }) => stale && textNames(draft, source.file, from)),
    silent: mesh.resources.filter(
      (resource) =>
        resource.namespace === '' &&
        isNamespaced(resource) &&
        namespaceOf(resource, mesh.settings) === from &&
        writtenPath(resource, ['metadata', 'namespace']) !== undefined,
    ),
  };
}

/** Every namespace that something stands in. */
export function namespacesIn(mesh: Mesh): readonly string[] {
  const own = mesh.resources.map((resource) =>
    resource.type === 'Namespace' ? resource.name : resource.namespace,
  );
  return [...new Set(own)].filter(Boolean).toSorted();
}

const CLUSTER_WIDE: ReadonlySet<string> = new Set([
  'Namespace',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'GatewayClass',
  'PersistentVolume',
  'StorageClass',
]);
const isNamespaced = ({ kind }: Resource): boolean => !CLUSTER_WIDE.has(kind);

const textNames = (draft: Draft, path: string, name: string): boolean =>
  draft.file(path)?.text.includes(name) ?? false;

function clashOf(mesh: Mesh, from: string, to: string): Resource | undefined {
  return mesh.resources.find(({ namespace, value }) => {
    if (namespace !== from) return false;
    const metadata = { ...asMap(value['metadata']), namespace: to };
    return mesh.byId.has(nominalId({ ...value, metadata }));
  });
}
