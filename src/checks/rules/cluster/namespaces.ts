import { asList, asText, key, member, valueAt } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { removing, say, setting } from '../../say.ts';
import { labelsOf, MODE, namespaceLabels } from '../ambient/mode.ts';

const INJECTION = 'istio-injection';
const REVISION = 'istio.io/rev';
const SYSTEM = /^(kube-(system|public|node-lease)|local-path-storage)$/;

/** How a namespace asks for sidecars. Its own name is where it will be. */
export const injection: LinkedRule = ({ resource, view }) => {
  if (SYSTEM.test(resource.name) || resource.name === view.settings.rootNamespace) return [];
  const labels = labelsOf(resource);
  const name = { path: ['metadata', 'name'] };
  if (labels[INJECTION] !== undefined && labels[REVISION] !== undefined) {
    const path = ['metadata', 'labels', INJECTION];
    const what = `With the label ${INJECTION} the revision in ${REVISION} is ignored. Keep one of them.`;
    const mends = [
      removing(path, 'Go by the revision'),
      removing(['metadata', 'labels', REVISION], `Go by ${INJECTION}`),
    ];
    return [say('MW2608', { path }, what, { at: 'key', mends })];
  }
  const asks = [INJECTION, REVISION, MODE].some((label) => labels[label] !== undefined);
  if (asks) return [];
  const what = `Namespace ${resource.name} asks neither for sidecars nor for ambient mode, so its workloads are outside the mesh.`;
  const path = ['metadata', 'labels', INJECTION];
  return [say('MW2607', name, what, { mends: [setting(path, 'enabled', 'Ask for sidecars')] })];
};

/** A pod that has no sidecar where its namespace asks for one. One that was only written, and not run yet, gets it still. */
export const missingProxy: LinkedRule = ({ resource, view, namespace }) => {
  const { value } = resource;
  const labels = namespaceLabels(view, namespace);
  if (labels[INJECTION] !== 'enabled' && !(labels[REVISION] && labels[INJECTION] === undefined)) return [];
  const inject =
    valueAt(value, ['metadata', 'labels', 'sidecar.istio.io/inject']) ??
    valueAt(value, ['metadata', 'annotations', 'sidecar.istio.io/inject']);
  const hasProxy = ['containers', 'initContainers'].some((list) =>
    asList(valueAt(value, ['spec', list])).some((one) => asText(member(one, 'name')) === 'istio-proxy'),
  );
  const ran = valueAt(value, ['metadata', 'uid']) !== undefined || member(value, 'status') !== undefined;
  if (
    inject === false ||
    asText(inject)?.toLowerCase() === 'false' ||
    hasProxy ||
    valueAt(value, ['spec', 'hostNetwork']) === true
  )
    return [];
  const what = `Namespace ${namespace} asks for sidecars and this pod has none. ${ran ? 'Make it anew.' : 'It gets one when it is made.'}`;
  return [say('MW2609', { path: ['metadata', 'name'] }, what, ran ? {} : { severity: 'hint' })];
};

/** Pods of a namespace whose sidecars are of other images than this one's. */
export const proxyImages: LinkedRule = ({ resource, view, namespace }) => {
  const own = proxyImage(resource.value);
  if (own === undefined || own === 'auto') return [];
  const other = view
    .find(key.kindIn('Pod', namespace))
    .find((pod) => ![undefined, 'auto', own].includes(proxyImage(pod.value)));
  if (!other) return [];
  const what = `The sidecar here is ${own}, and that of pod ${other.name} is ${proxyImage(other.value) ?? ''}.`;
  return [say('MW2616', { path: ['metadata', 'name'] }, what)];
};

const proxyImage = (pod: Parameters<typeof valueAt>[0]): string | undefined =>
  asList(valueAt(pod, ['spec', 'containers']))
    .filter((one) => asText(member(one, 'name')) === 'istio-proxy')
    .map((one) => asText(member(one, 'image')))[0];
