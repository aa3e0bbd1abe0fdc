import { describe, expect, it, vi } from 'vitest';

// The platform is asked for while loading, and these tests run outside a browser.
vi.stubGlobal('navigator', { platform: 'Linux' });
const { commands, commandOf } = await import('./registry.ts');

describe('the commands', () => {
  it('have ids of their own', () => {
    const ids = commands.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('have titles of their own, which is all that the palette tells them apart by', () => {
    const titles = commands.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('never share a shortcut where both could answer', () => {
    const taken = new Map<string, string>();
    const clashes: string[] = [];
    for (const { id, keys = [], within = 'everywhere', before } of commands) {
      for (const key of keys) {
        const place = `${key} ${within}`;
        if (before !== undefined && commandOf(before).keys?.includes(key)) continue;
        if (taken.has(place)) clashes.push(`${place}: ${taken.get(place)} and ${id}`);
        taken.set(place, id);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('type plain characters into fields, whatever their shortcut', () => {
    const greedy = commands.filter(
      ({ whileTyping, keys = [] }) => whileTyping && keys.some((key) => key.length === 1),
    );
    expect(greedy).toEqual([]);
  });

  it('are found by id, and a wrong id is a mistake', () => {
    expect(commandOf('edit.undo').title).toBe('Undo');
    expect(() => commandOf('edit.undoo')).toThrow('edit.undoo');
  });
});
