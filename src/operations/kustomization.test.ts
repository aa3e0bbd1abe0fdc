import { describe, expect, it } from 'vitest';
import { createDraft } from './draft.ts';
import { followInKustomizations } from './kustomization.ts';
import { contextOf } from './operations.testkit.ts';

const KUSTOMIZATION = `kind: Kustomization
resources:
  - a.yaml   # first
  - c.yaml
patches: []
`;
function after(files: Record<string, string>, came: readonly string[], went: readonly string[] = []) {
  const context = contextOf(files);
  const draft = createDraft(context);
  for (const path of came) draft.apply({ kind: 'create', path, text: 'kind: Service\n' });
  for (const path of went) draft.apply({ kind: 'delete', path });
  const warnings = followInKustomizations(draft, context.files);
  return {
    text: draft.file('k/kustomization.yaml')?.text,
    root: draft.file('kustomization.yaml')?.text,
    warnings,
  };
}
const FILES = { 'k/kustomization.yaml': KUSTOMIZATION, 'k/a.yaml': '', 'k/c.yaml': '' };

describe('followInKustomizations', () => {
  it.each([
    [
      'a new file, in the order of its neighbours',
      ['k/b.yaml'],
      [],
      KUSTOMIZATION.replace('  - c', '  - b.yaml\n  - c'),
    ],
    [
      'one in a folder below',
      ['k/x/b.yaml'],
      [],
      KUSTOMIZATION.replace('c.yaml\n', 'c.yaml\n  - x/b.yaml\n'),
    ],
    ['one that went', [], ['k/c.yaml'], KUSTOMIZATION.replace('  - c.yaml\n', '')],
    ['one that is renamed', ['k/d.yaml'], ['k/c.yaml'], KUSTOMIZATION.replace('c.yaml', 'd.yaml')],
    ['not one elsewhere', ['other/b.yaml'], [], KUSTOMIZATION],
    ['not what holds no resources', ['k/b.expect.yaml', 'k/b.txt'], [], KUSTOMIZATION],
  ])('lists %s', (_, came, went, text) => {
    expect(after(FILES, came, went)).toEqual({ text, root: undefined, warnings: [] });
  });

  it('tells only the nearest', () => {
    const root = 'resources: [k]\n';
    expect(after({ ...FILES, 'kustomization.yaml': root }, ['k/b.yaml']).root).toBe(root);
    expect(after({ ...FILES, 'kustomization.yaml': root }, ['b.yaml']).root).toBe('resources: [b.yaml, k]\n');
  });

  it('says what cannot be done', () => {
    const { text, warnings } = after({ ...FILES, 'k/kustomization.yaml': 'resources: [a.yaml\n' }, [
      'k/b.yaml',
    ]);
    expect(text).toBe('resources: [a.yaml\n');
    expect(warnings.join()).toContain('k/kustomization.yaml has to be told of b.yaml by hand');
  });
});
