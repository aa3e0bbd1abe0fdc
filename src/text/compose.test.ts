import { assert as check, constant, property, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from './apply.ts';
import { composeEdits } from './compose.ts';
import { editsFor, textAndEdits } from './edits.testkit.ts';

it('one list of edits does what two in a row do', () => {
  const twice = textAndEdits.chain(([text, first]) => {
    const between = applyEdits(text, first);
    return tuple(constant(text), constant(first), editsFor(between.length));
  });
  check(
    property(twice, ([text, first, second]) => {
      const both = composeEdits(text.length, first, second);
      expect(applyEdits(text, both)).toBe(applyEdits(applyEdits(text, first), second));
    }),
    { numRuns: 1000 },
  );
});

it('what was inserted and then deleted leaves no trace', () => {
  const first = [{ from: 1, to: 1, insert: 'xyz' }];
  expect(composeEdits(3, first, [{ from: 1, to: 4, insert: '' }])).toEqual([]);
});
