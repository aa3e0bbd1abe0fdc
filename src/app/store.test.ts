import { describe, expect, it, vi } from 'vitest';
import { createStore } from './store.ts';

describe('createStore', () => {
  it('tells listeners of a change, and only of a change', () => {
    const store = createStore({ zoom: 1, mode: 'select' });
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.set({ zoom: 1 });
    expect(listener).not.toHaveBeenCalled();
    store.set((state) => ({ zoom: state.zoom * 2 }));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.get()).toEqual({ zoom: 2, mode: 'select' });
    stop();
    store.set({ zoom: 3 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('keeps the state object when nothing changed, so that selectors stay stable', () => {
    const store = createStore({ cursor: null as string | null });
    const before = store.get();
    store.set({ cursor: null });
    expect(store.get()).toBe(before);
  });
});
