import { expect, it } from 'vitest';
import type { Command } from './command.ts';
import { keysNow } from './keysNow.ts';

const command = (id: string, more: Partial<Command>): Command => ({
  id,
  title: id,
  group: 'File',
  run: () => undefined,
  ...more,
});
const save = command('save', { keys: ['Mod+S'], before: 'download' });
const download = command('download', { keys: ['Mod+S', 'Mod+D'] });
const other = command('other', { keys: ['Mod+O'] });

it.each([
  [true, ['Mod+S'], ['Mod+D']],
  [false, [], ['Mod+S', 'Mod+D']],
] as const)(
  'with the one that goes before enabled: %s, each key is told of one command',
  (open, saves, loads) => {
    const all = [download, save, other];
    const keys = (one: Command) => keysNow(one, all, (each) => each !== save || open);
    expect(keys(save)).toEqual(saves);
    expect(keys(download)).toEqual(loads);
    expect(keys(other)).toEqual(['Mod+O']);
  },
);
