import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, texts } from '../../spot.ts';
import { quote } from '../../words.ts';

/** Two subsets of one name. */
export const subsetTwice: SpecRule = ({ spec }) => {
  const names = texts(all(spec, 'subsets[].name'));
  const taken = new Set(names.map(({ value }) => value));
  const seen = new Set<string>();
  return names.flatMap((name) => {
    if (!seen.has(name.value)) {
      seen.add(name.value);
      return [];
    }
    let number = 2;
    while (taken.has(`${name.value}-${String(number)}`)) number++;
    const free = `${name.value}-${String(number)}`;
    const what = `There are two subsets with the name ${quote(name.value)}; destinations could not tell them apart.`;
    const mends = [
      setting(name.path, free, `Rename it to ${free}`),
      removing(name.path.slice(0, -1), 'Remove the second'),
    ];
    return [refuse('MW0521', name, what, { mends })];
  });
};
