import type { FileLook, FileNode, FolderNode } from './source.ts';

/** Files of a folder that came as a list, such as a browser gives where it opens no folders, as a folder to walk through. */
export function folderOfList(
  name: string,
  files: readonly { readonly path: string; readonly look: FileLook }[],
): FolderNode {
  const inside = new Map<string, FolderNode | FileNode>();
  const below = new Map<string, { path: string; look: FileLook }[]>();
  for (const { path, look } of files) {
    const [first = '', ...rest] = path.split('/');
    if (rest.length === 0)
      inside.set(first, { kind: 'file', name: first, look: () => Promise.resolve(look) });
    else {
      const list = below.get(first) ?? [];
      list.push({ path: rest.join('/'), look });
      below.set(first, list);
    }
  }
  for (const [folder, list] of below) inside.set(folder, folderOfList(folder, list));
  return { kind: 'folder', name, entries: () => Promise.resolve([...inside.values()]) };
}
