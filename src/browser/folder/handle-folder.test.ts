import { expect, it } from 'vitest';
import { folderOf } from './handle-folder.ts';
import type { FolderHandle } from './wanted.ts';

/** A folder as the browser gives it, on a disk that is full: a file can be made there, and not be written. */
function fullFolder(files: Map<string, string>): FolderHandle {
  const fileHandle = (name: string) => ({
    getFile: () => Promise.resolve(new File([files.get(name) ?? ''], name)),
    createWritable: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
  });
  const handle = {
    getFileHandle(name: string, { create = false } = {}) {
      if (!files.has(name) && !create) return Promise.reject(new DOMException('none', 'NotFoundError'));
      if (!files.has(name)) files.set(name, '');
      return Promise.resolve(fileHandle(name));
    },
    removeEntry: (name: string) => Promise.resolve(void files.delete(name)),
  };
  return handle as unknown as FolderHandle;
}

it('leaves the folder as it was where a file cannot be written', async () => {
  const files = new Map([
    ['old.yaml', 'a: 1\n'],
    ['empty.yaml', ''],
  ]);
  const before = new Map(files);
  const folder = folderOf(fullFolder(files));
  const bytes = new TextEncoder().encode('b: 2\n');
  for (const path of ['new.yaml', 'old.yaml', 'empty.yaml']) {
    await expect(folder.write(path, bytes)).rejects.toThrow('The disk is full.');
  }
  expect(files).toEqual(before);
});
