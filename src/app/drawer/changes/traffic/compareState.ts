import type { ToldComparison } from '../../../../session/index.ts';
import type { TextFile } from '../../../../text/index.ts';
import type { ComparisonProgress } from '../../../../traffic/index.ts';
import { createStore } from '../../../store.ts';
import type { Filter } from './entries.ts';

/** A comparison, and of which texts. */
export interface Compared extends ToldComparison {
  readonly workspace: string;
  readonly files: readonly TextFile[];
  readonly before: readonly TextFile[];
}

/** What becomes of requests before and now; gone with the page. */
export interface CompareState {
  /** What of the changes is shown: the text, or what they do to traffic. */
  readonly view: 'text' | 'traffic';
  readonly compared: Compared | null;
  /** It is being worked out; how far it is, once it takes long. */
  readonly working: boolean;
  readonly progress: ComparisonProgress | null;
  /** The program has failed, in its own words. */
  readonly failed: string | null;
  /** The person did not want to wait; it is not begun again before the text changes. */
  readonly stopped: boolean;
  readonly filter: Filter;
  /** The differences of which all requests are listed. */
  readonly open: ReadonlySet<string>;
  /** The request that is looked at. */
  readonly chosen: string | null;
}

export const compareStore = createStore<CompareState>({
  view: 'text',
  compared: null,
  working: false,
  progress: null,
  failed: null,
  stopped: false,
  filter: 'all',
  open: new Set(),
  chosen: null,
});

/** Lists all requests of a difference, or its first alone. */
export function toggle(key: string): void {
  compareStore.set(({ open }) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    return { open: next };
  });
}
