import { pathOf, type LooseEntry, type LooseList } from '../loose/index.ts';
import { resourceAround } from '../place.ts';
import { fieldOf } from '../schema.ts';
import { typeWords } from '../words.ts';
import type { Completing } from './completing.ts';
import { stopsOf, type CompletionItem } from './item.ts';
import { snippetItems } from './snippet-items.ts';
import { itemSkeleton } from './skeleton.ts';

interface At {
  readonly from: number;
  readonly to: number;
  readonly column: number;
}

/** `- `, with what an item must hold: the next item of a list, or the first under a key. */
export function listItems(completing: Completing, list: LooseList | LooseEntry, at: At): CompletionItem[] {
  const { root, document, style, file } = completing;
  const holder = list.kind === 'list' ? list.holder : list;
  const path = pathOf(holder);
  // With a word typed already, a key is meant.
  if (path === null || at.to > at.from) return [];
  const resource = resourceAround(root, path, file);
  const within = path.slice(resource.base.length);
  const field = fieldOf(resource, within);
  if (field?.kind !== 'list') return [];
  const wanted = list.kind === 'list' ? list.column : at.column;
  const before = `${' '.repeat(wanted)}- `;
  const { insert, stops } = stopsOf(before + itemSkeleton(field.item, wanted, style));
  const replace = { from: document.from + at.from - at.column, to: document.from + at.to };
  return [
    {
      label: '- ',
      kind: 'item',
      detail: `new item of ${field.name}`,
      documentation: typeWords(field),
      replace,
      insert,
      stops,
      again: true,
      deprecated: false,
      rank: 1.5,
    },
    ...snippetItems({ type: resource.type, path: within, replace, before, column: wanted + 2, style }).map(
      (item) => ({
        ...item,
        // The keys that can stand here as well are more often meant.
        rank: 1.6,
      }),
    ),
  ];
}
