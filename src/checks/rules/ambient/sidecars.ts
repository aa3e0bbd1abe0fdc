import {
  asText,
  firstLabel,
  key,
  labelsMatch,
  selectorOf,
  valueAt,
  workloadLabels,
  type Resource,
} from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { at } from '../../spot.ts';
import { isAmbientNamespace, MODE } from './mode.ts';

/** Istio's mark on pods whose traffic it redirects in ambient mode. */
const REDIRECTION = 'ambient.istio.io/redirection';

export const isRedirected = (workload: Resource): boolean =>
  asText(valueAt(workload.value, ['metadata', 'annotations', REDIRECTION])) === 'enabled';

/** A Sidecar whose workloads, or whose whole namespace, are in ambient mode. */
export const ambientSidecar: LinkedRule = ({ resource, view, namespace, spec }) => {
  const selector = selectorOf(resource);
  const first = selector && firstLabel(selector);
  if (!selector || !first) {
    if (!isAmbientNamespace(view, namespace)) return [];
    const what = `Namespace ${namespace} is in ambient mode, so its workloads have no sidecars that this could be for.`;
    return [say('MW2505', { path: ['metadata', 'name'] }, what)];
  }
  const ambient = view.find(key.labelled(namespace, ...first)).find((workload) => {
    const labels = workloadLabels(workload) ?? {};
    return labelsMatch(selector, labels) && (isRedirected(workload) || labels[MODE] === 'ambient');
  });
  if (!ambient) return [];
  const what = `${ambient.kind} ${ambient.name} is selected and in ambient mode, so it has no sidecar that this could be for.`;
  return [say('MW2505', at(spec, 'workloadSelector'), what, { at: 'key' })];
};
