import { asList, asText, member, specOf, type ResourceId } from '../../istio/index.ts';
import type { YamlMap } from '../../yaml/index.ts';
import type { Draft } from '../draft.ts';
import { insertItem, setField } from '../edit-field.ts';
import { inEachRule, type GovernedHost, type GovernedRules } from './each-rule.ts';

/**
 * Puts a subset, as `subsets` holds it, into each DestinationRule that counts for some callers of a host: a caller whose rule
 * lacks it gets 503.
 */
export function ensureSubset(draft: Draft, governed: GovernedHost, subset: YamlMap): GovernedRules {
  const name = asText(subset['name']) ?? '';
  return inEachRule(draft, governed, {
    what: `the subset ${name}, and rules that name it answer 503`,
    has: ({ subsets }) => subsets.has(name),
    put: (_, id) => addSubset(draft, id, subset),
  });
}

function addSubset(draft: Draft, id: ResourceId, subset: YamlMap): void {
  const subsets = member(specOf(draft.resource(id)), 'subsets');
  if (Array.isArray(subsets)) insertItem(draft, id, ['spec', 'subsets'], asList(subsets).length, subset);
  else setField(draft, id, ['spec', 'subsets'], [subset]);
}
