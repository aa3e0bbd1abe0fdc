import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { commandFor, type KeyPlace } from './dispatchKey.ts';

const command = (id: string, rest: Partial<Command>): Command => ({
  id,
  title: id,
  group: 'Edit',
  run: () => undefined,
  ...rest,
});

const commands = [
  command('edit.undo', { keys: ['Mod+Z'], whileTyping: true }),
  command('remove', { keys: ['Delete'] }),
  command('canvas.remove-edge', { keys: ['Delete'], within: 'canvas' }),
  command('help', { keys: ['?'] }),
  command('canvas.open', { keys: ['Enter'], within: 'canvas' }),
];

const press = (key: string, ctrlKey = false) => ({
  key,
  code: key,
  ctrlKey,
  metaKey: false,
  altKey: false,
  shiftKey: false,
});

const anywhere: KeyPlace = { typing: false, ownUndo: false, onButton: false, popup: false, pane: undefined };
const found = (key: string, place: Partial<KeyPlace>, ctrlKey = false) =>
  commandFor(commands, press(key, ctrlKey), { ...anywhere, ...place }, false)?.id;

describe('commandFor', () => {
  it('lets the focused pane go first', () => {
    expect(found('Delete', { pane: 'canvas' })).toBe('canvas.remove-edge');
    expect(found('Delete', { pane: 'rail' })).toBe('remove');
  });

  it('leaves plain keys to fields, and takes what is meant for everywhere', () => {
    expect(found('?', { typing: true })).toBeUndefined();
    expect(found('?', {})).toBe('help');
    expect(found('z', { typing: true }, true)).toBe('edit.undo');
  });

  it('leaves undo to fields that have their own', () => {
    expect(found('z', { typing: true, ownUndo: true }, true)).toBeUndefined();
  });

  it('leaves Enter to the button that has the focus', () => {
    expect(found('Enter', { pane: 'canvas' })).toBe('canvas.open');
    expect(found('Enter', { pane: 'canvas', onButton: true })).toBeUndefined();
    expect(found('Delete', { pane: 'canvas', onButton: true })).toBe('canvas.remove-edge');
  });

  it('lets a command go before another only where it can be done', () => {
    const both = [
      command('folder.save', { keys: ['Mod+S'], before: 'download' }),
      command('download', { keys: ['Mod+S'] }),
    ];
    const save = (can: boolean) => commandFor(both, press('s', true), anywhere, false, () => can)?.id;
    expect(save(true)).toBe('folder.save');
    expect(save(false)).toBe('download');
  });

  it('leaves every key to dialogs and menus', () => {
    expect(found('z', { popup: true }, true)).toBeUndefined();
    expect(found('Delete', { popup: true })).toBeUndefined();
  });
});
