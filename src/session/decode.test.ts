import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile, MAX_FILE_BYTES } from './decode.ts';

const decode = (content: string | Uint8Array) => decodeFile({ path: 'a.yaml', content });
const bytes = (...values: number[]) => new Uint8Array(values);

describe('decodeFile', () => {
  it('gives back the same bytes, or refuses', () => {
    const text = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 20 }).map((s) => new TextEncoder().encode(s)),
      fc.string({ unit: 'grapheme' }).map((s) => new TextEncoder().encode(`\ufeff${s}\r\n`)),
    );
    let read = 0;
    fc.assert(
      fc.property(text, (content) => {
        const decoded = decode(content);
        if ('refused' in decoded) return;
        read++;
        expect([...new TextEncoder().encode(decoded.text)]).toEqual([...content]);
      }),
    );
    expect(read).toBeGreaterThan(10);
  });

  it('keeps the byte order mark', () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: '\ufeffa' });
  });

  it('refuses what was too large to be read', () => {
    expect(decodeFile({ path: 'a.yaml', content: '', size: 5e9 })).toEqual({
      refused: expect.stringContaining('4769 MB') as string,
    });
  });

  it.each([
    ['UTF-16 little endian', bytes(0xff, 0xfe, 0x61, 0), /UTF-16.*UTF-8/],
    ['UTF-16 big endian', bytes(0xfe, 0xff, 0, 0x61), /UTF-16/],
    ['UTF-16 without a mark', bytes(0x61, 0, 0x70, 0), /UTF-16/],
    ['Latin-1', bytes(0x61, 0xfc, 0x62), /not UTF-8/],
    ['a binary file', bytes(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0), /binary/],
    ['a text with NUL', 'a\0b', /binary/],
    ['a file over the limit', 'a'.repeat(MAX_FILE_BYTES + 1), /33 MB.*32 MB/],
  ])('refuses %s in words', (_, content, words) => {
    expect(decode(content)).toEqual({ refused: expect.stringMatching(words) as string });
  });
});
