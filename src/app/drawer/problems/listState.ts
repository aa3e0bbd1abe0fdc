import type { Effect } from '../../../checks/index.ts';
import type { Selection, Session } from '../../../session/index.ts';
import { createStore } from '../../store.ts';

export type EffectFilter = Effect | 'all';

/** How the list of problems is looked at now; gone with the page. */
export interface ListState {
  readonly filter: EffectFilter;
  readonly words: string;
  /** Keys of groups that are folded. */
  readonly folded: ReadonlySet<string>;
  /** Key of the problem that was gone to last. */
  readonly current: string | null;
  /** What was selected when it was gone to. */
  readonly since: Selection | null;
  /** The code that is explained beside the list. */
  readonly explained: string | null;
  /** Key of the problem whose menu is open. */
  readonly menu: string | null;
}

export const listStore = createStore<ListState>({
  filter: 'all',
  words: '',
  folded: new Set(),
  current: null,
  since: null,
  explained: null,
  menu: null,
});

/** Folds a group, or opens it. */
export function fold(key: string, folded: boolean): void {
  const next = new Set(listStore.get().folded);
  if (folded) next.add(key);
  else next.delete(key);
  listStore.set({ folded: next });
}

/** This problem is what commands are about, until something else is selected. */
export function stand(session: Session, key: string | null): void {
  listStore.set({ current: key, since: session.getState().selection });
}
