import type { FileChange, HistoryStep, TextFile } from '../text/index.ts';
import type { ResourceId } from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';
import type { Arrangement } from './pictures.ts';
import type { Origin, Selection } from './types.ts';

/** What of a workspace is not in its files, and yet goes back with undo: opening and "reset to sample" change it. */
export interface WorkspaceFacts {
  readonly id: string;
  readonly name: string;
  readonly opened: readonly TextFile[];
  readonly sample?: string;
}

/** A workspace without its files. */
export function factsOf({ id, name, opened, sample }: WorkspaceFacts): WorkspaceFacts {
  return sample === undefined ? { id, name, opened } : { id, name, opened, sample };
}

/** Kept with each undo step: where the person was looking, and the facts. */
export interface View {
  readonly selection: Selection | null;
  readonly activeFile: string | null;
  readonly facts: WorkspaceFacts;
  /** Where everything stood, with a step that only moved things in the picture. */
  readonly arrangement?: Arrangement;
}

export type Step = HistoryStep<View>;

/** A change to be made, with all that belongs to it. */
export interface Proposal {
  /** For the undo menu: "Rename orders". */
  readonly label: string;
  readonly changes: readonly FileChange[];
  readonly origin: Origin;
  readonly mark?: string | undefined;
  /** What to select afterwards. */
  readonly select?: { readonly resource: ResourceId; readonly path?: Path } | undefined;
  readonly facts?: WorkspaceFacts;
  readonly activeFile?: string | null;
  /** So much at once that a restore point is made before. */
  readonly big?: boolean;
}
