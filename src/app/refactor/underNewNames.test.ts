import { expect, it } from 'vitest';
import { onlyRenamed } from './underNewNames.ts';

const change = (before: string | undefined, after: string) => ({
  changes: [{ what: 'Destination', before, after }],
});
const NAMES = { 'next of a.example': 'fresh of a.example', 'b.example': 'c.example' };

it.each([
  ['80 % next of a.example:80, 20 % b.example:443', '80 % fresh of a.example:80, 20 % c.example:443', true],
  ['80 % next of a.example:80, 20 % b.example:443', '20 % c.example:443, 80 % fresh of a.example:80', true],
  ['80 % next of a.example:80', '90 % fresh of a.example:80', false],
  ['x.b.example:80', 'x.c.example:80', false],
  ['b.example.org:80', 'c.example.org:80', false],
  ['b.example', 'c.example', true],
  [undefined, 'c.example', false],
])('%s is now %s: only renamed %s', (before, after, only) =>
  expect(onlyRenamed(change(before, after), NAMES)).toBe(only),
);
