import { createStore } from '../store.ts';

/** How many expectations the workspace keeps, and how many of them fail: for the tab, which is there before the list is. */
export const expectCounts = createStore({ total: 0, failing: 0 });
