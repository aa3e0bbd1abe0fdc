import { expect, it } from 'vitest';
import { foundAt, writeSteps } from './disk.ts';
import { createMemoryFolder } from './memory-folder.testkit.ts';
import type { Base } from './settle.ts';

it('writes and removes nothing that another program has changed since it was read', async () => {
  const folder = createMemoryFolder({ 'a.yaml': 'a', 'b.yaml': 'b', 'c.yaml': 'c' });
  const { found } = await foundAt(['a.yaml', 'b.yaml', 'c.yaml', 'new.yaml'], new Map(), folder);
  const base: Base = new Map([...found].flatMap(([path, file]) => (file ? [[path, file]] : [])));
  folder.put('b.yaml', 'B');
  folder.put('new.yaml', 'N');
  const written = await writeSteps(
    [
      { kind: 'write', path: 'a.yaml', text: '1' },
      { kind: 'write', path: 'b.yaml', text: '2' },
      { kind: 'write', path: 'new.yaml', text: '3' },
    ],
    base,
    folder,
  );
  expect(written.saved).toEqual(['a.yaml']);
  expect(written.failed.map(({ path }) => path)).toEqual(['b.yaml', 'new.yaml']);
  expect(['a.yaml', 'b.yaml', 'new.yaml'].map((path) => folder.text(path))).toEqual(['1', 'B', 'N']);

  folder.put('c.yaml', 'C');
  const removed = await writeSteps([{ kind: 'remove', path: 'c.yaml' }], base, folder);
  expect(removed.failed.map(({ path }) => path)).toEqual(['c.yaml']);
  folder.put('c.yaml', null);
  expect((await writeSteps([{ kind: 'remove', path: 'c.yaml' }], base, folder)).removed).toEqual(['c.yaml']);
});
