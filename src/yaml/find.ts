import type { TextRange } from '../text/index.ts';
import type { Path, YamlEntry, YamlNode } from './types.ts';

/** The last entry with this key, as readers that allow duplicates would take it. */
function entryIn(node: YamlNode | undefined, key: string | number): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.findLast((entry) => entry.key === String(key)) : undefined;
}

function childOf(node: YamlNode | undefined, step: string | number): YamlNode | undefined {
  if (node?.kind === 'list') return typeof step === 'number' ? node.items[step] : undefined;
  return entryIn(node, step)?.value;
}

/** The value at a path; undefined where nothing is written (behind an alias or a merge key nothing is written either). */
export function nodeAt(root: YamlNode | undefined, path: Path): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>(childOf, root);
}

/** The entry that holds the value at a path; undefined for list items and for what is not written. */
export function entryAt(root: YamlNode | undefined, path: Path): YamlEntry | undefined {
  const last = path.at(-1);
  return last === undefined ? undefined : entryIn(nodeAt(root, path.slice(0, -1)), last);
}

const rangeOfNode = ({ from, to }: TextRange): TextRange => ({ from, to });

/** What to underline for a value: the value itself; the key where the value is empty; the nearest parent where nothing is written. */
export function valueRangeAt(root: YamlNode, path: Path): TextRange {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const node = nodeAt(root, part);
    if (!node) continue;
    if (length < path.length) return keyRangeAt(root, part);
    return node.to > node.from ? rangeOfNode(node) : keyRangeAt(root, part);
  }
  return rangeOfNode(root);
}

/** What to underline for a field: its key; the item's own range in a list; the nearest parent where nothing is written. */
export function keyRangeAt(root: YamlNode, path: Path): TextRange {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const entry = entryAt(root, part);
    if (entry) return entry.keyRange;
    const node = nodeAt(root, part);
    if (node) return rangeOfNode(node);
  }
  return rangeOfNode(root);
}

/** The innermost path whose key or value an offset stands in or touches. */
export function pathAt(root: YamlNode | undefined, offset: number): Path {
  const path: (string | number)[] = [];
  let node = root;
  while (node) {
    if (node.kind === 'map') {
      const entry: YamlEntry | undefined = lastBefore(node.entries, offset, ({ range }) => range);
      if (!entry) return path;
      path.push(entry.key);
      node = offset > entry.keyRange.to ? entry.value : undefined;
    } else if (node.kind === 'list') {
      const item: YamlNode | undefined = lastBefore(node.items, offset, rangeOfNode);
      if (!item) return path;
      path.push(node.items.indexOf(item));
      node = item;
    } else {
      return path;
    }
  }
  return path;
}

/** The child an offset belongs to: the last that begins at or before it, if the offset is not beyond its end. */
function lastBefore<T>(
  children: readonly T[],
  offset: number,
  rangeOf: (child: T) => TextRange,
): T | undefined {
  const child = children.findLast((each) => rangeOf(each).from <= offset);
  return child && offset <= rangeOf(child).to ? child : undefined;
}
