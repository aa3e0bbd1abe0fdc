import type { Dropped } from '../../../browser/index.ts';
import type { OpenedFile, Session } from '../../../session/index.ts';

/** The files that came by themselves, and those of folders; what of these is left alone is told. */
export async function readAll(session: Session, { files, folders }: Dropped): Promise<readonly OpenedFile[]> {
  const read = [...(await files)];
  if (folders.length === 0) return read;
  const { readFolder } = await import('../../folder/chunk.ts');
  for (const folder of folders) {
    const { files: inside, notice } = await readFolder(folder);
    read.push(...inside);
    if (notice) session.dispatch({ type: 'notify', notice });
  }
  return read;
}
