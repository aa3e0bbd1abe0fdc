import { expect, it } from 'vitest';
import { changedProblems } from './changed-problems.ts';
import type { Problem } from './problem.ts';

const problem = (code: string, name: string, path: string, message = 'm'): Problem => ({
  code,
  aliases: [],
  severity: 'warning',
  rejected: false,
  message,
  file: 'a.yaml',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  resource: { kind: 'VirtualService', namespace: 'shop', name },
  path,
  fixes: [],
});
const names = (problems: readonly Problem[]) =>
  problems.map(({ code, resource }) => `${code} ${resource?.name}`);
const changes = (before: readonly Problem[], after: readonly Problem[]) => {
  const { appear, go } = changedProblems(before, after);
  return { appear: names(appear), go: names(go) };
};

it.each([
  ['another line', [problem('A', 'x', 'p')], [{ ...problem('A', 'x', 'p'), line: 9 }]],
  ['another name', [problem('A', 'x', 'p')], [problem('A', 'y', 'p', 'other words')]],
  ['another index', [problem('A', 'x', 'spec.http[0]')], [problem('A', 'x', 'spec.http[3]', 'n')]],
])('%s is no other problem', (_, before, after) =>
  expect(changes(before, after)).toEqual({ appear: [], go: [] }),
);

it('one that is there twice now has come once', () => {
  const one = problem('A', 'x', 'p');
  expect(changes([one], [{ ...one }, problem('A', 'y', 'p')])).toEqual({ appear: ['A y'], go: [] });
});

it('another code or place is another problem', () => {
  expect(changes([problem('A', 'x', 'p')], [problem('B', 'x', 'p')])).toEqual({
    appear: ['B x'],
    go: ['A x'],
  });
  expect(changes([problem('A', 'x', 'p')], [problem('A', 'x', 'q')])).toEqual({
    appear: ['A x'],
    go: ['A x'],
  });
});
