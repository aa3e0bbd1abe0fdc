import type { Path, YamlValue } from '../types.ts';
import type { Written } from './written.ts';

/** A change to one document, in terms of its values. Paths start at the document's root. */
export type DocumentEdit =
  /**
   * Writes a value; missing parents are made, an index equal to a list's length appends. `order` is the schema's order
   * beside the first key that is missing; `as`, how the value is written elsewhere, comments included.
   */
  | {
      readonly kind: 'set';
      readonly path: Path;
      readonly value: YamlValue;
      readonly order?: readonly string[];
      readonly as?: Written | undefined;
    }
  /** Takes away a key or an item, with `comments` also those right above it; the last child leaves its parent empty. */
  | { readonly kind: 'remove'; readonly path: Path; readonly comments?: boolean }
  /** Puts an item before the one at `index`; the list's length appends. `as`: how it is written elsewhere. */
  | {
      readonly kind: 'insert';
      readonly path: Path;
      readonly index: number;
      readonly value: YamlValue;
      readonly as?: Written | undefined;
    }
  /** Moves an item within its list; `to` is its index afterwards. */
  | { readonly kind: 'move'; readonly path: Path; readonly from: number; readonly to: number }
  | { readonly kind: 'rename-key'; readonly path: Path; readonly key: string };
