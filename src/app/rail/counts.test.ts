import { describe, expect, it } from 'vitest';
import type { Problem, Severity } from '../../checks/index.ts';
import { countsByFile } from './counts.ts';

const problem = (file: string, severity: Severity): Problem => ({
  code: 'MW0001',
  aliases: [],
  rejected: false,
  severity,
  message: 'words',
  file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  resource: null,
  path: '',
  fixes: [],
});

describe('countsByFile', () => {
  it('counts errors and warnings, and leaves out files with nothing worse than a hint', () => {
    const counts = countsByFile([
      problem('a.yaml', 'error'),
      problem('a.yaml', 'warning'),
      problem('a.yaml', 'warning'),
      problem('a.yaml', 'info'),
      problem('b.yaml', 'hint'),
    ]);
    expect(counts.get('a.yaml')).toEqual({ errors: 1, warnings: 2 });
    expect(counts.has('b.yaml')).toBe(false);
  });
});
