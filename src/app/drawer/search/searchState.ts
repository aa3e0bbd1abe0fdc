import type { FoundNames } from '../../../language/index.ts';
import type { TextFound } from '../../../text/index.ts';
import { createStore } from '../../store.ts';

/** What kind of thing is looked for. */
export type Wanted = 'all' | 'hosts' | 'subsets' | 'resources' | 'text';

export interface Found {
  /** What was asked for. */
  readonly words: string;
  readonly names: FoundNames;
  readonly text: TextFound;
}

/** What is looked for in all files, and what was found; gone with the page. */
export interface SearchState {
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeName: boolean;
  readonly wanted: Wanted;
  /** Keys of groups that a person folded or opened. */
  readonly turned: ReadonlyMap<string, 'open' | 'folded'>;
  /** Key of the place that was gone to last. */
  readonly current: string | null;
  readonly found: Found | null;
  /** How many of the files were looked through, while that takes longer than one notices. */
  readonly doing: { readonly done: number; readonly total: number } | null;
  /** Somebody stopped it. */
  readonly stopped: boolean;
}

export const searchStore = createStore<SearchState>({
  words: '',
  matchCase: false,
  wholeName: false,
  wanted: 'all',
  turned: new Map(),
  current: null,
  found: null,
  doing: null,
  stopped: false,
});

/** Folds a group, or opens it. */
export function turn(key: string, how: 'open' | 'folded'): void {
  searchStore.set(({ turned }) => ({ turned: new Map([...turned, [key, how]]) }));
}
