import { array, assert as check, nat, oneof, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { formatPath, isWithin, parsePath, samePath } from './path.ts';

it.each<[(string | number)[], string]>([
  [[], ''],
  [['spec', 'http', 0, 'match', 0, 'headers', 'x.y/z'], 'spec.http[0].match[0].headers["x.y/z"]'],
  [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
  [[0, 1], '[0][1]'],
  [['8080'], '["8080"]'],
  [['say "hi"', 'x-y'], '["say \\"hi\\""].x-y'],
])('%j is written %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
  expect(parsePath(text)).toEqual(path);
});

it('reads back every path that it writes', () => {
  check(
    property(array(oneof(string(), nat())), (path) => {
      expect(parsePath(formatPath(path))).toEqual(path);
    }),
  );
});

it.each(['.a', 'a.', 'a..b', 'a[', 'a[x]', 'a["x', 'a b', 'a]', '["a"]b', 'a[-1]'])('%s is none', (text) => {
  expect(() => parsePath(text)).toThrow(SyntaxError);
});

it.each<[(string | number)[], (string | number)[], boolean, boolean]>([
  [['spec', 'http', 0], ['spec', 'http', 0], true, true],
  [['spec', 'http', 0], ['spec', 'http'], true, false],
  [['spec'], [], true, false],
  [['spec', 'http'], ['spec', 'http', 0], false, false],
  [['spec', 'http', 0], ['spec', 'http', '0'], false, false],
])('%j against %j: within %s, same %s', (path, other, within, same) => {
  expect([isWithin(path, other), samePath(path, other)]).toEqual([within, same]);
});
