import { entryAt, nodeAt } from '../find.ts';
import { behindColon } from '../locate.ts';
import { formatPath } from '../path.ts';
import { RefusedError } from '../refused.ts';
import type { Path, YamlListNode, YamlMapNode, YamlNode } from '../types.ts';
import { lineIndex } from '../../text/index.ts';
import type { Style } from './style.ts';

/** What a planner works on: the document's text, its tree, and its habits. */
export interface Target {
  readonly text: string;
  readonly root: YamlNode;
  readonly style: Style;
}

export type Collection = YamlMapNode | YamlListNode;

/** The parts of a collection, as ranges: a map's entries, a list's items. */
export function childRanges(node: Collection): readonly { from: number; to: number }[] {
  return node.kind === 'map' ? node.entries.map(({ range }) => range) : node.items;
}

/** The node that holds a path's value, and how much of the path is written. */
export function deepest(root: YamlNode, path: Path): { node: YamlNode; depth: number } {
  for (let depth = path.length; depth > 0; depth--) {
    const node = nodeAt(root, path.slice(0, depth));
    if (node) return { node, depth };
  }
  return { node: root, depth: 0 };
}

/** What a value hangs under: its key or its dash. */
export interface Owner {
  /** Where the key or the dash begins. */
  readonly begin: number;
  /** Behind the colon or the dash. */
  readonly behind: number;
  /** A key without a colon, as in `{a, b: 1}`: `behind` is the end of the key. */
  readonly bare?: true;
}

/** The key or dash of the value at `path`; undefined for the root and for items of a flow list. */
export function ownerOf(target: Pick<Target, 'text' | 'root'>, path: Path): Owner | undefined {
  const { text, root } = target;
  const entry = entryAt(root, path);
  if (entry) {
    const { from, to } = entry.keyRange;
    const behind = behindColon(text, to);
    const begin = beginOfKey(text, from);
    return behind === undefined ? { begin, behind: to, bare: true } : { begin, behind };
  }
  const parent = nodeAt(root, path.slice(0, -1));
  const index = path.at(-1);
  if (parent?.kind !== 'list' || parent.flow || typeof index !== 'number') return undefined;
  const begin = dashOf(text, parent, index);
  return { begin, behind: begin + 1 };
}

/** Behind the owner's colon or dash, and behind the anchor and the tag of its value if they stand on the same line. */
export function behindProperties(text: string, owner: Owner, value: number): number {
  const between = text.slice(owner.behind, Math.max(owner.behind, value));
  return owner.behind + (/^(?:[ \t]+[&!][^\s,[\]{}]*)*/.exec(between)?.[0].length ?? 0);
}

/** Where the dash of a block list's item stands. */
export function dashOf(text: string, list: YamlListNode, index: number): number {
  if (index === 0) return list.from;
  let at = list.items[index - 1]?.to ?? list.from;
  for (;;) {
    while (/[\s\ufeff]/.test(text[at] ?? '')) at++;
    if (text[at] !== '#') return at;
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  }
}

/** Where a child of a block collection begins: its key (or `?`), or its dash. */
export function beginOf(text: string, node: Collection, index: number): number {
  if (node.kind === 'list') return dashOf(text, node, index);
  return beginOfKey(text, node.entries[index]?.keyRange.from ?? node.from);
}

/** Where a key begins with its `?`, its anchor and its tag. */
function beginOfKey(text: string, key: number): number {
  const before = /(?:\?[ \t]+)?(?:[&!][^\s,[\]{}]*[ \t]+)*$/.exec(text.slice(Math.max(0, key - 200), key));
  return key - (before?.[0].length ?? 0);
}

/**
 * Refuses to go through an alias or a merge key: what is written there would change, or hide, every other place that uses it.
 * With `own`, the last step too must be written here rather than merged in.
 */
export function refuseAliases(target: Target, path: Path, own = false): void {
  for (let depth = 0; depth <= path.length; depth++) {
    const here = path.slice(0, depth);
    const node = nodeAt(target.root, here);
    const line = (at: number) => lineIndex(target.text).position(at).line;
    if (node?.kind === 'alias' && depth < path.length) {
      throw new RefusedError(
        'alias',
        `${formatPath(here)} is the alias *${node.target} (line ${line(node.from)} of the document): what is written there would change every place that uses it. Edit the anchor &${node.target} instead, or replace the alias by a value of its own.`,
      );
    }
    const step = path[depth];
    if (node?.kind === 'map' && typeof step === 'string' && depth < path.length - (own ? 0 : 1)) {
      const merge = node.entries.find(({ key }) => key === '<<');
      if (merge && !node.entries.some(({ key }) => key === step)) {
        throw new RefusedError(
          'merge',
          `${formatPath([...here, step])} comes from the merge key << (line ${line(merge.keyRange.from)} of the document). Edit the anchor that it names, or write the field here first.`,
        );
      }
    }
  }
}
