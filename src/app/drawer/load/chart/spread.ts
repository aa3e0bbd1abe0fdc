/** Puts marks along a line so that none covers another: each as near as it can be to its place, in the order given. */
export function spread(places: readonly number[], gap: number, width: number): readonly number[] {
  const put: number[] = [];
  for (const place of places) put.push(Math.max(place, (put.at(-1) ?? -Infinity) + gap));
  let limit = width;
  for (let index = put.length - 1; index >= 0 && put[index]! > limit; index--) {
    put[index] = limit;
    limit -= gap;
  }
  return put;
}
