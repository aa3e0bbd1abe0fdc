import { applyEdits, invertEdits } from './apply.ts';
import type { FileChange } from './change.ts';
import type { TextFile } from './file.ts';

export interface AppliedChange {
  readonly files: readonly TextFile[];
  /** Takes the files back to what they were. */
  readonly inverse: FileChange;
}

function indexOf(files: readonly TextFile[], path: string): number {
  const index = files.findIndex((file) => file.path === path);
  if (index < 0) throw new RangeError(`no file named ${path}`);
  return index;
}

/** The files after one change. Files that it does not name keep identity. Throws when it names a file that is not there, or makes one that is. */
export function applyChange(files: readonly TextFile[], change: FileChange): AppliedChange {
  if (change.kind === 'create') {
    if (files.some(({ path }) => path === change.path))
      throw new RangeError(`${change.path} is there already`);
    const index = change.index ?? files.length;
    return {
      files: files.toSpliced(index, 0, { path: change.path, text: change.text }),
      inverse: { kind: 'delete', path: change.path },
    };
  }
  const index = indexOf(files, change.path);
  const file = files[index];
  if (!file) throw new RangeError(`no file named ${change.path}`);
  switch (change.kind) {
    case 'edit':
      return {
        files: files.with(index, { path: file.path, text: applyEdits(file.text, change.edits) }),
        inverse: { kind: 'edit', path: file.path, edits: invertEdits(file.text, change.edits) },
      };
    case 'delete':
      return {
        files: files.toSpliced(index, 1),
        inverse: { kind: 'create', path: file.path, text: file.text, index },
      };
    case 'rename':
      if (files.some(({ path }) => path === change.to)) throw new RangeError(`${change.to} is there already`);
      return {
        files: files.with(index, { path: change.to, text: file.text }),
        inverse: { kind: 'rename', path: change.to, to: file.path },
      };
  }
}

/** Several changes in a row; the inverses come in the order in which to apply them. */
export function applyChanges(
  files: readonly TextFile[],
  changes: readonly FileChange[],
): { files: readonly TextFile[]; inverse: FileChange[] } {
  const inverse: FileChange[] = [];
  let current = files;
  for (const change of changes) {
    const applied = applyChange(current, change);
    current = applied.files;
    inverse.unshift(applied.inverse);
  }
  return { files: current, inverse };
}
