import type { BehaviourRule } from '../scenario/scenario.ts';
import { nameList } from '../tell/words.ts';

/** Says of behaviours that no endpoint of a run has which ones there are to have them. */
export function tellUnmeant(
  behaviours: readonly BehaviourRule[],
  meant: ReadonlySet<BehaviourRule>,
  endpoints: readonly { readonly name: string }[],
): readonly string[] {
  return behaviours.flatMap(({ where }, index) => {
    const rule = behaviours[index];
    if (!rule || meant.has(rule)) return [];
    const labels = Object.entries(where.labels ?? {}).map(([label, value]) => `${label}=${value}`);
    const asked = [
      where.endpoint && `the endpoint ${where.endpoint}`,
      where.locality && `the locality ${where.locality}`,
      where.host && `the host ${where.host}`,
      labels.length && `the labels ${labels.join(', ')}`,
    ].filter(Boolean);
    return [
      `What is said under behaviours[${index}] of ${asked.join(' and ') || 'all endpoints'} happens to nobody: the requests can go to ${nameList(endpoints)}.`,
    ];
  });
}
