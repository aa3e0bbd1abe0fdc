import { overlaps, type Rect } from '../flow/rect.ts';

/** The grid by which neighbours are found, in canvas units. */
const CELL = 160;

/** Remembers what is taken on the canvas, and says whether a place is free. */
export function occupancy() {
  const cells = new Map<string, Rect[]>();
  return {
    add(box: Rect): void {
      for (const key of cellsOf(box)) {
        const known = cells.get(key);
        if (known) known.push(box);
        else cells.set(key, [box]);
      }
    },
    isFree(box: Rect): boolean {
      return cellsOf(box).every((key) => !cells.get(key)?.some((other) => overlaps(other, box)));
    },
  };
}

function cellsOf({ x, y, width, height }: Rect): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) {
      keys.push(`${column} ${row}`);
    }
  }
  return keys;
}
