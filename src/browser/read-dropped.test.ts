import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, type FolderNode } from '../session/index.ts';
import { readDropped } from './read-dropped.ts';

/** A folder as the browser gives it: its children in portions, as Chromium does after a hundred. */
type Tree = { readonly [name: string]: string | Tree };

function entryOf(name: string, content: string | Tree, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  if (typeof content === 'string') {
    const file = new File([content], name);
    return {
      isFile: true,
      isDirectory: false,
      name,
      fullPath,
      file: (done: (file: File) => void) => done(file),
    } as never;
  }
  const children = Object.entries(content).map(([child, inside]) => entryOf(child, inside, fullPath));
  const createReader = () => {
    const left = [...children];
    return { readEntries: (done: (some: FileSystemEntry[]) => void) => done(left.splice(0, 2)) };
  };
  return { isFile: false, isDirectory: true, name, fullPath, createReader } as never;
}

function transferOf(tree: Tree, text = ''): DataTransfer {
  const entries = Object.entries(tree).map(([name, content]) => entryOf(name, content));
  return {
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
    files: [],
    getData: () => text,
  } as never;
}

const decode = (content: unknown) => new TextDecoder().decode(content as Uint8Array);

const read = async (transfer: DataTransfer) =>
  (await readDropped(transfer).files).map(({ path, content }) => [path, decode(content)]);

/** All that is in a folder, by path. */
async function inside(folder: FolderNode, path = folder.name): Promise<string[][]> {
  const found: string[][] = [];
  for (const entry of await folder.entries()) {
    const at = `${path}/${entry.name}`;
    if (entry.kind === 'folder') found.push(...(await inside(entry, at)));
    else found.push([at, decode(await (await entry.look()).read())]);
  }
  return found;
}

describe('readDropped', () => {
  it('gives folders to be looked through, to their ends', async () => {
    const tree = {
      k8s: {
        'b.yaml': 'b',
        'a.yml': 'a',
        'c.json': '{}',
        '.gitignore': 'x',
        deep: { er: { 'e.yaml': 'e' } },
      },
    };
    const { files, folders } = readDropped(transferOf({ ...tree, 'beside.yaml': 'f' }));
    expect(await Promise.all(folders.map((folder) => inside(folder)))).toEqual([
      [
        ['k8s/b.yaml', 'b'],
        ['k8s/a.yml', 'a'],
        ['k8s/c.json', '{}'],
        ['k8s/.gitignore', 'x'],
        ['k8s/deep/er/e.yaml', 'e'],
      ],
    ]);
    expect((await files).map(({ path }) => path)).toEqual(['beside.yaml']);
  });

  it('takes a file that is dropped by itself whatever it is called', async () => {
    expect(await read(transferOf({ 'gateway.txt': 'g' }))).toEqual([['gateway.txt', 'g']]);
  });

  it('takes text as a file, and nothing as nothing', async () => {
    expect(await readDropped(transferOf({}, 'kind: Service')).files).toEqual([
      { path: 'pasted.yaml', content: 'kind: Service' },
    ]);
    expect(await readDropped(transferOf({}, ' \n')).files).toEqual([]);
  });

  it('names a file that is too large without reading it', async () => {
    const file = {
      name: 'big.yaml',
      size: MAX_FILE_BYTES + 1,
      arrayBuffer: () => Promise.reject(new Error('read')),
    };
    const entry = {
      isFile: true,
      isDirectory: false,
      name: 'big.yaml',
      file: (done: (f: unknown) => void) => done(file),
    };
    const transfer = {
      items: [{ kind: 'file', webkitGetAsEntry: () => entry }],
      files: [],
      getData: () => '',
    };
    expect(await readDropped(transfer as never).files).toEqual([
      { path: 'big.yaml', content: '', size: MAX_FILE_BYTES + 1 },
    ]);
  });
});
