import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../checks/index.ts';
import { parsePath } from '../../../yaml/index.ts';
import { indexOfSame, indexProblems, prefixes, problemsFor } from './problems.ts';

const problem = (path: string, severity: Problem['severity']): Problem => ({
  code: 'MW0000',
  aliases: [],
  rejected: false,
  severity,
  message: 'Something is the matter.',
  file: 'a.yaml',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  resource: { kind: 'VirtualService', namespace: 'shop', name: 'basket' },
  path,
  fixes: [],
});

describe('prefixes', () => {
  it.each([
    ['', []],
    ['spec', ['spec']],
    ['spec.http[10].match', ['spec', 'spec.http', 'spec.http[10]', 'spec.http[10].match']],
    ['labels["a.b/c"]', ['labels', 'labels["a.b/c"]']],
    ['labels["x\\"]y"].z', ['labels', 'labels["x\\"]y"]', 'labels["x\\"]y"].z']],
    ['no path at all', []],
  ])('of %s', (path, expected) => {
    expect(prefixes(path)).toEqual(expected);
  });
});

describe('the same problem, found anew', () => {
  const [first, second] = [problem('spec.http[0].timeout', 'warning'), problem('spec.http[0]', 'info')];
  const moved = { ...second, line: 7, endLine: 7 };

  it.each([
    ['lower down', [first, moved], 1],
    ['alone', [moved], 0],
    ['gone', [first], -1],
    ['of another code', [{ ...second, code: 'MW9999' }], -1],
    ['with other words', [{ ...second, message: 'Something else is.' }], -1],
  ])('is %s', (_, now, expected) => {
    expect(indexOfSame(now, second)).toBe(expected);
  });
});

describe('the index', () => {
  const index = indexProblems([
    problem('spec.http[0].timeout', 'warning'),
    problem('spec.http[0]', 'info'),
    problem('spec.http[1].name', 'error'),
    problem('', 'hint'),
  ]);

  it('finds problems where they stand', () => {
    expect(index.at.get('spec.http[0]')?.map(({ severity }) => severity)).toEqual(['info']);
    expect(index.at.get('')).toHaveLength(1);
    expect(index.at.get('spec')).toBeUndefined();
  });

  it.each([
    ['spec.http[0]', {}, ['spec.http[0]']],
    ['spec.http[0]', { deep: true }, ['spec.http[0]', 'spec.http[0].timeout']],
    ['spec.http[0].timeout', { outer: ['spec', 'http', 0] }, ['spec.http[0]', 'spec.http[0].timeout']],
    ['spec.http', { deep: true }, ['spec.http[0].timeout', 'spec.http[0]', 'spec.http[1].name']],
    ['spec.ht', { deep: true }, []],
  ])('shows at %s, reaching %j, those at %j', (path, reach, expected) => {
    expect(problemsFor(index, parsePath(path), reach).map((each) => each.path)).toEqual(expected);
  });

  it('lists the errors and warnings, which are what has to be mended', () => {
    expect(index.grave.map(({ path }) => path)).toEqual(['spec.http[0].timeout', 'spec.http[1].name']);
  });

  it('counts them from above, with the worst', () => {
    expect(index.within.get('spec.http[0]')).toEqual({ count: 2, worst: 'warning' });
    expect(index.within.get('spec')).toEqual({ count: 3, worst: 'error' });
    expect(index.within.get('spec.http[2]')).toBeUndefined();
  });

  describe('of the same problems, found anew', () => {
    const anew = (...problems: readonly Problem[]) =>
      indexProblems(
        problems.map((each) => ({ ...each, line: each.line + 5, fixes: [...each.fixes] })),
        index,
      );
    const all = [
      problem('spec.http[0].timeout', 'warning'),
      problem('spec.http[0]', 'info'),
      problem('spec.http[1].name', 'error'),
      problem('', 'hint'),
    ] as const;

    it('has the lists that it had', () => {
      const now = anew(...all);
      for (const [path, problems] of index.at) expect(now.at.get(path)).toBe(problems);
      expect(now.grave).toBe(index.grave);
    });

    it.each([
      ['other words', { message: 'Something else is.' }],
      ['another severity', { severity: 'error' }],
      ['other mends', { fixes: [{ title: 'Mend', operation: { kind: 'delete-resource', resource: 'a' } }] }],
    ] as const)('has another list where one has %s, and there only', (_, otherwise) => {
      const [first, ...rest] = all;
      const now = anew({ ...first, ...otherwise }, ...rest);
      expect(now.at.get(first.path)).toEqual([expect.objectContaining(otherwise)]);
      expect(now.grave[0]).toEqual(expect.objectContaining(otherwise));
      expect(now.at.get('spec.http[1].name')).toBe(index.at.get('spec.http[1].name'));
    });

    it('lists them in the order in which they stand now', () => {
      const [first, second, third] = all;
      const now = anew({ ...first, line: 9 }, second, third);
      expect(now.grave.map(({ path }) => path)).toEqual(['spec.http[1].name', 'spec.http[0].timeout']);
    });

    it('has none where they are mended', () => {
      expect(anew().at.size).toBe(0);
      expect(anew().grave).toEqual([]);
    });
  });
});
