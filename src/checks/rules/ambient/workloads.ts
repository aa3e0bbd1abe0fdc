import {
  asList,
  asText,
  key,
  labelsMatch,
  member,
  selectorOf,
  valueAt,
  workloadLabels,
  type Labels,
  type Resource,
} from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { removing, say } from '../../say.ts';
import {
  asksForSidecars,
  isWaypointThere,
  labelsOf,
  MODE,
  namespaceLabels,
  USE_WAYPOINT,
  waypointNamed,
} from './mode.ts';
import { hasTargets, policyAboutRequests } from './requests.ts';
import { isRedirected } from './sidecars.ts';

const INJECT = 'sidecar.istio.io/inject';

/** What the labels of a workload and of its namespace say of sidecars, ambient mode and waypoints, held together. */
export const ambientWorkload: LinkedRule = (subject) => {
  const { resource, view, namespace } = subject;
  const own: Labels = { ...labelsOf(resource), ...workloadLabels(resource) };
  const ofNamespace = namespaceLabels(view, namespace);
  const asksAmbient = own[MODE] === 'ambient' || (ofNamespace[MODE] === 'ambient' && own[MODE] !== 'none');
  const asksWaypoint = own[USE_WAYPOINT] !== undefined;
  if (!asksAmbient && !asksWaypoint) return [];
  const asksSidecar = own[INJECT] === 'true' || (asksForSidecars(ofNamespace) && own[INJECT] !== 'false');
  const name = { path: ['metadata', 'name'] };
  const found: Finding[] = [];
  const proxy = hasProxy(resource);
  if (asksAmbient && asksSidecar) {
    const what = `The labels ask for ambient mode and for a sidecar. Istio takes the sidecar; take one of the labels away.`;
    found.push(say('MW2506', name, what, { mends: dropping(resource) }));
  }
  if (asksSidecar && isRedirected(resource))
    found.push(
      say(
        'MW2509',
        name,
        `${resource.name} is redirected in ambient mode, and its labels ask for a sidecar.`,
      ),
    );
  if (asksAmbient && proxy) {
    const what = `${resource.name} has a sidecar, so ambient mode leaves it out, whatever its labels say.`;
    found.push(say(own[MODE] === 'ambient' ? 'MW2510' : 'MW2511', name, what));
  }
  return [...found, ...ofWaypoint(subject, own, ofNamespace, asksAmbient && !asksSidecar && !proxy)];
};

function ofWaypoint(
  subject: LinkedSubject,
  own: Labels,
  ofNamespace: Labels,
  isAmbient: boolean,
): readonly Finding[] {
  const { resource, view, namespace } = subject;
  const name = { path: ['metadata', 'name'] };
  const waypoint = waypointNamed(own, ofNamespace);
  if (waypoint === undefined) {
    const policy = isAmbient ? policyFor(own, subject) : undefined;
    if (!policy) return [];
    const what = `AuthorizationPolicy ${policy.name} looks at requests of ${resource.name}, and no waypoint stands before it to enforce that.`;
    return [say('MW2512', name, what)];
  }
  if (!isAmbient && own[USE_WAYPOINT] !== undefined) {
    const what = `${resource.name} asks for the waypoint ${waypoint}, and is not in ambient mode, so its traffic does not come by there.`;
    return [say('MW2507', name, what)];
  }
  if (!isAmbient || isWaypointThere(view, waypoint, namespace, own, ofNamespace)) return [];
  const what = `No Gateway ${waypoint} is there to be the waypoint that ${resource.name} asks for, by its own label or that of its namespace.`;
  return [say('MW2508', name, what)];
}

/** A policy about requests that is for a workload with these labels, by its selector or for the whole namespace. */
const policyFor = (labels: Labels, { view, namespace }: LinkedSubject): Resource | undefined =>
  view
    .find(key.kindIn('AuthorizationPolicy', namespace))
    .find(
      (policy) =>
        policyAboutRequests(policy) && !hasTargets(policy) && labelsMatch(selectorOf(policy) ?? {}, labels),
    );

const hasProxy = ({ type, value }: Resource): boolean => {
  const spec = type === 'Pod' ? ['spec'] : ['spec', 'template', 'spec'];
  return ['containers', 'initContainers'].some((list) =>
    asList(valueAt(value, [...spec, list])).some((one) => asText(member(one, 'name')) === 'istio-proxy'),
  );
};

/** Takes the label away that the workload itself carries. */
function dropping({ type, value }: Resource) {
  const labels = type === 'Pod' ? ['metadata', 'labels'] : ['spec', 'template', 'metadata', 'labels'];
  const ambient = [...labels, MODE];
  return valueAt(value, ambient) === undefined ? [] : [removing(ambient, 'Take ambient mode away')];
}
