import {
  firstLabel,
  key,
  labelsMatch,
  labelsText,
  selectorOf,
  workloadLabels,
  type Labels,
} from '../../../istio/index.ts';
import type { Code } from '../../codes.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { listOf } from '../../words.ts';

/** Of kinds that Istio takes only one of for a workload: those that are for the same workloads. */
const onePerWorkload =
  (whole: Code, selected: Code, selectorPath: string): LinkedRule =>
  (subject) => {
    const { resource, view, namespace } = subject;
    const others = view
      .find(key.kindIn(resource.type, namespace))
      .filter((other) => other.id !== resource.id && other.name !== resource.name);
    const own = selectorOf(resource);
    const workloads = own && subject.given.workloads ? selectedBy(own, subject) : undefined;
    const clash = others.filter((other) => {
      const its = selectorOf(other);
      return own && its ? meet(own, its, workloads) : !own && !its;
    });
    if (!clash.length) return [];
    const names = listOf(
      clash.map(({ name }) => name),
      'and',
    );
    const path = { path: own ? ['spec', selectorPath] : ['metadata', 'name'] };
    return own
      ? [
          say(
            selected,
            path,
            `${resource.kind} ${names} in namespace ${namespace} selects workloads with ${labelsText(own)} too. Only the oldest counts for a workload.`,
          ),
        ]
      : [
          say(
            whole,
            path,
            `${resource.kind} ${names} is for all workloads of namespace ${namespace} too. Only the oldest counts; join them, or select workloads.`,
          ),
        ];
  };

/** Whether one of the workloads that have the labels `a` has `b` too; where none is known, whether one selector holds the other. */
const meet = (a: Labels, b: Labels, workloads: readonly Labels[] | undefined): boolean =>
  workloads ? workloads.some((labels) => labelsMatch(b, labels)) : labelsMatch(a, b) || labelsMatch(b, a);

/** The labels of the workloads that have all of some. */
function selectedBy(selector: Labels, { view, namespace }: LinkedSubject): readonly Labels[] {
  const first = firstLabel(selector);
  if (!first) return [];
  return view
    .find(key.labelled(namespace, ...first))
    .map((workload) => workloadLabels(workload) ?? {})
    .filter((labels) => labelsMatch(selector, labels));
}

export const oneSidecar = onePerWorkload('MW2104', 'MW2105', 'workloadSelector');
export const onePeerAuthentication = onePerWorkload('MW2106', 'MW2107', 'selector');
