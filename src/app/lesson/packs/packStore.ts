import type { LessonObjection, OfferedPack, PackChanges } from '../../../lessons/index.ts';
import type { KeptPack } from '../../../session/index.ts';
import type { TextFile } from '../../../text/index.ts';
import { createStore } from '../../store.ts';

/** A pack as it came in: its files, and where it came from. */
export interface PackSource {
  readonly name: string;
  readonly address: string | null;
  readonly files: readonly TextFile[];
}

/** A pack that cannot be taught as it is written. */
export interface PackTrouble {
  readonly title: string;
  readonly objections: readonly LessonObjection[];
  /** What of it has no mistakes; null where there is nothing. */
  readonly rest: PackSource | null;
  /** How many lessons those are. */
  readonly lessons: number;
}

/** What there is to say of a pack that was just opened. */
export interface PackTold {
  readonly id: string;
  /** Null where it was not known before. */
  readonly changes: PackChanges | null;
  /** Why it is not kept for the next visit. */
  readonly unkept: string | null;
}

export interface PackState {
  /** Null until the list has been read. */
  readonly packs: readonly KeptPack[] | null;
  readonly offered: readonly OfferedPack[];
  readonly told: PackTold | null;
  readonly trouble: PackTrouble | null;
  /** Grows whenever a pack was opened or taken away: who shows a lesson of one reads it again. */
  readonly edition: number;
}

export const packStore = createStore<PackState>({
  packs: null,
  offered: [],
  told: null,
  trouble: null,
  edition: 0,
});
