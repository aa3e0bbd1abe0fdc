import { expect, it } from 'vitest';
import { folderOf } from './handle-folder.ts';
import type { FolderHandle } from './wanted.ts';

interface Inside {
  [name: string]: Inside | string;
}

/** A folder as the browser gives it: it takes away no folder that holds something. */
function folderWith(inside: Inside): FolderHandle {
  const missing = () => new DOMException('none', 'NotFoundError');
  const handle = {
    getDirectoryHandle: (name: string) => {
      const found = inside[name];
      return typeof found === 'object' ? Promise.resolve(folderWith(found)) : Promise.reject(missing());
    },
    removeEntry: (name: string) => {
      const found = inside[name];
      if (found === undefined) return Promise.reject(missing());
      if (typeof found === 'object' && Object.keys(found).length > 0)
        return Promise.reject(new DOMException('not empty', 'InvalidModificationError'));
      return Promise.resolve(void delete inside[name]);
    },
  };
  return handle as unknown as FolderHandle;
}

it('a folder goes with its last file, one that has others stays', async () => {
  const inside: Inside = { base: { shop: { 'a.yaml': '1' }, 'b.yaml': '2' }, 'c.yaml': '3' };
  const folder = folderOf(folderWith(inside));
  await folder.remove('base/shop/a.yaml');
  expect(inside).toEqual({ base: { 'b.yaml': '2' }, 'c.yaml': '3' });
  await folder.remove('base/gone.yaml');
  expect(inside).toEqual({ base: { 'b.yaml': '2' }, 'c.yaml': '3' });
  await folder.remove('base/b.yaml');
  expect(inside).toEqual({ 'c.yaml': '3' });
});
