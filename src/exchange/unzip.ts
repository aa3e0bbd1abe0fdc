import { Unzip, UnzipInflate } from 'fflate';
import type { TextFile } from '../text/index.ts';
import { joinBytes } from './join-bytes.ts';

/** What an archive may hold before it is refused. */
export interface UnzipLimits {
  readonly files: number;
  /** Of all files, unpacked. */
  readonly bytes: number;
  /** Which files are taken out; the others are passed over, and count for nothing. */
  readonly wanted: (path: string) => boolean;
}

/** Its files as text, or why there are none: whole sentences. */
export type Unzipped = { readonly files: readonly TextFile[] } | { readonly refused: string };

class TooMuch extends Error {}

const SLICE = 1024;
const NO_ZIP = 'This is no zip archive, or it was cut off. Make it again, or open the files themselves.';

/**
 * Takes the text files out of a zip archive. It may come from a stranger: what its index says of sizes is not believed, it is
 * unpacked slice by slice, and given up as soon as there is more than `limits` allow.
 */
export function unzipFiles(bytes: Uint8Array, { files: most, bytes: room, wanted }: UnzipLimits): Unzipped {
  const found: { path: string; chunks: Uint8Array[]; whole: boolean }[] = [];
  let [length, entries] = [0, 0];
  const unzip = new Unzip((entry) => {
    entries++;
    if (entry.name.endsWith('/') || !wanted(entry.name)) return;
    if (found.length === most) throw new TooMuch();
    const file = { path: entry.name, chunks: [] as Uint8Array[], whole: false };
    found.push(file);
    entry.ondata = (error, chunk, final) => {
      if (error) throw error;
      length += chunk.length;
      if (length > room) throw new TooMuch();
      file.chunks.push(chunk);
      file.whole = final;
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += SLICE)
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  } catch (error) {
    if (!(error instanceof TooMuch)) return { refused: NO_ZIP };
    return {
      refused: `This archive holds more than ${most} files, or more than ${Math.round(room / 1e6)} MB, too much to be opened. Make several of it.`,
    };
  }
  // An archive that was cut off still has its first files; only its index, at the end, tells how many there were.
  if (!found.length || found.some(({ whole }) => !whole) || entries !== indexed(bytes))
    return { refused: NO_ZIP };
  return asTexts(found);
}

/** How many files the index says there are; undefined where it is missing. */
function indexed(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const END_LENGTH = 22;
  const first = Math.max(0, bytes.length - END_LENGTH - 0xff_ff);
  for (let at = bytes.length - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === 0x06_05_4b_50) return view.getUint16(at + 10, true);
  return undefined;
}

function asTexts(
  found: readonly { readonly path: string; readonly chunks: readonly Uint8Array[] }[],
): Unzipped {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const files: TextFile[] = [];
  for (const { path, chunks } of found) {
    const name = path.replaceAll('\\', '/');
    if (name.startsWith('/') || name.split('/').includes('..'))
      return { refused: `The archive has a file outside its own folder, ${name}: it was not opened.` };
    try {
      files.push({ path: name, text: decoder.decode(joinBytes(chunks)) });
    } catch {
      return { refused: `${name} in the archive is no UTF-8 text. Save it as UTF-8 and pack it again.` };
    }
  }
  return { files };
}
