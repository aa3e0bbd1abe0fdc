import {
  asMap,
  namespaceOf,
  serviceHost,
  type Mesh,
  type Resource,
  type ResourceId,
} from '../istio/index.ts';
import { RefusedError } from '../yaml/index.ts';
import { nominalId } from './add-resource.ts';
import type { Draft } from './draft.ts';
import { finished, type InSteps } from './in-steps.ts';
import { namedInExpectations } from './naming/expectations.ts';
import { namingsByName } from './naming/namings.ts';
import { placeOf, settingMany, type PlacedValue } from './set-many.ts';

/** Whether the places that name what is renamed follow, or go on naming what then is not there. */
export type Following = 'follow' | 'leave';

/** Gives a resource another name, in its own text and, unless they are to be left, wherever others name it. Returns its new id. */
export function* renamingResource(
  draft: Draft,
  id: ResourceId,
  name: string,
  following: Following = 'follow',
): InSteps<ResourceId> {
  const resource = draft.resource(id);
  if (name === resource.name) return id;
  if (name.trim() === '') throw new RefusedError('unsafe', 'A resource needs a name.');
  const newId = nominalId({ ...resource.value, metadata: { ...asMap(resource.value['metadata']), name } });
  if (draft.mesh.byId.has(newId)) throw new RefusedError('duplicate', `There is already a ${newId}.`);
  const namings = following === 'follow' ? namingsByName(draft.mesh, { resource: id }) : [];
  yield* settingMany(draft, [
    ...namings.map(({ from, path, written }) =>
      placeOf(draft, from, path, renamed(written, resource.name, name)),
    ),
    placeOf(draft, id, ['metadata', 'name'], name),
    ...(following === 'follow' ? inExpectations(draft.mesh, resource, name) : []),
    ...(following === 'follow' ? patchesOf(draft.mesh, resource) : []).map((patch) =>
      placeOf(draft, patch.id, ['metadata', 'name'], name),
    ),
  ]);
  return newId;
}

/** The same, all at once. */
export const renameResource = (...given: Parameters<typeof renamingResource>): ResourceId =>
  finished(renamingResource(...given));

/** The patches that Kustomize merges into a resource: it knows them by the name. */
const patchesOf = (mesh: Mesh, resource: Resource): readonly Resource[] =>
  resource.patch
    ? []
    : mesh.resources.filter(
        ({ patch, type, namespace, name }) =>
          patch && type === resource.type && namespace === resource.namespace && name === resource.name,
      );

function inExpectations(mesh: Mesh, resource: Resource, to: string): readonly PlacedValue[] {
  const { settings } = mesh;
  const namespace = namespaceOf(resource, settings);
  const hostOf = (name: string) => serviceHost(name, namespace, settings.clusterDomain);
  if (resource.type === 'Service')
    return namedInExpectations(mesh, { kind: 'host', host: hostOf(resource.name), to: hostOf(to) });
  if (resource.type !== 'VirtualService') return [];
  return namedInExpectations(mesh, { kind: 'virtual-service', namespace, name: resource.name, to });
}

/** The name inside what is written: `shop/front`, `./front`, `front.shop.svc.cluster.local` or plain `front`. */
function renamed(written: string, from: string, to: string): string {
  const slash = written.lastIndexOf('/') + 1;
  const [prefix, rest] = [written.slice(0, slash), written.slice(slash)];
  return prefix + to + rest.slice(from.length);
}
