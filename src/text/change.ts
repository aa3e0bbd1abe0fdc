import type { TextEdit } from './edit.ts';

/** A change to a workspace's files, as a value: it can be applied, inverted and kept in a history. */
export type FileChange =
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string; readonly index?: number }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };
