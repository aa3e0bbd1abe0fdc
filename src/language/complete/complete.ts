import type { Field } from '../../istio/index.ts';
import type { TextRange } from '../../text/index.ts';
import type { LanguageContext } from '../context.ts';
import { documentAt, type DocumentText } from '../document.ts';
import { anchorsBefore, pathOf, readLoosely, skipBlanks, type CaretPlace } from '../loose/index.ts';
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
  return { items: itemsAt(completing, caret, offset - document.from).sort((a, b) => a.rank - b.rank) };
}

function itemsAt(completing: Completing, caret: CaretPlace, offset: number): CompletionItem[] {
  if (caret.kind === 'nothing') return [];
  if (caret.kind === 'item') return listItems(completing, caret.list, caret);
  if (caret.kind === 'key')
    return [...keyItems(completing, caret), ...(caret.list ? listItems(completing, caret.list, caret) : [])];
  const path = pathOf(caret.holder);
  if (path === null || (caret.holder.value !== null && caret.holder.value.kind !== 'scalar')) return [];
  const resource = resourceAround(completing.root, path, completing.file);
  return valuesAt(completing, { caret, offset }, path, resource);
}

function valuesAt(
  { context, document }: Completing,
  { caret, offset }: { caret: CaretPlace & { kind: 'value' }; offset: number },
  path: readonly (string | number)[],
  resource: PlacedResource,
): CompletionItem[] {
  const within = path.slice(resource.base.length);
  if (document.text[caret.from] === '*' && caret.quote === '') return aliasItems(document, caret);
  const field = valueFieldOf(resource, within);
  if (!field) return [];
  const before = document.text[caret.from - 1];
  const part = partAt(field, document.text, caret, offset);
  const { from, to } = part ?? caret;
  return valueItems({
    place: namePlace(context.mesh, field, resource, within),
    replace: { from: document.from + from, to: document.from + to },
    part: part !== undefined,
    before: before === ':' && caret.quote === '' ? ' ' : '',
    quote: caret.quote,
    flow: caret.flow,
  });
}

/** Of several words with commas between, as `retryOn` has them, the one that the caret is in; undefined for one alone. */
function partAt(
  field: Field,
  text: string,
  { from, to, quote }: CaretPlace & { kind: 'value' },
  offset: number,
): TextRange | undefined {
  if (field.kind !== 'string' || !field.suggestions || field.reference) return undefined;
  const comma = text.lastIndexOf(',', offset - 1);
  if (comma < from) return undefined;
  const next = text.indexOf(',', offset);
  const isClosed = quote !== '' && to > from + 1 && text[to - 1] === quote;
  const end = next < 0 || next >= to ? to - (isClosed ? 1 : 0) : next;
  return { from: Math.min(skipBlanks(text, comma + 1), offset), to: Math.max(offset, end) };
}

/** The anchors that an alias can name here. */
const aliasItems = ({ text, from }: DocumentText, caret: CaretPlace & { kind: 'value' }): CompletionItem[] =>
  [...anchorsBefore(text, caret.from)].map(([name, said]) => ({
    label: `*${name}`,
    kind: 'value',
    detail: said,
    documentation: '',
    replace: { from: from + caret.from, to: from + caret.to },
    insert: `*${name}`,
    stops: [],
    again: false,
    deprecated: false,
    rank: 1,
  }));
