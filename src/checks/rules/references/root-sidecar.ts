import { selectorOf } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { removing, say } from '../../say.ts';
import { at } from '../../spot.ts';

/** A Sidecar where defaults for the whole mesh stand, for some workloads only. */
export const rootSidecar: LinkedRule = ({ resource, namespace, view, spec }) => {
  if (namespace !== view.settings.rootNamespace || !selectorOf(resource)) return [];
  const spot = at(spec, 'workloadSelector');
  const what = `Namespace ${namespace} is where Sidecars for the whole mesh stand. With a selector this one is for workloads of ${namespace} only.`;
  return [
    say('MW2053', spot, what, { at: 'key', mends: [removing(spot.path, 'Let it be for the whole mesh')] }),
  ];
};
