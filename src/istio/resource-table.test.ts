import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentOf } from './mesh.testkit.ts';
import { withEntries } from './resource-table.ts';
import { resourcesOf } from './resources.ts';

const named = (name: string, stamp: number) => {
  const value = { kind: 'Service', apiVersion: 'v1', metadata: { name }, stamp };
  return resourcesOf('a.yaml', [documentOf(value)]).slice(0, 1);
};

it('is, after whatever was replaced, the table with that in place', () => {
  const names = Array.from({ length: 200 }, (_, n) => `s${n}`);
  const batch = fc.array(fc.constantFrom(...names), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 6 }), (batches) => {
      const first = names.flatMap((name) => named(name, -1));
      const plain = new Map(first.map((one) => [one.id, one]));
      let table = withEntries(plain, []);
      for (const [stamp, some] of batches.entries()) {
        const before = [...table];
        const entries = some.flatMap((name) => named(name, stamp));
        const next = withEntries(table, entries);
        expect([...table]).toEqual(before);
        table = next;
        for (const one of entries) plain.set(one.id, one);
      }
      expect([...table]).toEqual([...plain]);
      expect([...table.keys()]).toEqual([...plain.keys()]);
      expect([...table.values()]).toEqual([...plain.values()]);
      expect(table.size).toBe(plain.size);
      const seen: unknown[] = [];
      table.forEach((resource, id) => seen.push([id, resource]));
      expect(seen).toEqual([...plain]);
      for (const id of plain.keys()) expect(table.get(id)).toBe(plain.get(id));
      expect(table.get('Service//none')).toBeUndefined();
      expect(table.has('Service//none')).toBe(false);
    }),
    { numRuns: 30 },
  );
});
