import { expect, it } from 'vitest';
import type { Problem } from '../../../checks/index.ts';
import { problemText } from './words.ts';

const problem: Problem = {
  code: 'MW0104',
  aliases: ['IST0101'],
  rejected: false,
  severity: 'error',
  message: 'No file defines this host.',
  file: 'routes/orders.yaml',
  line: 12,
  column: 9,
  endLine: 12,
  endColumn: 20,
  resource: { kind: 'VirtualService', namespace: '', name: 'orders' },
  path: 'spec.http[0]',
  fixes: [],
};

it('says a problem in one line', () => {
  expect(problemText(problem)).toBe(
    'Error MW0104 (IST0101) VirtualService orders spec.http[0]: No file defines this host. [routes/orders.yaml:12:9]',
  );
  expect(problemText({ ...problem, resource: null, path: '', aliases: [] })).toBe(
    'Error MW0104: No file defines this host. [routes/orders.yaml:12:9]',
  );
});
