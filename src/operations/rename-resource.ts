import { asMap, namespaceOf, serviceHost, type Resource, type ResourceId } from '../istio/index.ts';
import { RefusedError } from '../yaml/index.ts';
import { nominalId } from './add-resource.ts';
import type { Draft } from './draft.ts';
import { renameInExpectations } from './naming/expectations.ts';
import { namingsByName } from './naming/namings.ts';

/** Whether the places that name what is renamed follow, or go on naming what then is not there. */
export type Following = 'follow' | 'leave';

/** Gives a resource another name, in its own text and, unless they are to be left, wherever others name it. Returns its new id. */
export function renameResource(
  draft: Draft,
  id: ResourceId,
  name: string,
  following: Following = 'follow',
): ResourceId {
  const resource = draft.resource(id);
  if (name === resource.name) return id;
  if (name.trim() === '') throw new RefusedError('unsafe', 'A resource needs a name.');
  const newId = nominalId({ ...resource.value, metadata: { ...asMap(resource.value['metadata']), name } });
  if (draft.mesh.byId.has(newId)) throw new RefusedError('duplicate', `There is already a ${newId}.`);
  const namings = following === 'follow' ? namingsByName(draft.mesh, { resource: id }) : [];
  for (const { from, path, written } of namings) {
    draft.edit(from, { kind: 'set', path, value: renamed(written, resource.name, name) });
  }
  if (following === 'follow') followInExpectations(draft, resource, name);
  draft.edit(id, { kind: 'set', path: ['metadata', 'name'], value: name });
  return newId;
}

function followInExpectations(draft: Draft, resource: Resource, to: string): void {
  const { settings } = draft.mesh;
  const namespace = namespaceOf(resource, settings);
  const hostOf = (name: string) => serviceHost(name, namespace, settings.clusterDomain);
  if (resource.type === 'Service')
    renameInExpectations(draft, { kind: 'host', host: hostOf(resource.name), to: hostOf(to) });
  if (resource.type === 'VirtualService')
    renameInExpectations(draft, { kind: 'virtual-service', namespace, name: resource.name, to });
}

/** The name inside what is written: `shop/front`, `./front`, `front.shop.svc.cluster.local` or plain `front`. */
function renamed(written: string, from: string, to: string): string {
  const slash = written.lastIndexOf('/') + 1;
  const [prefix, rest] = [written.slice(0, slash), written.slice(slash)];
  return prefix + to + rest.slice(from.length);
}
