import { unzipFiles } from '../../../exchange/index.ts';
import { isOfPack, LIMITS } from '../../../lessons/index.ts';
import type { TextFile } from '../../../text/index.ts';

/** The files of a pack's archive. Throws, in words, for one that is none or holds too much. */
export function unzipPack(bytes: Uint8Array): readonly TextFile[] {
  const found = unzipFiles(bytes, {
    files: LIMITS.packFiles,
    bytes: LIMITS.packCharacters,
    wanted: isOfPack,
  });
  if ('refused' in found) throw new Error(found.refused);
  return found.files;
}
