import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGrouping } from './grouping.ts';
import type { Problem } from './problem.ts';

const problem = (file: string): Problem => ({
  code: 'MW0000',
  aliases: [],
  rejected: false,
  severity: 'warning',
  message: 'Something is the matter.',
  file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  resource: null,
  path: '',
  fixes: [],
});

/** Files without a name are in no group. */
const byFile = ({ file }: Problem) => file || null;

const anew = (problems: readonly Problem[]) => {
  const groups = new Map<string, Problem[]>();
  for (const one of problems) if (one.file) groups.set(one.file, [...(groups.get(one.file) ?? []), one]);
  return groups;
};

describe('groups of problems', () => {
  it('are those of the list, whatever list came before', () => {
    const pool = ['a', 'b', 'c', ''].flatMap((file) => [1, 2, 3, 4].map(() => problem(file)));
    const lists = fc.array(fc.uniqueArray(fc.constantFrom(...pool)), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(lists, (each) => {
        const groupsOf = createGrouping(byFile);
        for (const problems of each)
          expect(Object.fromEntries(groupsOf(problems))).toEqual(Object.fromEntries(anew(problems)));
      }),
    );
  });

  it('are right where one file’s problems are told anew between others, as with each key', () => {
    const change = fc.record({
      from: fc.nat(11),
      count: fc.nat(3),
      come: fc.array(fc.constantFrom('a', 'b', 'c')),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const groupsOf = createGrouping(byFile);
        let problems = ['a', 'b', 'c'].flatMap((file) => [1, 2, 3, 4].map(() => problem(file)));
        groupsOf(problems);
        for (const { from, count, come } of changes) {
          problems = problems.toSpliced(from, count, ...come.map(problem));
          const groups = groupsOf(problems);
          expect(Object.fromEntries(groups)).toEqual(Object.fromEntries(anew(problems)));
          // Equal is not enough: the very ones.
          for (const [file, group] of anew(problems))
            expect(groups.get(file)?.every((one, at) => one === group[at])).toBe(true);
        }
      }),
    );
  });

  it('stay the same lists where nothing of them changed', () => {
    const groupsOf = createGrouping(byFile);
    const problems = ['a', 'a', 'b', 'c'].map(problem);
    const before = new Map(groupsOf(problems));
    const after = groupsOf(problems.toSpliced(2, 1, problem('b'), problem('b')));
    expect(after.get('a')).toBe(before.get('a'));
    expect(after.get('c')).toBe(before.get('c'));
    expect(after.get('b')).toHaveLength(2);
    expect(before.get('b')).toHaveLength(1);
  });
});
