/**
 * Of things that stand for names, the one for a name: itself, else the longest wildcard, else `*`; the first of equals. Where
 * no name is given, only `*` will do.
 */
export function bestByName<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
  name: string | null,
): T | undefined {
  let [best, length]: [T | undefined, number] = [undefined, -1];
  for (const thing of things) {
    for (const pattern of namesOf(thing)) {
      const fit = fitOf(pattern, name);
      if (fit > length) [best, length] = [thing, fit];
    }
  }
  return best;
}

/** How long the part is that a wildcard fixes; -1 where it does not cover the name. The `*` stands for one letter at least. */
function fitOf(pattern: string, name: string | null): number {
  if (pattern === '*') return 0;
  if (name === null) return -1;
  if (pattern === name) return Infinity;
  const suffix = pattern.slice(1);
  return pattern.startsWith('*') && name.length > suffix.length && name.endsWith(suffix) ? suffix.length : -1;
}
