import { describe, expect, it } from 'vitest';
import type { Problem, Severity } from '../../checks/index.ts';
import { countProblems, placeKey } from './counts.ts';

const rule = { kind: 'DestinationRule', namespace: 'shop', name: 'orders-rule' };

const problem = (file: string, severity: Severity, resource: Problem['resource'] = rule): Problem => ({
  code: 'MW0001',
  aliases: [],
  severity,
  message: 'words',
  file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  resource,
  path: '',
  fixes: [],
});

describe('countProblems', () => {
  it('counts errors and warnings, and nothing less', () => {
    const { byFile, byPlace } = countProblems([
      problem('a.yaml', 'error'),
      problem('a.yaml', 'warning'),
      problem('a.yaml', 'warning', null),
      problem('a.yaml', 'info'),
      problem('b.yaml', 'hint'),
    ]);
    expect(byFile.get('a.yaml')).toEqual({ errors: 1, warnings: 2 });
    expect(byFile.get('b.yaml')).toBeUndefined();
    expect(byPlace.get(placeKey('a.yaml', rule))).toEqual({ errors: 1, warnings: 1 });
  });

  it('tells resources of one name in two files apart', () => {
    const { byPlace } = countProblems([problem('a.yaml', 'error'), problem('b.yaml', 'warning')]);
    expect(byPlace.get(placeKey('a.yaml', rule))).toEqual({ errors: 1, warnings: 0 });
    expect(byPlace.get(placeKey('b.yaml', rule))).toEqual({ errors: 0, warnings: 1 });
  });
});
