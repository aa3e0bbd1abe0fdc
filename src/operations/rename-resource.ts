import {
  asMap,
  asText,
  key,
  namespaceOf,
  references,
  valueAt,
  type Resource,
  type ResourceId,
} from '../istio/index.ts';
import { RefusedError, type Path } from '../yaml/index.ts';
import { nominalId } from './add-resource.ts';
import type { Draft } from './draft.ts';

/** Gives a resource another name, in its own text and wherever others name it. Returns its new id. */
export function renameResource(draft: Draft, id: ResourceId, name: string): ResourceId {
  const resource = draft.resource(id);
  if (name === resource.name) return id;
  if (name.trim() === '') throw new RefusedError('unsafe', 'A resource needs a name.');
  const newId = nominalId({ ...resource.value, metadata: { ...asMap(resource.value['metadata']), name } });
  if (draft.mesh.byId.has(newId)) throw new RefusedError('duplicate', `There is already a ${newId}.`);
  // Of two with one name, others may mean either: their references stay.
  const twins = draft.mesh.resources.filter((other) => nominalId(other.value) === nominalId(resource.value));
  const naming = twins.length > 1 ? [] : namesOf(draft, resource);
  for (const { from, path, written } of naming) {
    draft.edit(from, { kind: 'set', path, value: renamed(written, resource.name, name) });
  }
  draft.edit(id, { kind: 'set', path: ['metadata', 'name'], value: name });
  return newId;
}

interface Naming {
  readonly from: ResourceId;
  readonly path: Path;
  readonly written: string;
}

/** Every place that names a resource by its own name: `gateways` a Gateway, `delegate` a VirtualService. */
function namesOf({ mesh }: Draft, resource: Resource): readonly Naming[] {
  const namespace = namespaceOf(resource, mesh.settings);
  const found: Naming[] = [];
  const candidates =
    resource.type === 'Gateway'
      ? mesh.find(key.kind('VirtualService'))
      : resource.type === 'VirtualService'
        ? mesh.find(key.delegating(namespace, resource.name))
        : [];
  for (const from of candidates) {
    for (const reference of references(from, mesh.settings)) {
      let path: Path | undefined;
      if (resource.type === 'Gateway' && reference.kind === 'gateway') {
        if (reference.gateway === `${namespace}/${resource.name}`) path = reference.path;
      } else if (resource.type === 'VirtualService' && reference.kind === 'delegate') {
        if (reference.namespace === namespace && reference.name === resource.name)
          path = [...reference.path, 'name'];
      }
      const written = path && asText(valueAt(from.value, path));
      if (path && written) found.push({ from: from.id, path, written });
    }
  }
  return found;
}

/** The name inside what is written: `shop/front`, `./front`, `front.shop.svc.cluster.local` or plain `front`. */
function renamed(written: string, from: string, to: string): string {
  const slash = written.lastIndexOf('/') + 1;
  const [prefix, rest] = [written.slice(0, slash), written.slice(slash)];
  return prefix + to + rest.slice(from.length);
}
