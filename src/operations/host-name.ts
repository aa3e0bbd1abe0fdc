import {
  asTexts,
  isWildcard,
  member,
  namespaceOf,
  serviceHost,
  specOf,
  type MeshSettings,
  type Resource,
} from '../istio/index.ts';

/**
 * The host by which a resource of `from`'s namespace names a Service or ServiceEntry: the short name inside one
 * namespace, where it means the same; else the full one, which means the same everywhere. Undefined where it has no host,
 * or only ones that stand for many.
 */
export function hostNameFor(
  target: Resource,
  from: Pick<Resource, 'namespace'>,
  settings: MeshSettings,
): string | undefined {
  if (target.type !== 'Service')
    return asTexts(member(specOf(target), 'hosts')).find((host) => host !== '' && !isWildcard(host));
  const namespace = namespaceOf(target, settings);
  const near = namespace === (from.namespace || settings.defaultNamespace);
  return near ? target.name : serviceHost(target.name, namespace, settings.clusterDomain);
}
