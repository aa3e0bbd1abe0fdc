import { Unzip, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipFiles } from './zip.ts';

const read = (zip: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, [...bytes]]));

describe('zipFiles', () => {
  it('keeps every byte: byte order mark, carriage returns, letters of any script', () => {
    const text = '\ufeffa: "ü€😀"\r\n';
    expect(read(zipFiles([{ path: 'deep/er/a.yaml', text }]))).toEqual({
      'deep/er/a.yaml': [...new TextEncoder().encode(text)],
    });
  });

  it('gives the same bytes for the same files', () => {
    const files = [
      { path: 'a.yaml', text: 'a: 1\n' },
      { path: 'b.yaml', text: 'b: 1\n' },
    ];
    expect(zipFiles(files)).toEqual(zipFiles(files.map((file) => ({ ...file }))));
  });

  it('never writes a path that leaves the folder', () => {
    const paths = Object.keys(
      unzipSync(
        zipFiles([
          { path: '../../etc/a.yaml', text: '' },
          { path: '/b.yaml', text: '' },
        ]),
      ),
    );
    expect(paths).toEqual(['etc/a.yaml', 'b.yaml']);
  });

  it('takes a file whose name is a word of the language', () => {
    const zip = zipFiles([{ path: '__proto__', text: 'x' }]);
    expect(new TextDecoder().decode(zip)).toContain('__proto__');
    let names: string[] = [];
    const reader = new Unzip((file) => (names = [...names, file.name]));
    reader.push(zip, true);
    expect(names).toEqual(['__proto__']);
  });
});
