import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TextFile } from '../../text/index.ts';
import { countChanged } from './countChanged.ts';

const PATHS = ['a', 'b', 'c', 'd'] as const;

it('counts, whatever was done to the files, those that are not as opened', () => {
  const text = fc.constantFrom('one', 'two', null);
  const opening = fc.record({ path: fc.constantFrom(...PATHS), text, opens: fc.integer({ max: 9 }) });
  fc.assert(
    fc.property(fc.array(opening, { minLength: 1, maxLength: 20 }), (steps) => {
      let files: readonly TextFile[] = PATHS.map((path) => ({ path, text: 'one' }));
      let opened = files;
      for (const { path, text: now, opens } of steps) {
        const others = files.filter((file) => file.path !== path);
        const at = files.findIndex((file) => file.path === path);
        if (now === null) files = others;
        else if (at < 0) files = [...files, { path, text: now }];
        else files = files.with(at, { path, text: now });
        if (opens === 9) opened = files;
        const textOf = (some: readonly TextFile[], one: string) =>
          some.find((file) => file.path === one)?.text;
        const different = PATHS.filter((one) => textOf(files, one) !== textOf(opened, one));
        expect(countChanged({ files, opened })).toBe(different.length);
      }
    }),
  );
});
