import { indexNames } from '../../../language/index.ts';
import type { Session } from '../../../session/index.ts';
import { createTextSearch } from '../../../text/index.ts';
import { searchStore } from './searchState.ts';

/** More lines than anybody reads; more letters say more. */
export const MOST_LINES = 5000;

/** How long the page is kept from answering at most, in milliseconds. */
const SLICE = 10;

/** A search that takes no longer tells of no progress: it would only flicker. */
const UNNOTICED = 200;

const text = createTextSearch(MOST_LINES);
let latest = 0;

/** Stops what is being looked for; what was found before stays. */
export function stopSeeking(): void {
  latest++;
  searchStore.set({ doing: null, stopped: true });
}

/** Looks for what the search says, in slices, so that the page goes on; a newer call ends this one. */
export async function seek(session: Session): Promise<void> {
  const mine = ++latest;
  const { words, matchCase, wholeName } = searchStore.get();
  const { analysis, workspace } = session.getState();
  const began = performance.now();
  let [end, files] = [began + SLICE, 0];
  /** True when something newer is looked for. */
  const breathe = async (): Promise<boolean> => {
    const now = performance.now();
    if (now < end) return false;
    if (words.trim() !== '' && now > began + UNNOTICED)
      searchStore.set({ doing: { done: files, total: workspace.files.length } });
    await new Promise((resolve) => setTimeout(resolve));
    end = performance.now() + SLICE;
    return mine !== latest;
  };
  // Without words too: so the names are gathered by the time that somebody has typed some.
  const indexing = indexNames(analysis.mesh);
  let index = indexing.next();
  for (; !index.done; index = indexing.next()) if (await breathe()) return;
  if (words.trim() === '') {
    searchStore.set({ found: null, doing: null, stopped: false });
    for (const _ of text.ready(workspace.files)) if (await breathe()) return;
    return;
  }
  const searching = text.inSteps(workspace.files, { words, matchCase, wholeName });
  let step = searching.next();
  for (; !step.done; step = searching.next()) {
    files++;
    if (await breathe()) return;
  }
  const names = index.value.search(words);
  searchStore.set({ found: { words, names, text: step.value }, doing: null, stopped: false });
}
