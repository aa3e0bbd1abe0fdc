import { Zip, ZipDeflate } from 'fflate';
import type { TextFile } from '../text/index.ts';
import { joinBytes } from './join-bytes.ts';

/** One fixed date, so that the same files always make the same bytes (zip cannot write dates before 1980). */
const DATE = '1980-01-02T12:00:00';

/** A zip archive of the files, texts as UTF-8 without change. The same files in the same order give the same bytes. */
export function zipFiles(files: readonly TextFile[]): Uint8Array {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  // `Zip` and not `zipSync`: that one takes an object by path, in which `__proto__` cannot be a file.
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const file of files) {
    const entry = new ZipDeflate(inside(file.path), { level: 6 });
    entry.mtime = DATE;
    zip.add(entry);
    entry.push(encoder.encode(file.text), true);
  }
  zip.end();
  return joinBytes(chunks);
}

/** An archive's paths stay inside the folder it is unpacked into. */
function inside(path: string): string {
  const parts = path.split(/[\\/]+/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/') || 'unnamed.yaml';
}
