import { expect, it } from 'vitest';
import { unmetIn } from './unmet.ts';

const FILE = `# ours
---
load: { rate: 10 }
expect:
- { errors: under 1% }
- name: the others answer
  answered: at least 99%
- { p99: under 1s }
`;

it('marks what was not met, on the line where it begins, with what was found', () => {
  const goal = { text: 'Fewer errors.', found: '33 %' };
  const marks = unmetIn(FILE, [
    { ...goal, index: 0, met: false },
    { ...goal, index: 1, met: false },
    { ...goal, index: 2, met: true },
  ]);
  expect(marks.map(({ from, to }) => FILE.slice(from, to))).toEqual([
    '{ errors: under 1% }',
    'name: the others answer',
  ]);
  expect(marks[0]?.message).toBe('Not met in the load lab: Fewer errors. Found: 33 %.');
});

it('marks nothing that its file does not say', () => {
  expect(unmetIn('load: { rate: 10 }\n', [{ index: 0, text: 'a', found: 'b', met: false }])).toEqual([]);
  expect(unmetIn(FILE, [{ index: 0, text: 'a', found: 'b', met: null }])).toEqual([]);
});
