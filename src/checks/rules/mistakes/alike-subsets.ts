import { removing, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, text } from '../../spot.ts';
import { asMap } from '../../visit.ts';
import { quote } from '../../words.ts';

/** Subsets that differ in their names alone. */
export const alikeSubsets: SpecRule = ({ spec }) => {
  const first = new Map<string, string>();
  return all(spec, 'subsets[]').flatMap((subset) => {
    const name = text(at(subset, 'name'));
    if (!name || !isFilled(at(subset, 'labels'))) return [];
    const key = JSON.stringify([
      sorted(at(subset, 'labels').value),
      at(subset, 'trafficPolicy').value ?? null,
    ]);
    const other = first.get(key);
    if (other === undefined || other === name) {
      first.set(key, name);
      return [];
    }
    const what = `Subset ${quote(name)} has the labels and the policy of ${quote(other)}, so both are the same endpoints.`;
    return [
      say('MW1131', at(subset, 'labels'), what, {
        at: 'key',
        mends: [removing(subset.path, 'Remove the subset')],
      }),
    ];
  });
};

const sorted = (labels: Parameters<typeof asMap>[0]): unknown =>
  Object.entries(asMap(labels) ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
