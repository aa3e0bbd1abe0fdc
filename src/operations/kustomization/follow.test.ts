import { describe, expect, it } from 'vitest';
import { applyChanges, fileText, type FileChange } from '../../text/index.ts';
import { kustomizationChanges } from './follow.ts';

const KIND = 'kind: ConfigMap\nmetadata: { name: x }\n';
const files = (...own: readonly (readonly [string, string])[]) => own.map(([path, text]) => ({ path, text }));
/** The kustomization after a change, in a workspace where `a.yaml` and `c.yaml` stand beside it. */
const after = (text: string, ...changes: FileChange[]) => {
  const before = files(['m/kustomization.yaml', text], ['m/a.yaml', KIND], ['m/c.yaml', KIND]);
  const all = [...changes, ...kustomizationChanges(before, changes)];
  return fileText(applyChanges(before, all).files, 'm/kustomization.yaml');
};
const create = (path: string, text = KIND): FileChange => ({ kind: 'create', path, text });

describe('kustomizationChanges', () => {
  it.each<[string, string, FileChange, string]>([
    [
      'a new file goes where the order has it, and comments stay',
      '# ours\nresources:\n  # first\n  - a.yaml   # one\n  - c.yaml\nnamePrefix: x-\n',
      create('m/b.yaml'),
      '# ours\nresources:\n  # first\n  - a.yaml   # one\n  - b.yaml\n  - c.yaml\nnamePrefix: x-\n',
    ],
    [
      'or at the end',
      'resources:\n- c.yaml\n- a.yaml\n',
      create('m/b.yaml'),
      'resources:\n- c.yaml\n- a.yaml\n- b.yaml\n',
    ],
    [
      'written as its neighbours',
      'resources:\n- ./c.yaml\n',
      create('m/d.yaml'),
      'resources:\n- ./c.yaml\n- ./d.yaml\n',
    ],
    [
      'where nothing is listed yet',
      'namePrefix: x-\n',
      create('m/b.yaml'),
      'namePrefix: x-\nresources:\n- b.yaml\n',
    ],
    [
      'with Windows line ends',
      'resources:\r\n- a.yaml\r\n',
      create('m/b.yaml'),
      'resources:\r\n- a.yaml\r\n- b.yaml\r\n',
    ],
    [
      'a file below, beside files that are listed',
      'resources:\n- sub/a.yaml\n',
      create('m/sub/b.yaml'),
      'resources:\n- sub/a.yaml\n- sub/b.yaml\n',
    ],
    [
      'no file below where none is listed',
      'resources:\n- a.yaml\n',
      create('m/sub/b.yaml'),
      'resources:\n- a.yaml\n',
    ],
    ['no file elsewhere', 'resources:\n- a.yaml\n', create('n/b.yaml'), 'resources:\n- a.yaml\n'],
    [
      'no file without resources',
      'resources:\n- a.yaml\n',
      create('m/values.yaml', 'replicas: 2\n'),
      'resources:\n- a.yaml\n',
    ],
    [
      'no file of Meshwright’s',
      'resources:\n- a.yaml\n',
      create('m/x.expect.yaml', ''),
      'resources:\n- a.yaml\n',
    ],
    [
      'a renamed file',
      'resources:\n- ./a.yaml # one\n',
      { kind: 'rename', path: 'm/a.yaml', to: 'm/b.yaml' },
      'resources:\n- ./b.yaml # one\n',
    ],
    [
      'a renamed patch',
      'patches:\n- path: a.yaml\n  target: { kind: X }\n',
      { kind: 'rename', path: 'm/a.yaml', to: 'm/p/b.yaml' },
      'patches:\n- path: p/b.yaml\n  target: { kind: X }\n',
    ],
    [
      'a file that moved away',
      'resources:\n- a.yaml\n- c.yaml\n',
      { kind: 'rename', path: 'm/a.yaml', to: 'n/a.yaml' },
      'resources:\n- c.yaml\n',
    ],
    [
      'a deleted file',
      'resources:\n- a.yaml\n- c.yaml\npatches:\n- path: a.yaml\n',
      { kind: 'delete', path: 'm/a.yaml' },
      'resources:\n- c.yaml\npatches: []\n',
    ],
    [
      'what cannot be read is left alone',
      'resources: [a.yaml\n',
      { kind: 'delete', path: 'm/a.yaml' },
      'resources: [a.yaml\n',
    ],
    [
      'edits alone change nothing',
      'resources:\n- a.yaml\n',
      { kind: 'edit', path: 'm/c.yaml', edits: [] },
      'resources:\n- a.yaml\n',
    ],
  ])('%s', (_, before, change, text) => {
    expect(after(before, change)).toBe(text);
  });

  describe('one that moves itself', () => {
    const own = `resources:
- a.yaml   # one
- ./c.yaml
- ../base
- https://example.org/x.yaml
- github.com/org/repo//deploy?ref=v1
patches:
- path: patches/p.yaml
components: [../parts/one]
configMapGenerator:
- name: x
  files: [rules=text/rules.txt, text/more.txt]
`;
    const before = files(
      ['kustomization.yaml', 'resources:\n- m   # all of it\n- x.yaml\n'],
      ['m/kustomization.yaml', own],
      ['m/a.yaml', KIND],
      ['m/c.yaml', KIND],
      ['m/patches/p.yaml', KIND],
    );
    const moved = (to: string) => {
      const change: FileChange = { kind: 'rename', path: 'm/kustomization.yaml', to };
      const all = [change, ...kustomizationChanges(before, [change])];
      const { files: after } = applyChanges(before, all);
      return { own: fileText(after, to), root: fileText(after, 'kustomization.yaml') };
    };

    it('names what it named, and is named by its folder', () => {
      const { own: text, root } = moved('m/deep/kustomization.yaml');
      expect(text).toBe(
        own
          .replace('- a.yaml', '- ../a.yaml')
          .replace('- ./c.yaml', '- ../c.yaml')
          .replace('../base', '../../base')
          .replace('patches/p', '../patches/p')
          .replace('../parts', '../../parts')
          .replaceAll('text/', '../text/'),
      );
      expect(root).toBe('resources:\n- m/deep   # all of it\n- x.yaml\n');
    });

    it('says the same where it only gets another name, and names less far where it moves up', () => {
      expect(moved('m/kustomization.yml')).toEqual({
        own,
        root: 'resources:\n- m   # all of it\n- x.yaml\n',
      });
      const { own: text } = moved('n/kustomization.yaml');
      expect(text).toContain('- ../m/a.yaml   # one\n- ../m/c.yaml\n- ../base\n');
    });
  });

  it('leaves a folder with a kustomization of its own to that', () => {
    const before = files(
      ['kustomization.yaml', 'resources:\n- sub/a.yaml\n'],
      ['sub/a.yaml', KIND],
      ['sub/kustomization.yaml', 'resources:\n- a.yaml\n'],
    );
    expect(kustomizationChanges(before, [create('sub/b.yaml')]).map(({ path }) => path)).toEqual([
      'sub/kustomization.yaml',
    ]);
  });

  it('says nothing twice', () => {
    const text = 'resources:\n- ./b.yaml\n';
    expect(after(text, create('m/b.yaml'))).toBe(text);
  });
});
