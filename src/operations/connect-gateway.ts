import {
  gatewaysOf,
  MESH_GATEWAY,
  namespaceOf,
  valueAt,
  type MeshSettings,
  type Resource,
  type ResourceId,
} from '../istio/index.ts';
import { RefusedError, type Path } from '../yaml/index.ts';
import type { Draft } from './draft.ts';
import { setField } from './edit-field.ts';

const PATH: Path = ['spec', 'gateways'];

/** Binds a VirtualService to a Gateway. Without `gateways` it counts for the mesh, and so it does afterwards. Returns the new entry's path. */
export function connectGateway(draft: Draft, id: ResourceId, gatewayId: ResourceId): Path {
  const [resource, gateway] = [draft.resource(id), draft.resource(gatewayId)];
  const { settings } = draft.mesh;
  if (resource.type !== 'VirtualService' || gateway.type !== 'Gateway') {
    throw new RefusedError('wrong-parent', 'A Gateway can only let requests in to a VirtualService.');
  }
  const its = namespaceOf(gateway, settings);
  if (gatewaysOf(resource, settings).includes(`${its}/${gateway.name}`)) {
    throw new RefusedError('duplicate', `${resource.name} is bound to ${gateway.name} already.`);
  }
  const name = gatewayNameFor(gateway, resource, settings);
  const written = valueAt(resource.value, PATH);
  if (Array.isArray(written) && written.length > 0) {
    setField(draft, id, [...PATH, written.length], name);
    return [...PATH, written.length];
  }
  setField(draft, id, PATH, [MESH_GATEWAY, name]);
  return [...PATH, 1];
}

/** A Gateway as a VirtualService names it: with its namespace only where that is another one. */
export function gatewayNameFor(
  gateway: Pick<Resource, 'name' | 'namespace'>,
  from: Pick<Resource, 'namespace'>,
  settings: MeshSettings,
): string {
  const its = namespaceOf(gateway, settings);
  return its === namespaceOf(from, settings) ? gateway.name : `${its}/${gateway.name}`;
}
