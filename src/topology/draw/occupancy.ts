import { overlaps, type Rect } from './rect.ts';

/** The grid by which neighbours are found, in canvas units. */
const CELL = 160;
/** So many cells lie beside each other at most, on either side of the middle. */
const HALF = 2 ** 20;

/** What is taken on the canvas. */
export interface Occupancy<T extends Rect> {
  add(thing: T): void;
  /** Whether nothing lies here, of what `matters`. */
  isFree(box: Rect, matters?: (thing: T) => boolean): boolean;
}

export function occupancy<T extends Rect>(things: readonly T[] = []): Occupancy<T> {
  const cells = new Map<number, T[]>();
  const made: Occupancy<T> = {
    add(thing) {
      for (const key of cellsOf(thing)) {
        const known = cells.get(key);
        if (known) known.push(thing);
        else cells.set(key, [thing]);
      }
    },
    isFree: (box, matters = () => true) =>
      cellsOf(box).every((key) => !cells.get(key)?.some((thing) => overlaps(thing, box) && matters(thing))),
  };
  for (const thing of things) made.add(thing);
  return made;
}

function cellsOf({ x, y, width, height }: Rect): number[] {
  const keys: number[] = [];
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) {
      keys.push((column + HALF) * 2 * HALF + row + HALF);
    }
  }
  return keys;
}
