import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../session/index.ts';
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

const read = async (transfer: DataTransfer) =>
  (await readDropped(transfer)).map(({ path, content }) => [
    path,
    new TextDecoder().decode(content as Uint8Array),
  ]);

describe('readDropped', () => {
  it('reads folders to their ends: YAML, JSON and Markdown (which may be lessons), nothing hidden, in order', async () => {
    const tree = {
      k8s: {
        'b.yaml': 'b',
        'a.yml': 'a',
        'c.json': '{}',
        'd.yaml': 'd',
        'notes.md': '#',
        'notes.txt': 't',
        '.git': { 'x.yaml': 'x' },
        deep: { er: { 'e.yaml': 'e' } },
      },
    };
    expect(await read(transferOf(tree))).toEqual([
      ['/k8s/a.yml', 'a'],
      ['/k8s/b.yaml', 'b'],
      ['/k8s/c.json', '{}'],
      ['/k8s/d.yaml', 'd'],
      ['/k8s/notes.md', '#'],
      ['/k8s/deep/er/e.yaml', 'e'],
    ]);
  });

  it('takes a file that is dropped by itself whatever it is called', async () => {
    expect(await read(transferOf({ 'gateway.txt': 'g' }))).toEqual([['gateway.txt', 'g']]);
  });

  it('takes text as a file, and nothing as nothing', async () => {
    expect(await readDropped(transferOf({}, 'kind: Service'))).toEqual([
      { path: 'pasted.yaml', content: 'kind: Service' },
    ]);
    expect(await readDropped(transferOf({}, ' \n'))).toEqual([]);
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
    expect(await readDropped(transfer as never)).toEqual([
      { path: 'big.yaml', content: '', size: MAX_FILE_BYTES + 1 },
    ]);
  });
});
