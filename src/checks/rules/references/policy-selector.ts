import {
  firstLabel,
  key,
  labelsMatch,
  labelsText,
  selectorOf,
  workloadLabels,
} from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';

const PLACES: Readonly<Record<string, readonly string[]>> = { Sidecar: ['spec', 'workloadSelector'] };
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  Sidecar: ['IST0101', 'KIA0004'],
  AuthorizationPolicy: ['IST0127', 'KIA0004'],
};

/** The workloads that a policy or a Sidecar selects: in its namespace, or anywhere from the root namespace. */
export const policySelector: LinkedRule = ({ resource, view, namespace, given }) => {
  const selector = selectorOf(resource);
  const first = selector && firstLabel(selector);
  if (!selector || !first || !given.workloads) return [];
  const everywhere = namespace === view.settings.rootNamespace && resource.type !== 'Sidecar';
  const workloads = view.find(
    everywhere ? key.labelledAnywhere(...first) : key.labelled(namespace, ...first),
  );
  if (workloads.some((workload) => labelsMatch(selector, workloadLabels(workload) ?? {}))) return [];
  const where = everywhere ? 'No workload' : `No workload of namespace ${namespace}`;
  const aliases = ALIASES[resource.type];
  return [
    say(
      'MW2015',
      { path: PLACES[resource.type] ?? ['spec', 'selector'] },
      `${where} carries ${labelsText(selector)}, so this applies to nothing.`,
      aliases ? { aliases } : {},
    ),
  ];
};
