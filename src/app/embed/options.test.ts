import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedQuery, readEmbed } from './options.ts';

const USUAL = {
  editable: false,
  panes: 'both',
  theme: 'system',
  select: null,
  focus: false,
  request: null,
  from: null,
  messages: null,
  objections: [],
};

describe('what an embedded page is asked for', () => {
  it.each([
    ['nothing, where it is not embedded', '?theme=dark', null],
    ['to be looked at', '?embed', USUAL],
    ['the same in a word', '?embed=view', USUAL],
    ['to be edited', '?embed=edit', { ...USUAL, editable: true }],
    ['one pane, dark', '?embed&panes=canvas&theme=dark', { ...USUAL, panes: 'canvas', theme: 'dark' }],
    ['the system’s theme', '?embed&theme=auto', USUAL],
    [
      'a resource, and its ways alone',
      '?embed&select=VirtualService/shop/cart&focus',
      { ...USUAL, select: 'VirtualService/shop/cart', focus: true },
    ],
    [
      'a request',
      '?embed&request=http://a.example/v2&from=shop',
      { ...USUAL, request: 'http://a.example/v2', from: 'shop' },
    ],
    ['an origin', '?embed&messages=https://docs.example', { ...USUAL, messages: 'https://docs.example' }],
  ])('%s', (_, search, wanted) => {
    expect(readEmbed(search)).toEqual(wanted);
  });

  it.each([
    '*',
    'null',
    '',
    'https://docs.example/',
    'https://docs.example,https://b',
    'javascript:1',
    'docs.example',
  ])('takes %o for no origin', (origin) => {
    const read = readEmbed(`?embed&messages=${encodeURIComponent(origin)}`);
    expect(read?.messages).toBeNull();
    expect(read?.objections).toHaveLength(1);
  });

  it('says what it does not know, and goes by the default', () => {
    const read = readEmbed('?embed=all&panes=form&theme=blue');
    expect(read).toMatchObject({ editable: false, panes: 'both', theme: 'system' });
    expect(read?.objections).toEqual([
      expect.stringContaining('theme=blue'),
      expect.stringContaining('embed=all'),
      expect.stringContaining('panes=form'),
    ]);
  });

  it('reads what it writes', () => {
    const text = fc.option(fc.string({ minLength: 1, maxLength: 50 }));
    const wishes = fc.record({
      editable: fc.boolean(),
      panes: fc.constantFrom('both' as const, 'canvas' as const, 'yaml' as const),
      theme: fc.constantFrom('light' as const, 'dark' as const, 'system' as const),
      select: text,
      focus: fc.boolean(),
      request: text,
      from: text,
      messages: fc.option(fc.constant('https://docs.example')),
    });
    fc.assert(
      fc.property(wishes, (wanted) => {
        expect(readEmbed(embedQuery(wanted))).toEqual({ ...wanted, objections: [] });
      }),
    );
  });
});
