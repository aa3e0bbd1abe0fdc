import { asList, asText, member, valueAt } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { quote } from '../../words.ts';

/** Conditions for which False is the good answer. */
const GOOD_WHEN_FALSE = new Set(['Conflicted', 'OverlappingTLSConfig', 'Reconciling', 'Stalled']);

/** What a resource out of a cluster says in its status of itself. */
export const conditionsMet: LinkedRule = ({ resource }) =>
  asList(valueAt(resource.value, ['status', 'conditions'])).flatMap((condition, index) => {
    const type = asText(member(condition, 'type')) ?? '';
    if (asText(member(condition, 'status')) !== 'False' || GOOD_WHEN_FALSE.has(type)) return [];
    const why = asText(member(condition, 'message')) || asText(member(condition, 'reason'));
    const what = `In the cluster the condition ${quote(type)} was not met${why ? `: ${why.replace(/\.$/, '')}` : ''}.`;
    return [say('MW2065', { path: ['status', 'conditions', index] }, what)];
  });
