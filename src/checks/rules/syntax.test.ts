import { expect, it } from 'vitest';
import { brief, checkForm as check, resource } from '../check.testkit.ts';

/** Each line is eight of the line before. */
function bomb(lines: number): string {
  const names = Array.from({ length: lines }, (_, n) => `level${String(n)}`);
  const line = (name: string, n: number): string =>
    `${name}: &${name} [${Array.from({ length: 8 }, () => (n === 0 ? 'x' : `*level${String(n - 1)}`)).join(', ')}]\n`;
  return names.map(line).join('');
}

it.each([
  ['an open quote', 'kind: "Side', 'MW0001'],
  ['a second colon', 'kind: a: b', 'MW0001'],
  ['a key twice', 'kind: a\nkind: b\n', 'MW0002'],
  ['a tab', 'metadata:\n\tname: a\n', 'MW0003'],
  ['aliases that multiply', bomb(8), 'MW0004'],
  ['zero bytes', 'a: \0', 'MW0007'],
])('says %s', (_, text, code) => {
  const found = check(text);
  expect(found.map((problem) => problem.code)).toContain(code);
  expect(found[0]).toMatchObject({ severity: 'error', resource: null, path: '', fixes: [] });
  expect(found[0]?.message.length).toBeGreaterThan(20);
});

it('counts lines through the file and leaves the other documents alone', () => {
  const good = resource('VirtualService', 'hosts: [a.example]\nhttp: []');
  const found = check(
    `${good}---\nkind: "open\n---\n${resource('VirtualService', 'hosts: [b.example]\nhttps: []').replace('sample', 'other')}`,
  );
  expect(brief(found)).toEqual(['MW0001', 'MW0201 spec.https']);
  expect(found[0]?.line).toBeGreaterThanOrEqual(10);
  expect(found[1]).toMatchObject({ line: 19, column: 3, endColumn: 8 });
});
