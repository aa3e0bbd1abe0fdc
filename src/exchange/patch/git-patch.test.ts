import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strictly } from './apply.testkit.ts';
import { gitPatch } from './git-patch.ts';
import { CASES, file, lines, ODD, sorted, tree } from './patch-cases.testkit.ts';

describe('gitPatch', () => {
  it.each(Object.entries(CASES))('%s', (_, [before, after]) => {
    const { text, odd } = gitPatch(before, after);
    expect(odd).toBe(0);
    expect(sorted(strictly(before, text))).toEqual(sorted(after));
  });

  it('is empty where nothing differs', () => {
    expect(gitPatch([file('a', 'x')], [file('a', 'x')])).toEqual({ text: '', files: 0, odd: 0 });
  });

  it('renames what is like what was deleted, the likest', () => {
    const text = lines(9).join('');
    const { text: patch } = gitPatch(
      [file('a.yaml', text), file('b.yaml', lines(9).with(0, 'x\n').join(''))],
      [file('c.yaml', text)],
    );
    expect(patch).toContain('rename from a.yaml\nrename to c.yaml\n');
    expect(patch).toContain('deleted file mode 100644\n--- a/b.yaml\n+++ /dev/null\n');
  });

  it('counts from the top of the repository', () => {
    const { text } = gitPatch([], [file('a.yaml', 'a\n')], { folder: '/clusters/eu/' });
    expect(text).toContain('diff --git a/clusters/eu/a.yaml b/clusters/eu/a.yaml\n');
    expect(text).toContain('--- /dev/null\n+++ b/clusters/eu/a.yaml\n');
  });

  it('replaces what is too different to be compared, and can still be applied', () => {
    const [before, after] = [[file('a', lines(9000).join(''))], [file('a', lines(9000, 'x\n').join(''))]];
    const { text } = gitPatch(before, after);
    expect(text).toContain('@@ -1,9000 +1,9000 @@');
    expect(strictly(before, text)).toEqual(after);
  });

  it.each(ODD)('counts what Git would tell of: %s', (_, before, after, odd) => {
    expect(gitPatch([file('a', before)], [file('a', after)]).odd).toBe(odd);
  });

  it('makes any files of any others, and back', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        expect(sorted(strictly(before, gitPatch(before, after).text))).toEqual(sorted(after));
        expect(sorted(strictly(after, gitPatch(after, before).text))).toEqual(sorted(before));
      }),
    );
  });
});
