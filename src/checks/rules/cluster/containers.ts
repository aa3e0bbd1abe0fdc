import {
  asList,
  asNumber,
  asText,
  key,
  labelsMatch,
  member,
  selectorOf,
  valueAt,
  workloadLabels,
  type Resource,
} from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { removing, say, setting } from '../../say.ts';
import { asksForSidecars, namespaceLabels } from '../ambient/mode.ts';
import { hasTargets } from '../ambient/requests.ts';
import { isInMesh } from '../references/in-mesh.ts';
import { containersOf, podSpecPath } from './selected.ts';

/** The user of Istio's proxy, whose traffic is not redirected. */
const PROXY_USER = 1337;

/** Containers that run as the proxy does, beside one. */
export const proxyUser: LinkedRule = ({ resource, view }) => {
  if (!isInMesh(resource, view)) return [];
  const spec = podSpecPath(resource);
  const userOf = (context: Parameters<typeof valueAt>[0]) =>
    asNumber(valueAt(context, ['securityContext', 'runAsUser']));
  const ofPod = userOf(valueAt(resource.value, spec));
  return containersOf(resource).flatMap((container, index) => {
    const own = userOf(container);
    if (asText(member(container, 'name')) === 'istio-proxy' || (own ?? ofPod) !== PROXY_USER) return [];
    const path = [
      ...spec,
      ...(own === undefined ? [] : ['containers', index]),
      'securityContext',
      'runAsUser',
    ];
    const name = asText(member(container, 'name')) ?? '';
    const what = `Container ${name} runs as user ${String(PROXY_USER)}, so its calls count as the sidecar's own and pass it by.`;
    return [
      say('MW2614', { path }, what, { mends: [setting(path, 1000, 'Run as user 1000'), removing(path)] }),
    ];
  });
};

/** A place for the injector to fill in the image, where no injector comes by. */
export const imageToFill: LinkedRule = ({ resource, view, namespace }) => {
  const spec = podSpecPath(resource);
  const index = containersOf(resource).findIndex(
    (container) =>
      asText(member(container, 'name')) === 'istio-proxy' && asText(member(container, 'image')) === 'auto',
  );
  if (index < 0) return [];
  const spot = { path: [...spec, 'containers', index, 'image'] };
  const ran = valueAt(resource.value, ['metadata', 'uid']) !== undefined;
  if (resource.type === 'Pod' && ran) {
    const what = 'The injector has not filled in the image, so the pod cannot start.';
    return [say('MW2615', spot, what)];
  }
  const told = valueAt(resource.value, [
    ...spec.slice(0, -1),
    'metadata',
    'labels',
    'sidecar.istio.io/inject',
  ]);
  const labels = namespaceLabels(view, namespace);
  if (told === 'true' || told === true || (asksForSidecars(labels) && told !== 'false')) return [];
  const known = Object.keys(labels).length > 0;
  const path = [...spec.slice(0, -1), 'metadata', 'labels', 'sidecar.istio.io/inject'];
  const what =
    'Nothing asks for injection here, so nobody fills in the image "auto" and the pods do not start.';
  return [
    say('MW2615', spot, what, {
      // The namespace may ask for it, where its document is not here.
      severity: known ? 'warning' : 'info',
      aliases: known ? ['IST0146'] : [],
      mends: [setting(path, 'true', 'Ask for injection')],
    }),
  ];
};

/** istiod, where it may fetch keys for tokens from any address. */
export const fetchedKeys: LinkedRule = ({ resource, view }) => {
  if (asText(valueAt(resource.value, ['metadata', 'labels', 'app'])) !== 'istiod') return [];
  if (!view.find(key.kind('RequestAuthentication')).length) return [];
  const blocks = containersOf(resource).some((container) =>
    asList(member(container, 'env')).some(
      (one) => asText(member(one, 'name')) === 'BLOCKED_CIDRS_IN_JWKS_URIS' && asText(member(one, 'value')),
    ),
  );
  if (blocks) return [];
  const what =
    'istiod fetches the keys that RequestAuthentications name, from any address. BLOCKED_CIDRS_IN_JWKS_URIS in its environment keeps it from those inside the network.';
  return [say('MW2618', { path: ['metadata', 'name'] }, what)];
};

/** Workloads that no AuthorizationPolicy is for, where there are such policies. */
export const uncovered: LinkedRule = ({ resource, view, namespace }) => {
  const policies = [...new Set([namespace, view.settings.rootNamespace])].flatMap((home) =>
    view.find(key.kindIn('AuthorizationPolicy', home)),
  );
  if (
    !view.find(key.kind('AuthorizationPolicy')).length ||
    policies.some((policy) => covers(policy, resource))
  )
    return [];
  const what = `No AuthorizationPolicy is for ${resource.name}, so whoever reaches it may call it.`;
  return [say('MW2617', { path: ['metadata', 'name'] }, what)];
};

/** By its selector, for its whole namespace, or, by a target, in a way that labels do not tell. */
const covers = (policy: Resource, workload: Resource): boolean =>
  hasTargets(policy) || labelsMatch(selectorOf(policy) ?? {}, workloadLabels(workload) ?? {});
