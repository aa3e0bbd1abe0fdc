import type { TextFile } from '../text/index.ts';
import type { PointFile, RestorePoint } from './types.ts';

/** While a person works, a point is made this often (milliseconds). */
export const EVERY = 10 * 60_000;
/** How many points a workspace has at most, and how much text (in characters) they hold together, each text counted once. */
export const MOST_POINTS = 40;
export const MOST_TEXT = 32 * 1024 * 1024;

/** Where a text is stored, if it is and that is known. */
export type KeyOf = (text: string) => string | undefined;

/**
 * The points with one more. Where the newest has the same texts, it is not said twice; a name given by hand goes to the
 * newest. Then as many old ones without a name go as the bounds ask for. Null where a named point would not fit at all.
 */
export function addPoint(
  points: readonly RestorePoint[],
  point: RestorePoint,
  keyOf: KeyOf,
): readonly RestorePoint[] | null {
  const last = points.at(-1);
  const same = last !== undefined && sameTexts(last.files, point.files, keyOf);
  if (same && point.name === null) return points;
  const others = same && last.name === null ? points.slice(0, -1) : points;
  const next = thin([...others, point], keyOf);
  if (next.includes(point)) return next;
  return point.name === null ? points : null;
}

/** The points of two tabs as one history, without those whose texts the other tab has thrown away. */
export function joinPoints(
  mine: readonly RestorePoint[],
  theirs: readonly RestorePoint[],
  stored: ReadonlySet<string>,
  keyOf: KeyOf,
): readonly RestorePoint[] {
  const ids = new Set(mine.map(({ id }) => id));
  const all = [...mine, ...theirs.filter(({ id }) => !ids.has(id))];
  const whole = all.filter(({ files }) =>
    files.every(({ text }) => typeof text === 'string' || stored.has(text.key)),
  );
  return thin(
    whole.toSorted((a, b) => a.at - b.at),
    keyOf,
  );
}

function thin(points: readonly RestorePoint[], keyOf: KeyOf): readonly RestorePoint[] {
  let left = points;
  while (left.length > MOST_POINTS || textIn(left, keyOf) > MOST_TEXT) {
    const unnamed = left.findIndex(({ name }) => name === null);
    if (unnamed < 0) return left.slice(0, -1);
    left = left.toSpliced(unnamed, 1);
  }
  return left;
}

function textIn(points: readonly RestorePoint[], keyOf: KeyOf): number {
  const seen = new Set<string>();
  let sum = 0;
  for (const { files } of points) {
    for (const file of files) {
      const identity = identityOf(file, keyOf);
      if (seen.has(identity)) continue;
      seen.add(identity);
      sum += typeof file.text === 'string' ? file.text.length : file.text.size;
    }
  }
  return sum;
}

function sameTexts(a: readonly PointFile[], b: readonly PointFile[], keyOf: KeyOf): boolean {
  return (
    a.length === b.length &&
    a.every((file, index) => {
      const other = b[index];
      return file.path === other?.path && identityOf(file, keyOf) === identityOf(other, keyOf);
    })
  );
}

/** Two files of one identity have one text; a text that was stored and forgotten may have two. */
function identityOf({ text }: PointFile, keyOf: KeyOf): string {
  return typeof text === 'string' ? (keyOf(text) ?? text) : text.key;
}

export function sameFiles(a: readonly TextFile[], b: readonly TextFile[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every(({ path, text }, index) => path === b[index]?.path && text === b[index].text))
  );
}
