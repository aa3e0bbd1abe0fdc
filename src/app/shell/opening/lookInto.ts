import type { OpenedFile } from '../../../session/index.ts';

/** Names of what has to be looked into: archives, and what may be lessons. */
const PACKED = /\.(zip|md|markdown)$/i;

/** What of files that came in is for the workspace. Archives are unpacked; packs of lessons open by themselves. Rejects, in words. */
export async function lookInto(
  files: readonly OpenedFile[],
): Promise<{ readonly files: readonly OpenedFile[]; readonly pack: boolean; readonly name?: string }> {
  if (!files.some(({ path }) => PACKED.test(path))) return { files, pack: false };
  const { takeIn } = await import('../../lesson/chunk.ts');
  return takeIn(files);
}
