import { removing, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, items, number } from '../../spot.ts';
import { ROUTES } from '../virtual-service/route-places.ts';

/** A weight where there is nothing to share with. 0 is the same as none, and 100 is what happens. */
export const singleWeight: SpecRule = ({ spec }) =>
  all(spec, ROUTES).flatMap((route) => {
    if (!Array.isArray(route.value) || route.value.length > 1) return [];
    const [only] = items(route);
    const weight = only && at(only, 'weight');
    const share = weight && (number(weight) ?? 0);
    if (!weight || !share || share < 0 || share >= 100) return [];
    const what = `This is the only destination, so it gets all the traffic and not ${String(share)} %. Add another, or remove the weight.`;
    return [say('MW1001', weight, what, { mends: [removing(weight.path)] })];
  });
