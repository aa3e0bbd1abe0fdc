import { lastHolder, type Frame } from './frames.ts';
import type { CaretPlace, Holder, LooseEntry, LooseList, LooseNode } from './tree.ts';

/**
 * What could be typed at a place of a line that has no place in the tree yet: an empty line, or a word without a colon.
 * Reads the frames and leaves them as they are, so that a caret never changes what the lines after it belong to.
 */
export function slotAt(
  frames: readonly Frame[],
  root: LooseNode | null,
  text: string,
  lineStart: number,
  from: number,
  caret: number,
  lineEnd: number,
): CaretPlace {
  const column = from - lineStart;
  const where = slotFor(frames, root, column);
  if (!where) return { kind: 'nothing' };
  const to = from === caret ? caret : endOfWord(text, from, lineEnd);
  if (caret < from || caret > to) return { kind: 'nothing' };
  const { holder, list = null } = where;
  if (holder !== undefined)
    return { kind: 'key', holder, from, to, column, colon: false, flow: null, list, dash: false };
  return list ? { kind: 'item', list, from, to, column } : { kind: 'nothing' };
}

function endOfWord(text: string, from: number, lineEnd: number): number {
  let to = from;
  while (to < lineEnd && !(text[to] === '#' && text[to - 1] === ' ')) to++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return to;
}

/** `holder` undefined: only a list's next item can stand here. */
function slotFor(
  frames: readonly Frame[],
  root: LooseNode | null,
  column: number,
): { holder?: Holder; list?: LooseList | LooseEntry } | null {
  let depth = frames.length - 1;
  while (depth >= 0 && (frames[depth]?.column ?? 0) > column) depth--;
  const top = frames[depth];
  if (!top) return root === null || root.kind === 'map' ? { holder: null } : null;
  const last = lastHolder(top.node);
  if (top.node.kind === 'list') {
    if (top.column === column) {
      const below = frames[depth - 1];
      if (below?.column === column && below.node.kind === 'map')
        return { holder: below.node.holder, list: top.node };
      return { list: top.node };
    }
    return last && last.value?.kind !== 'scalar' && !isFlow(last.value) ? { holder: last } : null;
  }
  if (!top.node.placed) return null;
  // A list at its key's own column shares it with the next key.
  const listBeside = last?.value?.kind === 'list' && !last.value.flow && last.value.column === column;
  const beside =
    listBeside && last.value?.kind === 'list'
      ? last.value
      : last?.kind === 'entry' && last.colon >= 0 && last.value === null
        ? last
        : undefined;
  if (top.column === column) return { holder: top.node.holder, ...(beside ? { list: beside } : {}) };
  if (last?.kind === 'entry' && last.colon >= 0) {
    if (last.value === null) return { holder: last };
    if (last.value.kind === 'map' && !last.value.flow) return { holder: last };
    if (last.value.kind === 'list' && !last.value.flow) return { list: last.value };
  }
  // Deeper than anything: what was meant is the next key of the map.
  return { holder: top.node.holder };
}

const isFlow = (node: LooseNode | null): boolean => node !== null && node.kind !== 'scalar' && node.flow;
