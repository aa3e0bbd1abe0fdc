import type { DraftKeeper, KeptDraft } from '../../session/index.ts';
import type { TextFile } from '../../text/index.ts';

/** Whether what is written is kept. */
export type Saving =
  | { readonly kind: 'saved' | 'saving' }
  | { readonly kind: 'failed'; readonly message: string }
  /** Another tab has saved this pack: with changes of its own here, or before there were any. */
  | { readonly kind: 'other-tab'; readonly mine: boolean };

type Now = Omit<KeptDraft, 'usedAt'> & { readonly files: readonly TextFile[] };

/** Saves a draft a moment after each change, one save at a time. */
export interface Saver {
  /** Another draft is the open one; its stamp, or null for one that is not kept yet. */
  begin(id: string, stamp: string | null): void;
  changed(): void;
  /** Another tab has saved it. */
  heard(): Promise<void>;
  /** Saves what is here, whatever another tab has saved. */
  over(): Promise<void>;
  /** Resolves when all is saved, or cannot be. */
  flush(): Promise<void>;
  /** The page may be gone in a moment. */
  leave(): void;
}

/** Milliseconds for which typing rests before it is saved. */
const REST = 400;

export function createSaver(
  keeper: DraftKeeper,
  { now, tell, saved }: { now: () => Now; tell: (saving: Saving) => void; saved: () => void },
): Saver {
  let open = '';
  let stamp: string | null = null;
  let dirty = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  const save = async (how?: 'over'): Promise<void> => {
    clearTimeout(timer);
    if (!dirty || (stopped && how !== 'over')) return;
    const { files, ...draft } = now();
    if (draft.id !== open) return;
    dirty = false;
    tell({ kind: 'saving' });
    try {
      const next = await keeper.save({ ...draft, usedAt: Date.now() }, files, stamp, how);
      if (draft.id !== open) return;
      if (next === null) {
        [dirty, stopped] = [true, true];
        return tell({ kind: 'other-tab', mine: true });
      }
      [stamp, stopped] = [next, false];
      tell({ kind: dirty ? 'saving' : 'saved' });
      saved();
    } catch (error) {
      if (draft.id !== open) return;
      dirty = true;
      tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const inTurn = (how?: 'over'): Promise<void> => (running = running.then(() => save(how)));

  return {
    begin(id, seen) {
      clearTimeout(timer);
      [open, stamp, dirty, stopped] = [id, seen, false, false];
    },
    changed() {
      dirty = true;
      if (stopped) return tell({ kind: 'other-tab', mine: true });
      tell({ kind: 'saving' });
      clearTimeout(timer);
      timer = setTimeout(() => void inTurn(), REST);
    },
    async heard() {
      const id = open;
      const loaded = await keeper.load(id).catch(() => null);
      if (id !== open || loaded?.stamp === stamp) return;
      stopped = true;
      tell({ kind: 'other-tab', mine: dirty });
    },
    over() {
      dirty = true;
      return inTurn('over');
    },
    flush: () => inTurn(),
    leave() {
      clearTimeout(timer);
      if (!dirty || stopped) return;
      const { files, ...draft } = now();
      if (draft.id !== open) return;
      dirty = false;
      keeper.save({ ...draft, usedAt: Date.now() }, files, stamp, 'leaving').then(
        (next) => {
          if (next !== null && draft.id === open) [stamp] = [next];
          if (!dirty) tell({ kind: 'saved' });
        },
        () => (dirty = true),
      );
    },
  };
}
