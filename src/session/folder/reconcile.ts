import { mergedText, mergeParts } from '../../text/index.ts';
import { parseDocument, splitDocuments } from '../../yaml/index.ts';

/** One file: as both sides last had it, as it is here, and as it is in the folder. Null where it is not. */
export interface Sides {
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export type Disagreement =
  /** Both have changed it, each in its own way. */
  | 'changed'
  /** It was deleted in the folder. */
  | 'deleted-there'
  /** It was deleted here, and changed in the folder. */
  | 'deleted-here';

export type Reconciled =
  /** The folder has not changed. */
  | { readonly kind: 'as-it-was' }
  /** The folder is as it is here. */
  | { readonly kind: 'agreed' }
  /** The folder has changed; this is what stands here now. */
  | { readonly kind: 'taken'; readonly text: string; readonly merged: boolean }
  /** Only the person knows. */
  | { readonly kind: 'ask'; readonly why: Disagreement };

/** What becomes of a file that may have changed in the folder. Nothing of either side is ever lost without being asked. */
export function reconcile({ base, mine, theirs }: Sides): Reconciled {
  if (theirs === base) return { kind: 'as-it-was' };
  if (theirs === mine) return { kind: 'agreed' };
  if (theirs === null) return { kind: 'ask', why: 'deleted-there' };
  if (mine === base) return { kind: 'taken', text: theirs, merged: false };
  if (mine === null) return { kind: 'ask', why: 'deleted-here' };
  if (base === null) return { kind: 'ask', why: 'changed' };
  const text = mergedText(mergeParts(base, mine, theirs));
  // Lines of both may fit where their meaning does not: two keys of one name, a list inside of a map.
  if (text === null || (canBeRead(mine) && canBeRead(theirs) && !canBeRead(text))) {
    return { kind: 'ask', why: 'changed' };
  }
  return { kind: 'taken', text, merged: true };
}

function canBeRead(text: string): boolean {
  return splitDocuments(text).every((slice) => parseDocument(slice.text).problems.length === 0);
}
