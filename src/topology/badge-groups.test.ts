import fc from 'fast-check';
import { expect, it } from 'vitest';
import { badgeGroups } from './badge-groups.ts';

const badges = fc.array(
  fc.record({
    kind: fc.constantFrom('Sidecar', 'AuthorizationPolicy'),
    label: fc.string(),
    resource: fc.uuid(),
  }),
);

it('a few badges stand alone, and of many each kind stands once; none is lost', () => {
  fc.assert(
    fc.property(badges, (all) => {
      const groups = badgeGroups(all);
      expect(groups.flat().toSorted((a, b) => (a.resource < b.resource ? -1 : 1))).toEqual(
        all.toSorted((a, b) => (a.resource < b.resource ? -1 : 1)),
      );
      if (all.length <= 4) expect(groups).toHaveLength(all.length);
      else expect(groups).toHaveLength(new Set(all.map(({ kind }) => kind)).size);
    }),
  );
});
