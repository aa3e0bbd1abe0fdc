import { key, type MeshView } from '../../../istio/index.ts';

/** The namespaces that the workspace speaks of, and those that every cluster has. */
export function namespacesIn({ find, settings }: MeshView): readonly string[] {
  const { rootNamespace, defaultNamespace, knownNamespaces } = settings;
  return [
    'default',
    rootNamespace,
    defaultNamespace,
    ...knownNamespaces,
    ...find(key.kind('Namespace')).map(({ name }) => name),
  ];
}
