import { describe, expect, it } from 'vitest';
import { createStore } from './store.ts';

describe('createStore', () => {
  it('tells once for what is set together, and not for what stays the same', () => {
    const store = createStore({ a: 1, b: 1 });
    const seen: unknown[] = [];
    const stop = store.subscribe(() => seen.push(store.get()));
    store.together(() => {
      store.set({ a: 2 });
      store.together(() => store.set({ b: 2 }));
    });
    store.set({ a: 2 });
    expect(seen).toEqual([{ a: 2, b: 2 }]);
    stop();
    store.set({ a: 3 });
    expect(seen).toHaveLength(1);
  });

  it('keeps telling after work that failed', () => {
    const store = createStore({ a: 1 });
    let told = 0;
    store.subscribe(() => told++);
    expect(() =>
      store.together(() => {
        store.set({ a: 2 });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(told).toBe(1);
    store.set({ a: 3 });
    expect(told).toBe(2);
  });
});
