import {
  asLabels,
  key,
  labelsMatch,
  namespaceOf,
  selectorOf,
  valueAt,
  type MeshView,
  type Resource,
} from '../istio/index.ts';
import { policiesFor, policiesTargeting } from '../routing/index.ts';
import { nameOf } from './http-route.ts';
import type { Outcome } from './outcome.ts';
import type { Walk } from './walk.ts';

/** What may change an answer and is not worked out, by kind: what it could do, and where its selector stands. */
const AT_PROXY: readonly (readonly [kind: string, could: string, selector: readonly string[]])[] = [
  ['EnvoyFilter', 'it can change anything in the proxy', ['spec', 'workloadSelector', 'labels']],
  ['WasmPlugin', 'its code may answer or change the request', ['spec', 'selector', 'matchLabels']],
  ['TrafficExtension', 'its code may answer or change the request', ['spec', 'selector', 'matchLabels']],
];

const VERDICTS: Readonly<Record<string, string>> = {
  AuthorizationPolicy: 'it may refuse the request with 403',
  RequestAuthentication: 'it may refuse a bad token with 401',
};

const USE_WAYPOINT = ['metadata', 'labels', 'istio.io/use-waypoint'];

/** What says that traffic to a service goes by a waypoint: itself, else its namespace; neither where it says `none`. */
function waypointOf(view: MeshView, service: Resource): Resource | undefined {
  const namespace = namespaceOf(service, view.settings);
  const told = [service, ...view.find(key.name('Namespace', view.settings.defaultNamespace, namespace))].find(
    (resource) => valueAt(resource.value, USE_WAYPOINT) !== undefined,
  );
  return told && valueAt(told.value, USE_WAYPOINT) !== 'none' ? told : undefined;
}

/**
 * Names what the files hold that could change the answer and is not evaluated: filters and code in the proxy that sends,
 * and the verdicts of those who take the request.
 */
export function tellUnevaluated({ view, scope, recorder }: Walk, { destinations = [] }: Outcome): void {
  const { kind, namespace, labels } = scope.client;
  const told = new Set<string>();
  const tell = (resource: Resource, could: string): void => {
    if (told.has(resource.id)) return;
    told.add(resource.id);
    recorder.note(
      'outcome',
      'NOT_EVALUATED',
      `Not evaluated: the ${resource.kind} ${nameOf(view, resource)}; ${could}.`,
      { resource: resource.id, path: ['spec'] },
    );
  };
  for (const [type, could, selector] of AT_PROXY) {
    for (const from of new Set([namespace, view.settings.rootNamespace])) {
      for (const one of view.find(key.kindIn(type, from)))
        if (labelsMatch(asLabels(valueAt(one.value, selector)), labels)) tell(one, could);
    }
  }
  const verdicts = (at: Readonly<Record<string, string>>, from: string): void => {
    for (const policy of policiesFor(view, at, from)) {
      const could = VERDICTS[policy.type];
      if (could) tell(policy, could);
    }
  };
  if (kind === 'gateway') verdicts(labels, namespace);
  for (const { host } of destinations) {
    for (const resource of scope.services.get(host)?.resources ?? []) {
      const waypoint = waypointOf(view, resource);
      if (waypoint)
        tell(waypoint, `it names a waypoint, which may route what comes to ${host} again by its own rules`);
      if (resource.type === 'Service')
        verdicts(selectorOf(resource) ?? {}, namespaceOf(resource, view.settings));
      // What names it in `targetRefs` a waypoint asks, where there is one.
      for (const policy of policiesTargeting(view, resource)) {
        const could = VERDICTS[policy.type];
        if (could) tell(policy, could);
      }
    }
  }
}
