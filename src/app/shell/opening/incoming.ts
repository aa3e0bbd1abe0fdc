import type { OpenedFile, Session } from '../../../session/index.ts';

/** Nothing here that a person would miss: no files, or just what was opened, untouched. */
export function isUntouched(session: Session): boolean {
  const { files, opened } = session.getState().workspace;
  return files.length === 0 || files === opened || sameTexts(files, opened);
}

type Texts = readonly { path: string; text: string }[];

const sameTexts = (a: Texts, b: Texts) =>
  a.length === b.length &&
  a.every(({ path, text }, index) => path === b[index]?.path && text === b[index]?.text);

/** `orders.yaml`, `3 files`: what came in, for a sentence. */
export function incomingWords(files: readonly OpenedFile[]): string {
  return files.length === 1 ? files[0]!.path : `${files.length} files`;
}

/** A name for a workspace that consists of these files: their common folder, else the one file's name. */
export function workspaceName(files: readonly OpenedFile[]): string | undefined {
  const folders = new Set(files.map(({ path }) => path.replace(/^\//, '').split('/').slice(0, -1)[0]));
  const [folder] = folders;
  if (folders.size === 1 && folder) return folder;
  const only = files.length === 1 ? files[0]!.path.split('/').pop() : undefined;
  return only?.replace(/\.(ya?ml|json|txt)$/i, '') || undefined;
}
