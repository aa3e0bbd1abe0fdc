import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../checks/index.ts';
import { problemEntries, type ProblemEntry } from './entries.ts';

const problem = (part: Partial<Problem>): Problem => ({
  code: 'MW0001',
  aliases: [],
  severity: 'warning',
  message: 'No file defines this host.',
  file: 'a.yaml',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  resource: { kind: 'VirtualService', namespace: 'shop', name: 'orders' },
  path: 'spec.hosts[0]',
  fixes: [],
  ...part,
});

const words = (entries: readonly ProblemEntry[]) =>
  entries.map((entry) => ('problem' in entry ? entry.problem.code : (entry.resource?.name ?? entry.file)));

const some = [
  problem({ code: 'MW0001', line: 9 }),
  problem({ code: 'MW0002', severity: 'hint', line: 2 }),
  problem({ code: 'MW0003', severity: 'error', resource: null, file: 'b.yaml', path: '' }),
  problem({ code: 'MW0004', line: 3, aliases: ['IST0101'] }),
];

describe('problemEntries', () => {
  it('groups by resource or file, errors first, then by line', () => {
    expect(words(problemEntries(some, 'all', ''))).toEqual([
      'b.yaml',
      'MW0003',
      'orders',
      'MW0004',
      'MW0001',
      'MW0002',
    ]);
  });

  it('shows hints among the infos', () => {
    expect(words(problemEntries(some, 'info', ''))).toEqual(['orders', 'MW0002']);
    expect(words(problemEntries(some, 'error', ''))).toEqual(['b.yaml', 'MW0003']);
  });

  it.each([
    ['ist0101', ['orders', 'MW0004']],
    ['orders mw0001', ['orders', 'MW0001']],
    ['B.YAML', ['b.yaml', 'MW0003']],
    ['nothing of the kind', []],
  ])('finds by “%s”', (filter, expected) => {
    expect(words(problemEntries(some, 'all', filter))).toEqual(expected);
  });

  it('tells two of one code and path apart, by keys that do not change with the line', () => {
    const twice = [problem({ line: 4 }), problem({ line: 7 })];
    const moved = twice.map((each) => ({ ...each, line: each.line + 5 }));
    const keys = problemEntries(twice, 'all', '').map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    expect(problemEntries(moved, 'all', '').map(({ key }) => key)).toEqual(keys);
  });
});
