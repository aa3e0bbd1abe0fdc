import { Inflate } from 'fflate';
import { joinBytes } from '../join-bytes.ts';

/** So much is put in at once: what comes out of it, a thousand times as much at most, is counted before the next. */
const SLICE = 1024;

/**
 * What was deflated, as long as it stays within `most` bytes. Stops as soon as there is more, however little was put in.
 * Undefined for what is cut off, is no deflated data, or grows beyond.
 */
export function inflateWithin(data: Uint8Array, most: number): Uint8Array | 'too-large' | undefined {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const inflate = new Inflate((chunk, final) => {
    chunks.push(chunk);
    length += chunk.length;
    ended ||= final;
  });
  try {
    for (let at = 0; at === 0 || at < data.length; at += SLICE) {
      inflate.push(data.subarray(at, at + SLICE), at + SLICE >= data.length);
      if (length > most) return 'too-large';
    }
  } catch {
    return undefined;
  }
  return ended ? joinBytes(chunks) : undefined;
}
