import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gitPatch } from '../exchange/index.ts';
import { CASES, file, ODD, sorted, tree } from '../exchange/patch/patch-cases.testkit.ts';
import type { TextFile } from '../text/index.ts';

/** Whether Git is installed; else what these tests ask is asked of an applier of our own, beside the patch. */
const GIT = ((): boolean => {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** What `git apply` makes of files, and what it says meanwhile. Throws where it refuses. */
function byGit(files: readonly TextFile[], patch: string): { files: TextFile[]; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'patch-'));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    // Of no repository around, and of nobody's settings.
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder), GIT_CONFIG_GLOBAL: '/dev/null' };
    writeFileSync(join(folder, '.patch'), patch);
    execFileSync('git', ['init', '-q'], { cwd: folder, env });
    const said = execFileSync('sh', ['-c', 'git apply .patch 2>&1'], { cwd: folder, env, encoding: 'utf8' });
    return { files: readAll(folder), said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const readAll = (folder: string): TextFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => !relative(folder, path).startsWith('.git') && !path.endsWith('.patch'))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path: relative(folder, path), text: readFileSync(path, 'utf8') }));

describe.runIf(GIT)('git apply', () => {
  it.each([
    ...Object.entries(CASES),
    [
      'a name in need of quotes',
      [[file('täg "x".yaml', 'a\n')], [file('täg "x".yaml', 'b\n'), file('größe\t.yaml', 'c\n')]],
    ] as const,
  ])('takes: %s', (_, [before, after]) => {
    const { text } = gitPatch(before, after);
    const applied = byGit(before, text);
    expect(applied.said).toBe('');
    expect(sorted(applied.files)).toEqual(sorted(after));
  });

  it.each(ODD)('tells of lines that are counted as odd: %s', (_, before, after, odd) => {
    const { said } = byGit([file('a', before)], gitPatch([file('a', before)], [file('a', after)]).text);
    expect(said !== '').toBe(odd > 0);
  });

  it('makes any files of any others', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const { text, odd } = gitPatch(before, after);
        fc.pre(text !== '');
        const applied = byGit(before, text);
        expect(sorted(applied.files)).toEqual(sorted(after));
        expect(applied.said !== '').toBe(odd > 0);
      }),
      { numRuns: 20 },
    );
  });
});
