import type { MeshKey } from '../istio/index.ts';

/** Numbers for keys, so that thousands of units are asked in no time whether an edit touched what they read. */
export interface KeyTable {
  readonly numberOf: (key: MeshKey) => number;
  /** The keys as a set to test against. Keys that nobody ever asked about are left out. */
  readonly touched: (keys: Iterable<MeshKey>) => TouchedKeys;
}

export interface TouchedKeys {
  readonly some: (numbers: readonly number[]) => boolean;
}

/** Numbers are given once and for all; a table grows with the keys ever asked about. */
export function keyTable(): KeyTable {
  const numbers = new Map<MeshKey, number>();
  return {
    numberOf: (key) => {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      return numbers.size - 1;
    },
    touched: (keys) => {
      const flags = new Uint8Array(numbers.size);
      for (const key of keys) {
        const number = numbers.get(key);
        if (number !== undefined) flags[number] = 1;
      }
      return { some: (asked) => asked.some((number) => flags[number] === 1) };
    },
  };
}
