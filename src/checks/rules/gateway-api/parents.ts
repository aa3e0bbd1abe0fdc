import {
  asList,
  asText,
  key,
  labelsMatch,
  asLabels,
  member,
  namespaceOf,
  valueAt,
  type Resource,
} from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { all, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';
import { namespaceLabels } from '../ambient/mode.ts';

export const KUBERNETES_GATEWAY = 'Gateway.gateway.networking.k8s.io';

/** The Gateways that a route hangs on: they exist, and let routes of its namespace in. */
export const routeParents: LinkedRule = (subject) => {
  // Without any Gateway and any Service here, the cluster has them elsewhere.
  if (!subject.given.services && !subject.view.find(key.kind(KUBERNETES_GATEWAY)).length) return [];
  return all(subject.spec, 'parentRefs[]').flatMap((spot) => parent(spot, subject));
};

function parent(spot: Spot, { view, namespace }: LinkedSubject): readonly Finding[] {
  const read = (field: string): string | undefined => asText(member(spot.value, field));
  if ((read('kind') ?? 'Gateway') !== 'Gateway') return [];
  if ((read('group') ?? 'gateway.networking.k8s.io') !== 'gateway.networking.k8s.io') return [];
  const name = read('name');
  const home = read('namespace') ?? namespace;
  if (!name) return [];
  const [gateway] = view.find(key.name(KUBERNETES_GATEWAY, home, name));
  const path = [...spot.path, 'name'];
  if (!gateway) {
    const near = closest(
      name,
      view.find(key.kindIn(KUBERNETES_GATEWAY, home)).map((one) => one.name),
    );
    const what = `There is no Gateway ${quote(name)} in namespace ${home}, so no request comes by this route.`;
    return [say('MW2701', { path }, what, { mends: near === undefined ? [] : [setting(path, near)] })];
  }
  const section = read('sectionName');
  const listeners = asList(valueAt(gateway.value, ['spec', 'listeners'])).filter(
    (listener) => section === undefined || asText(member(listener, 'name')) === section,
  );
  if (listeners.some((listener) => letsIn(listener, gateway, namespace, view))) return [];
  const what = `Gateway ${home}/${name} lets no routes of namespace ${namespace} in${section ? ` at ${quote(section)}` : ''}. Its listeners say from which namespaces in "allowedRoutes".`;
  return [say('MW2701', { path }, what)];
}

function letsIn(
  listener: YamlValue,
  gateway: Resource,
  namespace: string,
  view: LinkedSubject['view'],
): boolean {
  const allowed = valueAt(listener, ['allowedRoutes', 'namespaces']);
  const from = asText(member(allowed, 'from')) ?? 'Same';
  if (from === 'All') return true;
  if (from === 'Selector') {
    const labels = namespaceLabels(view, namespace);
    const wanted = asLabels(valueAt(allowed, ['selector', 'matchLabels']));
    // Kubernetes gives every namespace a label with its name. What expressions ask for is not looked at.
    return labelsMatch(wanted, { 'kubernetes.io/metadata.name': namespace, ...labels });
  }
  return namespaceOf(gateway, view.settings) === namespace;
}
