import type { Path } from '../../yaml/index.ts';

/**
 * A document as far as it can be made out, however broken: what a person sees in it while it is half typed.
 * The parser's tree is exact where a document is whole; this one always has an answer. Offsets are 0-based in the
 * document's text, columns 0-based in their line.
 */
export type LooseNode = LooseMap | LooseList | LooseScalar;

/** What holds a node: an entry of a map, an item of a list, or (null) the document. */
export type Holder = LooseEntry | LooseItem | null;

export interface LooseMap {
  readonly kind: 'map';
  readonly flow: boolean;
  /** Where its keys stand. */
  readonly column: number;
  readonly from: number;
  to: number;
  readonly holder: Holder;
  /** False where nothing tells what it belongs to: a line indented as nothing above it. */
  readonly placed: boolean;
  readonly entries: LooseEntry[];
}

export interface LooseEntry {
  readonly kind: 'entry';
  readonly key: string;
  readonly from: number;
  readonly keyTo: number;
  /** The offset of the colon; -1 while it is not typed. */
  readonly colon: number;
  readonly column: number;
  readonly map: LooseMap;
  value: LooseNode | null;
  to: number;
}

export interface LooseList {
  readonly kind: 'list';
  readonly flow: boolean;
  /** Where its dashes stand. */
  readonly column: number;
  readonly from: number;
  to: number;
  readonly holder: Holder;
  readonly placed: boolean;
  readonly items: LooseItem[];
}

export interface LooseItem {
  readonly kind: 'item';
  readonly from: number;
  readonly index: number;
  readonly list: LooseList;
  value: LooseNode | null;
  to: number;
}

export interface LooseScalar {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'alias';
  /** What it says; for a block scalar and an alias, as written. */
  readonly text: string;
  /** Of an alias: the word that it stands for. */
  readonly said?: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** What stands where the caret stands. */
export type CaretPlace =
  | {
      /** A key is typed, or could be; or, in a list of plain values, an item. */
      readonly kind: 'key';
      /** What the map belongs to, which may not be there yet. */
      readonly holder: Holder;
      /** What is typed already. */
      readonly from: number;
      readonly to: number;
      /** The column where the caret's line has its text. */
      readonly column: number;
      /** A colon follows already. */
      readonly colon: boolean;
      /** Where it is typed in braces or brackets. */
      readonly flow: 'map' | 'list' | null;
      /** The list that could go on, or (an entry without a value) start, here as well. */
      readonly list: LooseList | LooseEntry | null;
      /** The caret stands on the line of a dash that opened this item. */
      readonly dash: boolean;
    }
  | {
      readonly kind: 'value';
      readonly holder: LooseEntry | LooseItem;
      readonly from: number;
      readonly to: number;
      readonly quote: '' | '"' | "'";
      readonly flow: boolean;
    }
  | {
      /** Only a list's next item could stand here. */
      readonly kind: 'item';
      readonly list: LooseList | LooseEntry;
      readonly from: number;
      readonly to: number;
      readonly column: number;
    }
  | { readonly kind: 'nothing' };

export interface LooseDocument {
  readonly root: LooseNode | null;
  readonly caret: CaretPlace;
}

/** Keys and indexes from the document's root; null where a line's place cannot be told. */
export function pathOf(holder: Holder): Path | null {
  const path: (string | number)[] = [];
  for (let at = holder; at !== null;) {
    const within: LooseMap | LooseList = at.kind === 'entry' ? at.map : at.list;
    path.unshift(at.kind === 'entry' ? at.key : at.index);
    if (!within.placed) return null;
    at = within.holder;
  }
  return path;
}

/** What stands at a path from the root; null where nothing does. */
export function holderAt(root: LooseNode | null, path: Path): Holder {
  let node = root;
  let holder: Holder = null;
  for (const step of path) {
    holder =
      node?.kind === 'map'
        ? (node.entries.find((entry) => entry.key === step && entry.colon >= 0) ?? null)
        : node?.kind === 'list' && typeof step === 'number'
          ? (node.items[step] ?? null)
          : null;
    if (holder === null) return null;
    node = holder.value;
  }
  return holder;
}

/** The text of a plain or quoted value at a path; undefined where there is none. */
export function textUnder(node: LooseNode | null, path: Path): string | undefined {
  const value = holderAt(node, path)?.value;
  return value?.kind === 'scalar' ? (value.said ?? value.text) : undefined;
}
