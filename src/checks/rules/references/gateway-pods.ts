import {
  firstLabel,
  key,
  labelsMatch,
  selectorOf,
  valueAt,
  asLabels,
  workloadLabels,
} from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { at, isPresent } from '../../spot.ts';
import { quote } from '../../words.ts';

/** On pods that run a Gateway of Kubernetes. */
const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';
const POLICY_SELECTOR = ['spec', 'selector', 'matchLabels'] as const;

/** A selector that picks pods of a Gateway of Kubernetes, which only `targetRefs` reaches. */
export const gatewayPods: LinkedRule = ({ resource, spec, view, namespace }) => {
  if (isPresent(at(spec, 'targetRef')) || isPresent(at(spec, 'targetRefs'))) return [];
  const selector = selectorOf(resource) ?? asLabels(valueAt(resource.value, POLICY_SELECTOR));
  const first = firstLabel(selector);
  if (!first) return [];
  const pod = view.find(key.labelled(namespace, ...first)).find((workload) => {
    const labels = workloadLabels(workload) ?? {};
    return GATEWAY_NAME in labels && labelsMatch(selector, labels);
  });
  const name = pod && workloadLabels(pod)?.[GATEWAY_NAME];
  if (name === undefined) return [];
  const what = `These labels are on pods of the Gateway ${quote(name)} of Kubernetes, which are configured by policies that name it in targetRefs only.`;
  const target = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name };
  return [
    say('MW2066', at(spec, 'selector'), what, {
      at: 'key',
      mends: [
        {
          title: `Aim at the Gateway ${name}`,
          steps: [
            { kind: 'remove-field', path: ['spec', 'selector'] },
            { kind: 'set-field', path: ['spec', 'targetRefs'], value: [target] },
          ],
        },
      ],
    }),
  ];
};
