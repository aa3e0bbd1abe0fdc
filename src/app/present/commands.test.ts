import { describe, expect, it, vi } from 'vitest';

// The platform is asked for while loading, and these tests run outside a browser.
vi.stubGlobal('navigator', { platform: 'Linux' });
const { addCommands, commandOf, commands } = await import('../commands/registry.ts');
const { presentCommands } = await import('./commands.ts');

describe('the commands of presenting', () => {
  it('join the others once, with ids and titles of their own', () => {
    const before = commands.length;
    addCommands(presentCommands);
    addCommands(presentCommands);
    expect(commands.length).toBe(before + presentCommands.length);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
    expect(commandOf('present.next').keys).toContain('PageDown');
  });

  it('have keys of their own, and none that types a character while typing', () => {
    const keys = presentCommands.flatMap((command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    const typing = presentCommands.filter((command) => command.whileTyping).flatMap(({ keys }) => keys ?? []);
    expect(typing.filter((key) => key.length === 1)).toEqual([]);
  });

  it('hear all that a clicker sends', () => {
    const keys = new Set(presentCommands.flatMap((command) => command.keys ?? []));
    for (const key of ['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', '.', 'Escape'])
      expect(keys).toContain(key);
  });
});
