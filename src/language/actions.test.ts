import { expect, it } from 'vitest';
import type { Problem } from '../checks/index.ts';
import { codeActions } from './index.ts';
import { contextOf } from './workspace.testkit.ts';

const problem = (line: number, column: number, endColumn: number, titles: readonly string[]): Problem => ({
  code: 'MW0001',
  aliases: [],
  rejected: false,
  severity: 'error',
  message: 'wrong',
  file: 'a.yaml',
  line,
  column,
  endLine: line,
  endColumn,
  resource: null,
  path: '',
  fixes: titles.map((title) => ({ title, operation: { kind: 'delete-resource', resource: title } })),
});

const titles = (problems: readonly Problem[], line: number, column: number, file = 'a.yaml') =>
  codeActions(
    { ...contextOf({ 'a.yaml': '' }), problems },
    file,
    {
      line,
      column,
      endLine: line,
      endColumn: column,
    },
    0,
  ).map(({ title, preferred }) => (preferred ? `${title}!` : title));

it('offers the fixes of the problems at a place', () => {
  const problems = [problem(2, 3, 8, ['Remove it']), problem(4, 1, 2, ['This', 'That'])];
  expect(titles(problems, 2, 3)).toEqual(['Remove it!']);
  expect(titles(problems, 2, 8)).toEqual(['Remove it!']);
  expect(titles(problems, 2, 9)).toEqual([]);
  expect(titles(problems, 3, 1)).toEqual([]);
  expect(titles(problems, 4, 1)).toEqual(['This', 'That']);
  expect(titles(problems, 2, 3, 'b.yaml')).toEqual([]);
});
