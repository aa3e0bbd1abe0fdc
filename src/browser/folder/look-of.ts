import type { FileLook } from '../../session/index.ts';

/** A file that the browser gave, as a folder that is looked through holds it. */
export const lookOf = (file: File): FileLook => ({
  size: file.size,
  modified: file.lastModified,
  read: async () => new Uint8Array(await file.arrayBuffer()),
});
