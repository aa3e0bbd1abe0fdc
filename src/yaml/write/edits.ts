import type { Path, YamlValue } from '../types.ts';

/** A change to one document, in terms of its values. Paths start at the document's root. */
export type DocumentEdit =
  /** Writes a value; missing parents are made, an index equal to a list's length appends. `order` is the schema's order beside the first key that is missing. */
  | {
      readonly kind: 'set';
      readonly path: Path;
      readonly value: YamlValue;
      readonly order?: readonly string[];
    }
  /** Takes away a key or an item; the last child leaves its parent empty. */
  | { readonly kind: 'remove'; readonly path: Path }
  /**
   * Puts an item before the one at `index`; the list's length appends. With `copy`, the value is that of the item before
   * it, and what is written of that, comments inside included, is written again.
   */
  | {
      readonly kind: 'insert';
      readonly path: Path;
      readonly index: number;
      readonly value: YamlValue;
      readonly copy?: boolean;
    }
  /** Moves an item within its list; `to` is its index afterwards. */
  | { readonly kind: 'move'; readonly path: Path; readonly from: number; readonly to: number }
  | { readonly kind: 'rename-key'; readonly path: Path; readonly key: string };
