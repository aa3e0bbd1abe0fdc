import { describe, expect, it } from 'vitest';
import { ariaKeys, formatKeys, matches, type KeyPress } from './keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('matches', () => {
  it.each([
    ['Mod+Z', press('z', { ctrlKey: true }), false, true],
    ['Mod+Z', press('z', { metaKey: true }), true, true],
    ['Mod+Z', press('z', { ctrlKey: true }), true, false],
    ['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false, false],
    ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false, true],
    ['F2', press('F2'), false, true],
    ['F2', press('F2', { altKey: true }), false, false],
    ['?', press('?', { shiftKey: true }), false, true],
    ['?', press('?'), false, true],
    ['A', press('a'), false, true],
    ['A', press('A', { shiftKey: true }), false, false],
    ['Mod+Plus', press('+', { ctrlKey: true }), false, true],
    ['Space', press(' '), false, true],
  ])('%s, %j, mac %s: %s', (keys, pressed, mac, expected) => {
    expect(matches(keys, pressed, mac)).toBe(expected);
  });

  it('goes by the place of the key where the layout gives no Latin letter', () => {
    expect(matches('Mod+K', press('л', { code: 'KeyK', ctrlKey: true }), false)).toBe(true);
    expect(matches('Alt+C', press('ç', { code: 'KeyC', altKey: true }), true)).toBe(true);
  });

  it('goes by the letter where the layout moves it', () => {
    expect(matches('Mod+Z', press('z', { code: 'KeyY', ctrlKey: true }), false)).toBe(true);
    expect(matches('Mod+Y', press('z', { code: 'KeyY', ctrlKey: true }), false)).toBe(false);
  });
});

describe('formatKeys', () => {
  it.each([
    ['Mod+Shift+Z', false, 'Ctrl+Shift+Z'],
    ['Mod+Shift+Z', true, '⇧⌘Z'],
    ['Alt+Mod+K', true, '⌥⌘K'],
    ['ArrowUp', false, '↑'],
    ['Mod+Plus', false, 'Ctrl++'],
  ])('%s, mac %s: %s', (keys, mac, expected) => {
    expect(formatKeys(keys, mac)).toBe(expected);
  });
});

describe('ariaKeys', () => {
  it('names the modifiers as the attribute wants them', () => {
    expect(ariaKeys('Mod+Shift+Z', false)).toBe('Control+Shift+Z');
    expect(ariaKeys('Mod+Shift+Z', true)).toBe('Meta+Shift+Z');
  });
});
