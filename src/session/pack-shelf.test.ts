import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryDisk } from './memory-storage.ts';
import { createPackShelf, readPacks, type KeptPack } from './pack-shelf.ts';

const pack = (id: string, title = `About ${id}`): KeptPack => ({
  id,
  title,
  name: `${id}.zip`,
  address: null,
  lessons: [{ id: 'a', title: 'A', minutes: 5, summary: '' }],
});
const files = (text: string) => [{ path: 'a.md', text }];

describe('the packs that are kept', () => {
  it('are each there once, the last opened first, with their files', async () => {
    const shelf = createPackShelf(createMemoryDisk().connect());
    await shelf.keep(pack('one'), files('1'));
    await shelf.keep(pack('two'), files('2'));
    await shelf.keep(pack('one', 'Anew'), files('1b'));
    expect(await shelf.list()).toEqual([pack('one', 'Anew'), pack('two')]);
    expect(await shelf.read('one')).toEqual(files('1b'));
    await shelf.remove('one');
    expect(await shelf.list()).toEqual([pack('two')]);
    expect(await shelf.read('one')).toBeUndefined();
  });

  it('are shared by all tabs, which hear of changes', async () => {
    const disk = createMemoryDisk();
    const [here, there] = [createPackShelf(disk.connect()), createPackShelf(disk.connect())];
    let heard = 0;
    there.watch(() => heard++);
    await here.keep(pack('one'), files('1'));
    expect(heard).toBe(1);
    expect(await there.list()).toEqual([pack('one')]);
  });

  it('are bounded, and one that is kept already is still replaced', async () => {
    const shelf = createPackShelf(createMemoryDisk().connect());
    for (let n = 0; n < 20; n++) await shelf.keep(pack(`p${n}`), files('x'));
    await expect(shelf.keep(pack('more'), files('x'))).rejects.toThrow('Remove one');
    expect(await shelf.read('more')).toBeUndefined();
    await shelf.keep(pack('p3', 'Anew'), files('y'));
    expect(await shelf.read('p3')).toEqual(files('y'));
  });

  it('are read out of whatever is stored', () => {
    expect(
      readPacks([pack('a'), { ...pack('b'), lessons: 7 }, null, { ...pack('c'), address: 'c.zip' }]),
    ).toEqual([pack('a'), { ...pack('c'), address: 'c.zip' }]);
    fc.assert(fc.property(fc.jsonValue(), (raw) => Array.isArray(readPacks(raw))));
  });
});
