import { asList, asText, member, specOf, type Resource, type ResourceId } from '../istio/index.ts';
import { RefusedError } from '../yaml/index.ts';
import { settleReferrals, type Referrals } from './delete-resource.ts';
import type { Draft } from './draft.ts';
import { removeField } from './edit-field.ts';

/** Takes a subset out of a DestinationRule, and does with the destinations that name it what was chosen for them. */
export function deleteSubset(
  draft: Draft,
  id: ResourceId,
  subset: string,
  referrals: Referrals = 'leave',
): void {
  const rule = draft.resource(id);
  const index = subsetNames(rule).indexOf(subset);
  if (index < 0) throw new RefusedError('not-found', `${rule.name} has no subset "${subset}".`);
  settleReferrals(draft, { resource: id, subset }, referrals);
  const last = subsetNames(rule).length === 1;
  removeField(draft, id, last ? ['spec', 'subsets'] : ['spec', 'subsets', index]);
}

/** The names of a DestinationRule's subsets, in order. */
export const subsetNames = (rule: Resource): readonly string[] =>
  asList(member(specOf(rule), 'subsets')).map((each) => asText(member(each, 'name')) ?? '');
