import { labelsMatch, selectorOf, type Resource } from '../../../istio/index.ts';
import { textOf } from '../answers.ts';
import { labelsIn } from '../labels-answer.ts';
import type { Sender } from '../senders.ts';
import type { Answers } from '../types.ts';
import type { CanaryHost } from './proposal.ts';
import { sendsToAll } from './rules.ts';

/** Whether pods in the files carry the labels; where the files hold none at all, nothing is known. */
export function toldOfPods(
  { host, pods, definers }: CanaryHost,
  answers: Answers,
  asksStable: boolean,
): readonly string[] {
  if (pods.length === 0)
    return definers.length > 0 && definers.every(hasNoLabels)
      ? [
          `The ServiceEntry of ${host} has no endpoints with labels, so its subsets have none at all, and every request to them fails with 503. Give each its address and labels in endpoints.`,
        ]
      : [
          `The files hold no workloads behind ${host}: whether pods have these labels, the cluster must tell.`,
        ];
  const read = (key: string) => labelsIn(textOf(answers, key));
  const carried = (labels: ReturnType<typeof labelsIn>) =>
    typeof labels !== 'string' && pods.some((pod) => labelsMatch(labels, pod));
  const [canary, stable] = [read('labels'), read('stableLabels')];
  const told: string[] = [];
  if (!carried(canary))
    told.push(
      `No workload in the files behind ${host} has the labels ${textOf(answers, 'labels')} yet. Deploy it before this: until its pods run, its share of the requests fails with 503.`,
    );
  if (!asksStable) return told;
  if (!carried(stable))
    told.push(
      `No workload in the files behind ${host} has the labels ${textOf(answers, 'stableLabels')}, so the rest of the requests fails with 503. Name labels that today's pods have.`,
    );
  const both = pods.some(
    (pod) =>
      typeof canary !== 'string' &&
      typeof stable !== 'string' &&
      labelsMatch(canary, pod) &&
      labelsMatch(stable, pod),
  );
  if (both)
    told.push(
      'Some pods have the labels of both: they get of either share, and the weights do not tell how much.',
    );
  return told;
}

/** Rules that go on sending to all pods, the new ones too. */
export function toldOfRules(
  { senders }: CanaryHost,
  chosen: readonly Sender[],
  canary: string,
): readonly string[] {
  const left = senders.filter((sender) => !chosen.includes(sender) && sendsToAll(sender));
  if (left.length === 0) return [];
  const names = [...new Set(left.map(({ resource }) => resource.name))].join(', ');
  return [
    `Rules of ${names} are left as they are and name no subset: they send to all pods, those of ${canary} too, in the proportion of pods.`,
  ];
}

/** An entry for a host outside without endpoints: the host itself is the only one, and carries no labels. */
const hasNoLabels = (definer: Resource): boolean =>
  definer.type === 'ServiceEntry' && selectorOf(definer) === undefined;
