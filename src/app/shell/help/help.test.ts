import { describe, expect, it } from 'vitest';
import { MODELLED_KINDS } from '../../../istio/index.ts';
import type { Command } from '../../commands/command.ts';
import { commandOf, commands } from '../../commands/registry.ts';
import { GLOSSARY } from './glossary.ts';
import { keysByPane } from './keys.ts';
import { findWords } from './search.ts';
import { TASKS } from './tasks.ts';

const terms = GLOSSARY.map(({ term }) => term);

describe('the words', () => {
  it('stand once each, and lead only to words that are there', () => {
    expect(new Set(terms).size).toBe(terms.length);
    for (const { term, see = [] } of GLOSSARY) {
      expect(see.filter((other) => !terms.includes(other) || other === term)).toEqual([]);
    }
  });

  it.each(MODELLED_KINDS)('explain %s', (kind) => {
    expect(terms).toContain(kind);
  });

  it('are found by name first, then by other names, then by what is said of them', () => {
    expect(findWords(GLOSSARY, 'subset')[0]?.term).toBe('Subset');
    expect(findWords(GLOSSARY, 'jwt')[0]?.term).toBe('RequestAuthentication');
    expect(findWords(GLOSSARY, 'envoy').map(({ term }) => term)).toContain('Sidecar proxy');
    expect(findWords(GLOSSARY, 'round robin')[0]?.term).toBe('Load balancing');
    expect(findWords(GLOSSARY, 'no such thing')).toEqual([]);
    expect(findWords(GLOSSARY, ' ')).toEqual(GLOSSARY);
  });
});

describe('how to do things', () => {
  it.each(TASKS)('names commands that exist: $question', ({ commands: ids }) => {
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(commandOf(id).title).not.toBe('');
  });
});

describe('the keys', () => {
  it('are all keys of all commands, each once', () => {
    const shown = [...keysByPane(commands).values()].flat();
    const wanted = commands.filter(({ keys }) => keys !== undefined && keys.length > 0);
    expect(new Set(shown)).toEqual(new Set(wanted));
    expect(shown).toHaveLength(wanted.length);
  });

  it('are grouped by the pane in which they work, what works everywhere first', () => {
    const command = (id: string, more: Partial<Command>): Command => ({
      id,
      title: id,
      group: 'View',
      run: () => {},
      ...more,
    });
    const groups = keysByPane([
      command('c', { keys: ['A'], within: 'canvas' }),
      command('v', { keys: ['B'] }),
      command('none', {}),
    ]);
    expect([...groups].map(([name, some]) => [name, some.map(({ id }) => id)])).toEqual([
      ['View', ['v']],
      ['On the canvas', ['c']],
    ]);
  });
});
