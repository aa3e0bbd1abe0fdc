import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzipFiles, type UnzipLimits } from './unzip.ts';
import { zipFiles } from './zip.ts';

const limits: UnzipLimits = { files: 10, bytes: 100_000, wanted: () => true };
const encoded = (text: string) => new TextEncoder().encode(text);

describe('unzipping', () => {
  it('gives back what was zipped', () => {
    const file = fc.record({
      path: fc.stringMatching(/^[a-z]{1,6}(\/[a-z]{1,6})?\.yaml$/),
      text: fc.string({ unit: 'binary', maxLength: 2000 }),
    });
    const files = fc.uniqueArray(file, { selector: ({ path }) => path, minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(files, (given) => {
        expect(unzipFiles(zipFiles(given), limits)).toEqual({ files: given });
      }),
    );
  });

  it('reads what other programs make, stored or deflated, and passes over folders and what is not wanted', () => {
    const bytes = zipSync({
      'a/': new Uint8Array(),
      'a/b.md': [encoded('stored'), { level: 0 }],
      'c.png': encoded('x'),
    });
    const wanted = (path: string) => path.endsWith('.md');
    expect(unzipFiles(bytes, { ...limits, wanted })).toEqual({ files: [{ path: 'a/b.md', text: 'stored' }] });
  });

  it('never throws, whatever the bytes, and never takes a part for the whole', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void unzipFiles(bytes, limits)));
    const whole = zipFiles([{ path: 'a.md', text: 'some text '.repeat(100) }]);
    for (let end = 0; end < whole.length; end++)
      expect(unzipFiles(whole.subarray(0, end), limits)).toHaveProperty('refused');
  });

  it.each([
    ['too many files', zipFiles(Array.from({ length: 11 }, (_, n) => ({ path: `${n}.md`, text: '' })))],
    ['a bomb', zipSync({ 'a.md': [new Uint8Array(3_000_000), { level: 9 }] })],
    ['a file outside', zipSync({ '../a.md': encoded('x') })],
    ['what is no text', zipSync({ 'a.md': new Uint8Array([0xff, 0xfe, 0x80]) })],
    ['no zip', encoded('# A lesson')],
  ])('refuses %s', (_, bytes) => {
    expect(unzipFiles(bytes, limits)).toHaveProperty('refused');
  });
});
