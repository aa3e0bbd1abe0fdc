/**
 * A map that is changed without being copied: a large base that stays, and a small layer of what changed since.
 * A value of undefined means gone.
 */
export interface Layered<V> {
  readonly base: ReadonlyMap<string, V | undefined>;
  readonly layer: ReadonlyMap<string, V | undefined>;
}

/** Above this the layer is folded into a new base. Each edit copies the layer, so a large one costs more than folding often. */
const LAYER_LIMIT = 256;

export const layeredGet = <V>(map: Layered<V>, key: string): V | undefined =>
  map.layer.has(key) ? map.layer.get(key) : map.base.get(key);

/** A new map with these changes; the given one stays as it is. */
export function layeredWith<V>(map: Layered<V>, changes: ReadonlyMap<string, V | undefined>): Layered<V> {
  if (!changes.size) return map;
  const layer = new Map([...map.layer, ...changes]);
  if (layer.size <= LAYER_LIMIT) return { base: map.base, layer };
  const base = new Map([...map.base, ...layer]);
  for (const [key, value] of layer) if (value === undefined) base.delete(key);
  return { base, layer: new Map() };
}
