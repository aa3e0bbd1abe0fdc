import type { Draft } from '../draft.ts';

/** Whether nothing is left in a file, not even a comment. */
export const isBlank = (draft: Draft, path: string): boolean =>
  (draft.file(path)?.text ?? '').replace(/^\ufeff/, '').trim() === '';

/** Deletes a file in which nothing is left. Returns whether it did. */
export function deleteBlank(draft: Draft, path: string): boolean {
  const blank = draft.file(path) !== undefined && isBlank(draft, path);
  if (blank) draft.apply({ kind: 'delete', path });
  return blank;
}
