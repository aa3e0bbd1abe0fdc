import { onceEachIn } from './once-each.ts';
import { asTexts, member } from './read.ts';
import { specOf } from './selectors.ts';
import { namespaceOf, type MeshSettings } from './settings.ts';
import type { Resource } from './types.ts';

/** The reserved gateway that means every sidecar. */
export const MESH_GATEWAY = 'mesh';

/**
 * `namespace/name` of the Gateway meant by an entry of `gateways`, for a VirtualService in `namespace`; `mesh` stays.
 * `x.ns.svc…`, the old dotted way, is understood.
 */
export function resolveGateway(written: string, namespace: string): string {
  if (written === MESH_GATEWAY) return written;
  if (written.startsWith('./')) return `${namespace}/${written.slice(2)}`;
  if (written.includes('/')) return written;
  const [name, inNamespace, ...more] = written.split('.');
  return inNamespace && more.length ? `${inNamespace}/${name ?? ''}` : `${namespace}/${written}`;
}

/** The gateways a VirtualService is bound to, resolved, without doubles; the mesh where none is written. */
export const gatewaysOf = onceEachIn(
  (virtualService: Resource, settings: MeshSettings): readonly string[] => {
    const written = asTexts(member(specOf(virtualService), 'gateways'));
    if (!written.length) return [MESH_GATEWAY];
    const namespace = namespaceOf(virtualService, settings);
    return [...new Set(written.map((gateway) => resolveGateway(gateway, namespace)))];
  },
);
