import { detectStyle, locate } from '../../yaml/index.ts';
import { skipBlanks, type LooseNode } from '../loose/index.ts';

/** Where a document puts things, most of the time. */
export interface Habit {
  /** Columns from a key to the keys of a map under it. */
  readonly indent: number;
  /** Columns from a key to the dashes of a list under it. */
  readonly listIndent: number;
  /** Blanks behind a dash. */
  readonly gap: number;
}

export function habitOf(text: string, root: LooseNode | null): Habit {
  const { indent, listIndent } = detectStyle(text, locate(text));
  return { indent, listIndent, gap: usualGap(text, root) };
}

/** As most items of the document have it; one blank where that is as frequent as any. */
function usualGap(text: string, root: LooseNode | null): number {
  const times = new Map([[1, 0]]);
  const open: LooseNode[] = root ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'scalar') continue;
    for (const holder of node.kind === 'map' ? node.entries : node.items) {
      if (holder.value) open.push(holder.value);
      if (holder.kind !== 'item' || node.flow) continue;
      const gap = skipBlanks(text, holder.from + 1) - holder.from - 1;
      if (gap > 0) times.set(gap, (times.get(gap) ?? 0) + 1);
    }
  }
  return [...times].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
