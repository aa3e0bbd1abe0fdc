import type { TextFile } from '../text/index.ts';
import { decodeFile } from './decode.ts';
import { cleanPath, freePath } from './paths.ts';
import type { OpenedFile } from './types.ts';

/** What could be read of the files that came in, and what has to be said about the rest. */
export interface Opening {
  readonly files: readonly TextFile[];
  readonly refused: readonly { readonly path: string; readonly why: string }[];
  readonly renamed: readonly { readonly path: string; readonly to: string }[];
}

/** All files of a workspace together, in UTF-16 units. */
const MAX_TOTAL = 96 * 1024 * 1024;
const MAX_FILES = 5000;

/** Reads files as they came in. `taken` are the paths that stay in the workspace; a file of the same path is renamed. */
export function readOpened(incoming: readonly OpenedFile[], taken: Iterable<string>): Opening {
  const paths = new Set(taken);
  const files: TextFile[] = [];
  const refused: { path: string; why: string }[] = [];
  const renamed: { path: string; to: string }[] = [];
  let total = 0;
  for (const file of incoming) {
    const decoded = decodeFile(file);
    if ('refused' in decoded) {
      refused.push({ path: file.path, why: decoded.refused });
    } else if (files.length >= MAX_FILES || total + decoded.text.length > MAX_TOTAL) {
      refused.push({ path: file.path, why: 'There is too much to open at once. Open fewer files.' });
    } else {
      total += decoded.text.length;
      const wanted = cleanPath(file.path);
      const path = freePath(wanted, paths);
      if (path !== wanted) renamed.push({ path: wanted, to: path });
      paths.add(path);
      files.push({ path, text: decoded.text });
    }
  }
  return { files, refused, renamed };
}
