import type { LanguageContext } from '../context.ts';
import { documentAt } from '../document.ts';
import { pathOf, readLoosely, type CaretPlace } from '../loose/index.ts';
import { resourceAround, type PlacedResource } from '../place.ts';
import { valueFieldOf } from '../schema.ts';
import type { Completing } from './completing.ts';
import { keyItems } from './keys.ts';
import { listItems } from './list-items.ts';
import type { CompletionItem, CompletionList } from './item.ts';
import { namePlace } from './name-place.ts';
import { styleOf } from './style.ts';
import { valueItems } from './values.ts';

/**
 * What can be chosen at a place of a file (`offset` 0-based), however broken its document: keys with what must stand under
 * them, values, names of the workspace, list items, whole resources. Nothing in comments and in texts of several lines.
 */
export function complete(context: LanguageContext, file: string, offset: number): CompletionList {
  const document = documentAt(context, file, offset);
  const { root, caret } = readLoosely(document.text, offset - document.from);
  const completing: Completing = {
    context,
    file,
    document,
    root,
    style: styleOf(root, context.mesh.settings.targetVersion),
  };
  return { items: itemsAt(completing, caret).sort((a, b) => a.rank - b.rank) };
}

function itemsAt(completing: Completing, caret: CaretPlace): CompletionItem[] {
  if (caret.kind === 'nothing') return [];
  if (caret.kind === 'item') return listItems(completing, caret.list, caret);
  if (caret.kind === 'key')
    return [...keyItems(completing, caret), ...(caret.list ? listItems(completing, caret.list, caret) : [])];
  const path = pathOf(caret.holder);
  if (path === null || (caret.holder.value !== null && caret.holder.value.kind !== 'scalar')) return [];
  const resource = resourceAround(completing.root, path, completing.file);
  return valuesAt(completing, caret, path, resource);
}

function valuesAt(
  { context, document }: Completing,
  caret: CaretPlace & { kind: 'value' },
  path: readonly (string | number)[],
  resource: PlacedResource,
): CompletionItem[] {
  const within = path.slice(resource.base.length);
  const field = valueFieldOf(resource, within);
  if (!field) return [];
  const before = document.text[caret.from - 1];
  return valueItems({
    place: namePlace(context.mesh, field, resource, within),
    replace: { from: document.from + caret.from, to: document.from + caret.to },
    before: before === ':' && caret.quote === '' ? ' ' : '',
    quote: caret.quote,
    flow: caret.flow,
  });
}
