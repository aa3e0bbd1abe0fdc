import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../checks/index.ts';
import { problemEntries, shownProblems, type ProblemEntry } from './entries.ts';

const problem = (part: Partial<Problem>): Problem => ({
  code: 'MW2001',
  aliases: [],
  rejected: false,
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

const NONE: ReadonlySet<string> = new Set();
const words = (entries: readonly ProblemEntry[]) =>
  entries.map((entry) =>
    'problem' in entry
      ? `${entry.problem.code}:${entry.problem.line}`
      : (entry.group.resource?.name ?? (entry.group.by === 'code' ? entry.group.code : entry.group.file)),
  );

const some = [
  problem({ code: 'MW2001', line: 9 }),
  problem({ code: 'MW0218', severity: 'hint', line: 2 }),
  problem({ code: 'MW0001', severity: 'error', rejected: true, resource: null, file: 'b.yaml', path: '' }),
  problem({ code: 'MW2001', line: 3, aliases: ['IST0101'] }),
];

describe('problemEntries', () => {
  it('groups by resource, or file for what concerns none, the gravest first', () => {
    expect(words(problemEntries(some, 'resource', NONE))).toEqual([
      'b.yaml',
      'MW0001:1',
      'orders',
      'MW2001:3',
      'MW2001:9',
      'MW0218:2',
    ]);
  });

  it('groups by file, in the order of its lines', () => {
    expect(words(problemEntries(some, 'file', NONE))).toEqual([
      'b.yaml',
      'MW0001:1',
      'a.yaml',
      'MW0218:2',
      'MW2001:3',
      'MW2001:9',
    ]);
  });

  it('groups by code, in the order in which they came', () => {
    expect(words(problemEntries(some, 'code', NONE))).toEqual([
      'MW0001',
      'MW0001:1',
      'MW2001',
      'MW2001:9',
      'MW2001:3',
      'MW0218',
      'MW0218:2',
    ]);
  });

  it('leaves of a folded group its heading, with all that is in it', () => {
    const entries = problemEntries(some, 'code', new Set(['MW2001']));
    expect(words(entries)).toEqual(['MW0001', 'MW0001:1', 'MW2001', 'MW0218', 'MW0218:2']);
    expect(entries[2]).toMatchObject({
      group: { folded: true, worst: 'warning', problems: [some[0], some[3]] },
    });
  });

  it.each(['resource', 'file', 'code'] as const)(
    'by %s: tells two of one code and path apart, by keys that do not change with the line',
    (by) => {
      const twice = [problem({ line: 4 }), problem({ line: 7 })];
      const moved = twice.map((each) => ({ ...each, line: each.line + 5 }));
      const keys = problemEntries(twice, by, NONE).map(({ key }) => key);
      expect(new Set(keys).size).toBe(3);
      expect(problemEntries(moved, by, NONE).map(({ key }) => key)).toEqual(keys);
    },
  );

  it('tells problems of two resources apart that stand in one group', () => {
    const other = { kind: 'VirtualService', namespace: 'attic', name: 'orders' };
    const keys = problemEntries([problem({}), problem({ resource: other })], 'code', NONE);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(3);
  });
});

describe('shownProblems', () => {
  const lines = (filter: 'all' | 'rejected' | 'misbehaves' | 'note', text = '') =>
    shownProblems(some, { filter, words: text }).map(({ code, line }) => `${code}:${line}`);

  it.each([
    ['rejected', ['MW0001:1']],
    ['misbehaves', ['MW2001:9', 'MW2001:3']],
    ['note', ['MW0218:2']],
  ] as const)('by what comes of it: %s', (filter, expected) => {
    expect(lines(filter)).toEqual(expected);
  });

  it.each([
    ['ist0101', ['MW2001:3']],
    ['orders mw0218', ['MW0218:2']],
    ['B.YAML', ['MW0001:1']],
    ['nothing of the kind', []],
  ])('finds by “%s”', (text, expected) => {
    expect(lines('all', text)).toEqual(expected);
  });
});
