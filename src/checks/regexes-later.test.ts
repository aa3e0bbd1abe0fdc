import { expect, it } from 'vitest';
import { linkMesh, loadRegexes } from '../istio/index.ts';
import { parseDocument } from '../yaml/index.ts';
import { httpRule } from './check.testkit.ts';
import { createChecker } from './checker.ts';
import type { Problem } from './problem.ts';

const bad = httpRule('match: [{ uri: { regex: "/a(?=b)" } }]\nroute: [{ destination: { host: web } }]');
const other = httpRule('timeout: 1s').replace('sample', 'other');

it('says of regular expressions what can be said, and the rest when RE2 has come', async () => {
  const mesh = linkMesh([
    { path: 'a.yaml', documents: [parseDocument(bad)] },
    { path: 'b.yaml', documents: [parseDocument(other)] },
  ]);
  const checker = createChecker();
  const before = checker.check(mesh, { regexes: undefined });
  expect(codesOf(before)).toEqual(['MW0402']);
  const regexes = await loadRegexes();
  const after = checker.check(mesh, { regexes });
  expect(codesOf(after)).toEqual(['MW0330', 'MW0402']);
  const kept = (problems: readonly Problem[]) => problems.find(({ code }) => code === 'MW0402');
  expect(kept(after)).toBe(kept(before));
  expect(checker.check(mesh)).toEqual(after);
});

/** Without what the workspace cannot verify. */
function codesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code }) => code).filter((code) => code < 'MW2000');
}
