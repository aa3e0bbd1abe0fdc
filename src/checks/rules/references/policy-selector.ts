import {
  firstLabel,
  key,
  labelsMatch,
  labelsText,
  selectorOf,
  workloadLabels,
  type Resource,
} from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { assuming, say } from '../../say.ts';
import { at, isPresent } from '../../spot.ts';
import { isInMesh } from './in-mesh.ts';

const PLACES: Readonly<Record<string, readonly string[]>> = { Sidecar: ['spec', 'workloadSelector'] };
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  Sidecar: ['IST0101', 'KIA0004'],
  AuthorizationPolicy: ['IST0127', 'KIA0004'],
};

/** The workloads that a policy or a Sidecar selects: in its namespace, or anywhere from the root namespace. */
export const policySelector: LinkedRule = (subject) => {
  const { resource, view, namespace, given } = subject;
  const selector = selectorOf(resource);
  const first = selector && firstLabel(selector);
  if (!given.workloads) return [];
  const everywhere = namespace === view.settings.rootNamespace && resource.type !== 'Sidecar';
  if (!selector || !first) return everywhere ? [] : wholeNamespace(subject);
  const workloads = view
    .find(everywhere ? key.labelledAnywhere(...first) : key.labelled(namespace, ...first))
    .filter((workload) => labelsMatch(selector, workloadLabels(workload) ?? {}));
  const path = { path: PLACES[resource.type] ?? ['spec', 'selector'] };
  if (!workloads.length) {
    const where = everywhere ? 'No workload' : `No workload of namespace ${namespace}`;
    const what = `${where} carries ${labelsText(selector)}, so this applies to nothing.`;
    const aliases = ALIASES[resource.type];
    const name = Object.values(selector)[0] ?? '';
    const operation = { kind: 'assume-workload', namespace, name, labels: selector } as const;
    return [
      say('MW2015', path, what, { ...(aliases && { aliases }), mends: name ? [assuming(operation)] : [] }),
    ];
  }
  if (resource.type !== 'AuthorizationPolicy' || anyInMesh(workloads, subject)) return [];
  const what = `The workloads with ${labelsText(selector)} have no proxy of Istio, so nobody enforces this policy.`;
  return [say('MW2015', path, what, { aliases: ['IST0127'] })];
};

/** Where the files are what a cluster holds, its Pods tell; else what makes pods. */
const anyInMesh = (workloads: readonly Resource[], { view, given }: LinkedSubject): boolean => {
  const pods = workloads.filter(({ type }) => type === 'Pod');
  return (given.pods && pods.length ? pods : workloads).some((workload) => isInMesh(workload, view));
};

function wholeNamespace(subject: LinkedSubject): readonly Finding[] {
  const { resource, view, namespace, spec } = subject;
  if (resource.type !== 'AuthorizationPolicy') return [];
  // A policy for a Gateway or a Service is not for the workloads of the namespace.
  if (isPresent(at(spec, 'targetRef')) || isPresent(at(spec, 'targetRefs'))) return [];
  const workloads = view.find(key.kindIn('workload', namespace));
  if (workloads.length && anyInMesh(workloads, subject)) return [];
  const what = workloads.length
    ? `No workload of namespace ${namespace} has a proxy of Istio, so nobody enforces this policy.`
    : `There is no workload in namespace ${namespace}, so this policy applies to nothing.`;
  return [say('MW2063', { path: ['metadata', 'name'] }, what)];
}
