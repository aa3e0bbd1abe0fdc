import type { LeftAlone } from './left-alone.ts';
import type { Disagreement } from './reconcile.ts';

/** How it stands with the folder that the workspace is saved into. */
export interface FolderState {
  /** The workspace that it belongs to. */
  readonly workspace: string;
  readonly name: string;
  readonly access:
    | 'open'
    /** The browser wants a click before the page may read and write again. */
    | 'asks'
    /** It was not found, or cannot be read. */
    | 'gone';
  readonly saving: boolean;
  /** Files that are not in the folder as they are here. */
  readonly unsaved: ReadonlySet<string>;
  /** Files that are in the folder, and not here any more. */
  readonly removed: readonly string[];
  /** What only the person can decide. */
  readonly questions: readonly FolderQuestion[];
  /** The person has asked for the questions, which are not on the screen yet. */
  readonly asking: boolean;
  readonly left: readonly LeftAlone[];
}

/** A file on which the folder and what is here disagree; what is here, the workspace has. */
export interface FolderQuestion {
  readonly path: string;
  readonly why: Disagreement;
  /** As both last had it; null where it is new. */
  readonly base: string | null;
  /** As the folder has it; null where it was deleted. */
  readonly theirs: string | null;
}
