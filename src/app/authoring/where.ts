import { createStore } from '../store.ts';

/** Whether lessons are written: `away` while their author builds on the canvas, or tries what they have written. */
export type Where = 'closed' | 'open' | 'away';

const KEY = 'meshwright-writing';

/** All that the first screen has of it. Kept for this tab, over a reload. */
export const authoringStore = createStore<{ readonly where: Where }>({ where: recalled() });

export function goWriting(where: Where): void {
  authoringStore.set({ where });
  try {
    if (where === 'closed') sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, where);
  } catch {
    // Where nothing can be remembered, a reload shows the workspace.
  }
}

function recalled(): Where {
  try {
    const kept = sessionStorage.getItem(KEY);
    return kept === 'open' || kept === 'away' ? kept : 'closed';
  } catch {
    return 'closed';
  }
}
