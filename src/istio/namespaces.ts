import { key } from './keys.ts';
import type { MeshView } from './mesh.ts';

/** Every cluster has these. */
const ALWAYS = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

/**
 * Whether the workspace says that the cluster has a namespace: a Namespace in the files or assumed, one of
 * `knownNamespaces`, Istio's root, or one that every cluster has. False says nothing: the files may just not speak of it.
 */
export function isKnownNamespace({ find, settings }: MeshView, namespace: string): boolean {
  return (
    ALWAYS.has(namespace) ||
    namespace === settings.rootNamespace ||
    namespace === settings.defaultNamespace ||
    settings.knownNamespaces.includes(namespace) ||
    find(key.name('Namespace', settings.defaultNamespace, namespace)).length > 0
  );
}
