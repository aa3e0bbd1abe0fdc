import {
  asList,
  asText,
  key,
  member,
  namespaceOf,
  valueAt,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';

const INJECT = 'sidecar.istio.io/inject';

/** Where the pods of a workload stand in it: a Pod is one itself. */
const podOf = ({ type, value }: Resource) => {
  if (type === 'Pod') return value;
  const template = type === 'CronJob' ? ['spec', 'jobTemplate', 'spec', 'template'] : ['spec', 'template'];
  return valueAt(value, template);
};

/** Whether pods of a workload have a proxy of Istio beside them; true where the workspace cannot tell. */
export function isInMesh(workload: Resource, view: MeshView): boolean {
  const pod = podOf(workload);
  const containers = [
    ...asList(valueAt(pod, ['spec', 'containers'])),
    ...asList(valueAt(pod, ['spec', 'initContainers'])),
  ];
  if (containers.some((container) => asText(member(container, 'name')) === 'istio-proxy')) return true;
  const told =
    valueAt(pod, ['metadata', 'labels', INJECT]) ?? valueAt(pod, ['metadata', 'annotations', INJECT]);
  if (told !== undefined) return told === 'true' || told === true;
  const namespace = namespaceNamed(view, namespaceOf(workload, view.settings));
  if (!namespace) return true;
  const label = (name: string) => valueAt(namespace.value, ['metadata', 'labels', name]);
  if (isAmbient(namespace)) return true;
  return label('istio-injection') === 'enabled' || Boolean(label('istio.io/rev'));
}

/** The Namespace of this name, if the workspace holds it. */
export const namespaceNamed = ({ find, settings }: MeshView, name: string): Resource | undefined =>
  find(key.name('Namespace', settings.defaultNamespace, name))[0];

/** Whether a namespace's pods are in the mesh without sidecars. Sidecars, where they are asked for too, count more. */
export function isAmbient(namespace: Resource | undefined): boolean {
  const label = (name: string) => namespace && valueAt(namespace.value, ['metadata', 'labels', name]);
  if (label('istio-injection') === 'enabled' || label('istio.io/rev')) return false;
  return label('istio.io/dataplane-mode') === 'ambient';
}
