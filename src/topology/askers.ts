import type { MeshKey } from '../istio/index.ts';

/** Who asked what: so those whose answers an edit may have changed are found without looking at all the others. */
export interface Askers {
  readonly note: (key: MeshKey, unit: string) => void;
  /** The ids of the units that asked about one of these keys, now or when they were made before. */
  readonly of: (keys: Iterable<MeshKey>) => ReadonlySet<string>;
}

/** It only ever grows, with the keys asked about; so those who look back to an earlier picture may share it. */
export function createAskers(): Askers {
  const byKey = new Map<MeshKey, Set<string>>();
  return {
    note: (key, unit) => {
      const known = byKey.get(key);
      if (known) known.add(unit);
      else byKey.set(key, new Set([unit]));
    },
    of: (keys) => {
      const units = new Set<string>();
      for (const key of keys) for (const unit of byKey.get(key) ?? []) units.add(unit);
      return units;
    },
  };
}
