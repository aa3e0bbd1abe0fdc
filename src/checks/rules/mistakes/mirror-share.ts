import { removing, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isPresent, has } from '../../spot.ts';

const SHARES = ['mirrorPercentage', 'mirrorPercent', 'mirror_percent'];
const WRITTEN = SHARES.map((name) => `http[].${name}`);

/** How much to mirror, where nothing says where to. `mirrors` have shares of their own. */
export const mirrorShare: SpecRule = ({ spec }) => {
  if (!has(spec, ...WRITTEN)) return [];
  return all(spec, 'http[]').flatMap((rule) => {
    if (isPresent(at(rule, 'mirror'))) return [];
    const several = isPresent(at(rule, 'mirrors'));
    return SHARES.map((name) => at(rule, name))
      .filter(isPresent)
      .map((share) => {
        const what = several
          ? 'This share is for "mirror", which is not there. Those in "mirrors" each have a "percentage" of their own, and are taken whole without one.'
          : 'There is no "mirror", so nothing is copied anywhere. Say where to, or remove the share.';
        return say('MW1112', share, what, { at: 'key', mends: [removing(share.path)] });
      });
  });
};
