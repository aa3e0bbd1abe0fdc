import { assert as check, constantFrom, property, array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, applyChanges } from './apply-change.ts';
import type { FileChange } from './change.ts';

const files = [
  { path: 'a.yaml', text: 'a: 1\n' },
  { path: 'b.yaml', text: 'b: 2\n' },
];

describe('applyChange', () => {
  it('leaves the files that it does not name as they are', () => {
    const edit = { from: 3, to: 4, insert: '9' };
    const { files: after } = applyChange(files, { kind: 'edit', path: 'b.yaml', edits: [edit] });
    expect(after).toEqual([files[0], { path: 'b.yaml', text: 'b: 9\n' }]);
    expect(after[0]).toBe(files[0]);
  });

  it('puts a deleted file back in its place', () => {
    const { files: after, inverse } = applyChange(files, { kind: 'delete', path: 'a.yaml' });
    expect(after).toEqual([files[1]]);
    expect(applyChange(after, inverse).files).toEqual(files);
  });

  it.each<FileChange>([
    { kind: 'delete', path: 'c.yaml' },
    { kind: 'edit', path: 'c.yaml', edits: [] },
    { kind: 'create', path: 'a.yaml', text: '' },
    { kind: 'rename', path: 'a.yaml', to: 'b.yaml' },
    { kind: 'rename', path: 'c.yaml', to: 'd.yaml' },
  ])('refuses $kind of $path', (change) => {
    expect(() => applyChange(files, change)).toThrow(RangeError);
  });
});

it('the inverses of any changes in a row give the files back', () => {
  const path = constantFrom('a.yaml', 'b.yaml', 'c.yaml');
  const change = array(constantFrom<FileChange['kind']>('edit', 'create', 'delete', 'rename'), {
    maxLength: 6,
  });
  check(
    property(change, array(path, { minLength: 12, maxLength: 12 }), (kinds, paths) => {
      let state: readonly { path: string; text: string }[] = files;
      const changes: FileChange[] = [];
      for (const [index, kind] of kinds.entries()) {
        const next = drawn(kind, paths[index * 2] ?? '', paths[index * 2 + 1] ?? '');
        if (!fits(state, next)) continue;
        changes.push(next);
        state = applyChange(state, next).files;
      }
      const applied = applyChanges(files, changes);
      expect(applied.files).toEqual(state);
      expect(applyChanges(applied.files, applied.inverse).files).toEqual(files);
    }),
  );
});

function drawn(kind: FileChange['kind'], path: string, to: string): FileChange {
  if (kind === 'edit') return { kind, path, edits: [{ from: 0, to: 1, insert: 'xx' }] };
  if (kind === 'create') return { kind, path, text: 'new', index: 1 };
  return kind === 'rename' ? { kind, path, to } : { kind, path };
}

function fits(state: readonly { path: string }[], change: FileChange): boolean {
  const has = (path: string) => state.some((file) => file.path === path);
  if (change.kind === 'create') return !has(change.path) && state.length > 0;
  return has(change.path) && (change.kind !== 'rename' || !has(change.to));
}
