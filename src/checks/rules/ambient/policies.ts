import { asLabels, firstLabel, key, labelsMatch, valueAt, workloadLabels } from '../../../istio/index.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { at, isPresent } from '../../spot.ts';
import { enrolling } from './enrolling.ts';
import { isAmbientNamespace, labelsOf, namespaceLabels, waypointNamed } from './mode.ts';
import { hasTargets, policyAboutRequests, telemetryAboutRequests } from './requests.ts';

const ALIASES: Readonly<Record<string, readonly [noWaypoint: string, noTarget: string]>> = {
  AuthorizationPolicy: ['KIA0109', 'KIA0110'],
  RequestAuthentication: ['KIA1110', 'KIA1115'],
  WasmPlugin: ['KIA1111', 'KIA1116'],
  Telemetry: ['KIA1112', 'KIA1117'],
};

/** Policies that look at requests, in a namespace of ambient mode: they name a target, and a waypoint enforces them. */
export const ambientPolicy: LinkedRule = (subject) => {
  const { resource, view, namespace, spec } = subject;
  if (!isAmbientNamespace(view, namespace)) return [];
  if (resource.type === 'AuthorizationPolicy' && !policyAboutRequests(resource)) return [];
  if (resource.type === 'Telemetry' && !telemetryAboutRequests(resource)) return [];
  const [noWaypoint, noTarget] = ALIASES[resource.type] ?? ['', ''];
  const selector = at(spec, 'selector');
  const path = isPresent(selector) ? selector : { path: ['metadata', 'name'] };
  const untargeted = `Namespace ${namespace} is in ambient mode, where a waypoint follows policies with "targetRefs" only. Name the Service or Gateway that this is for.`;
  const unenforced = `Namespace ${namespace} is in ambient mode and no waypoint stands before what this is for, so nobody enforces it.`;
  return [
    ...(hasTargets(resource)
      ? []
      : [say('MW2504', path, untargeted, { aliases: [noTarget], at: 'key' as const })]),
    ...(isEnrolled(subject)
      ? []
      : [
          say('MW2501', path, unenforced, {
            aliases: [noWaypoint],
            at: 'key' as const,
            mends: enrolling(view, namespace),
          }),
        ]),
  ];
};

/** All workloads that the policy selects stand behind a waypoint; for the whole namespace, that does. */
function isEnrolled({ resource, view, namespace }: LinkedSubject): boolean {
  const ofNamespace = namespaceLabels(view, namespace);
  const selector = asLabels(valueAt(resource.value, ['spec', 'selector', 'matchLabels']));
  const first = firstLabel(selector);
  const selected = (first ? view.find(key.labelled(namespace, ...first)) : []).filter((workload) =>
    labelsMatch(selector, workloadLabels(workload) ?? {}),
  );
  if (!selected.length) return waypointNamed({}, ofNamespace) !== undefined;
  return selected.every(
    (workload) =>
      waypointNamed({ ...labelsOf(workload), ...workloadLabels(workload) }, ofNamespace) !== undefined,
  );
}
