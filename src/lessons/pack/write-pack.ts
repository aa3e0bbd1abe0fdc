import { zipFiles } from '../../exchange/index.ts';
import type { TextFile } from '../../text/index.ts';
import { isOfPack } from './read-pack.ts';

/** The files of lessons as one archive, which `readPackFile` opens. The same files give the same bytes. */
export const packFile = (files: readonly TextFile[]): Uint8Array =>
  zipFiles(files.filter(({ path }) => isOfPack(path)));
