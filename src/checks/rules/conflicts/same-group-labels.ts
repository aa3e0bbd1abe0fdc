import { asLabels, key, labelsMatch, valueAt, type Resource } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { listOf } from '../../words.ts';
import { isSameResource } from './same-resource.ts';

const labelsOf = ({ value }: Resource) => asLabels(valueAt(value, ['spec', 'metadata', 'labels']));
const told = ({ value }: Resource): boolean => valueAt(value, ['spec', 'metadata']) !== undefined;

/** WorkloadGroups of one namespace whose workloads would carry the very same labels. */
export const sameGroupLabels: LinkedRule = ({ resource, view, namespace }) => {
  if (!told(resource)) return [];
  const own = labelsOf(resource);
  const others = view
    .find(key.kindIn('WorkloadGroup', namespace))
    .filter((other) => !isSameResource(other, resource, view) && told(other))
    .filter((other) => labelsMatch(own, labelsOf(other)) && labelsMatch(labelsOf(other), own));
  if (!others.length) return [];
  const names = listOf(
    others.map(({ name }) => name),
    'and',
  );
  const what = `WorkloadGroup ${names} gives its workloads the same labels, so nothing tells them from these.`;
  return [say('MW2055', { path: ['spec', 'metadata', 'labels'] }, what)];
};
