import {
  schemaOf,
  type Field,
  type Format,
  type MapField,
  type ObjectField,
  type ReferenceKind,
} from '../../istio/index.ts';
import { pathOf, type CaretPlace, type LooseMap, type LooseNode } from '../loose/index.ts';
import { namesFor } from '../names/index.ts';
import { resourceAround, type PlacedResource } from '../place.ts';
import { fieldOf, isOwnFile, rootOf } from '../schema.ts';
import type { Completing } from './completing.ts';
import { fieldItems } from './fields.ts';
import { stopsOf, type CompletionItem } from './item.ts';
import { listItems } from './list-items.ts';
import { resourceItems } from './resources.ts';
import { namePlace } from './name-place.ts';
import { snippetItems } from './snippet-items.ts';
import { valueItems } from './values.ts';

type KeyPlace = CaretPlace & { kind: 'key' };

/** What can be typed where a key is expected: keys; in a list of plain values, values; in an empty document, resources. */
export function keyItems(completing: Completing, caret: KeyPlace): CompletionItem[] {
  const { root, document, file } = completing;
  const path = pathOf(caret.holder);
  if (path === null) return [];
  const resource = resourceAround(root, path, file);
  const rest = path.slice(resource.base.length);
  const at = fitted(completing, caret);
  if (rest.length === 0) return rootItems(completing, caret, at);
  const field = fieldOf(resource, rest);
  if (field?.kind === 'object') {
    const present = presentIn(caret);
    const { style } = completing;
    const fields = fieldItems({ ...at, object: field, present, style });
    const isNewItem = caret.dash && caret.holder?.kind === 'item' && present.size === 0 && !at.colon;
    if (!isNewItem) return fields;
    const { type } = resource;
    return [...fields, ...snippetItems({ ...at, type, path: rest.slice(0, -1), style })];
  }
  if (field?.kind === 'map') return mapKeyItems(completing, caret, resource, field, at);
  if (field?.kind === 'list' && caret.holder?.kind === 'entry' && caret.flow === null)
    return caret.holder.value === null ? listItems(completing, caret.holder, caret) : [];
  if (field === undefined || field.kind === 'list' || field.kind === 'any' || caret.holder === null)
    return [];
  return valueItems({
    place: namePlace(completing.context.mesh, field, resource, rest),
    replace: { from: document.from + caret.from, to: document.from + caret.to },
    before: at.before,
    quote: quoteAt(document.text, caret.from),
    flow: false,
  });
}

interface Fitted {
  readonly replace: { readonly from: number; readonly to: number };
  readonly before: string;
  readonly column: number;
  readonly colon: boolean;
  readonly flow: boolean;
  readonly quote: '' | '"' | "'";
}

/** Where a key goes: with the indentation of the keys that stand there, whatever the caret's line has. */
function fitted({ document, style }: Completing, caret: KeyPlace): Fitted {
  const { holder, flow, colon, dash } = caret;
  let { from, column } = caret;
  let before = '';
  const map = mapIn(caret);
  if (flow === null && dash && document.text[from - 1] === '-') before = ' ';
  else if (flow === null && !dash && !colon) {
    const wanted = map ? map.column : holder === null ? column : childColumn(holder, column, style.step);
    if (wanted !== column && document.text.slice(from - column, from).trim() === '') {
      from -= column;
      column = wanted;
      before = ' '.repeat(wanted);
    }
  }
  return {
    replace: { from: document.from + from, to: document.from + caret.to },
    before,
    column,
    colon,
    flow: flow !== null,
    quote: quoteAt(document.text, caret.from),
  };
}

function childColumn(holder: NonNullable<KeyPlace['holder']>, column: number, step: number): number {
  const own = holder.kind === 'entry' ? holder.column : holder.list.column;
  return column > own ? column : own + step;
}

/** The map that the key joins, if it has keys yet. */
function mapIn({ holder, from }: KeyPlace, root: LooseNode | null = null): LooseMap | undefined {
  const node = holder === null ? root : holder.value;
  return node?.kind === 'map' && !node.flow && node.entries.some((entry) => entry.from !== from)
    ? node
    : undefined;
}

function presentIn({ holder, from }: KeyPlace, root: LooseNode | null = null): Set<string> {
  const node = holder === null ? root : holder.value;
  if (node?.kind !== 'map') return new Set();
  return new Set(
    node.entries.filter((entry) => entry.colon >= 0 && entry.from !== from).map(({ key }) => key),
  );
}

function rootItems(completing: Completing, caret: KeyPlace, at: Fitted): CompletionItem[] {
  const { root, context, document, style, file } = completing;
  const resource = resourceAround(root, pathOf(caret.holder) ?? [], file);
  const present = presentIn(caret, root);
  const object = rootOf(resource.type) ?? commonRoot();
  const keys = fieldItems({ ...at, object, present, style });
  if (present.size > 0 || caret.holder !== null || caret.column > 0 || isOwnFile(resource.type)) return keys;
  const namespace = usualNamespace(completing);
  return [...keys, ...resourceItems(context.mesh, namespace, at.replace, style)].filter(
    // A document that begins with a comment or a marker is empty as well.
    ({ kind }) =>
      kind !== 'resource' ||
      document.text
        .slice(0, caret.from)
        .split(/[\r\n]/)
        .every(isEmptyLine),
  );
}

const isEmptyLine = (line: string): boolean => /^\uFEFF?\s*(?:#.*|---.*|%.*)?$/.test(line);

/** apiVersion, kind, metadata and spec, for what has no kind yet or one that is not modelled. */
function commonRoot(): ObjectField {
  const root = schemaOf('VirtualService')!;
  const spec = root.fields.get('spec');
  const bare: Field | undefined = spec?.kind === 'object' ? { ...spec, fields: new Map(), unions: [] } : spec;
  return { ...root, fields: bare ? new Map([...root.fields, ['spec', bare]]) : root.fields };
}

/** The namespace of the last resource before here, which the next one most likely shares. */
function usualNamespace({ context, file, document }: Completing): string {
  const here = context.mesh.resources.filter(({ source }) => source.file === file);
  const before = here.filter(({ source }) => source.document < document.index);
  return (before.at(-1) ?? here[0])?.namespace ?? '';
}

/** What the keys of a map name. */
const KEY_NAMES: Partial<Record<Format, ReferenceKind>> = {
  'label-key': 'label-key',
  'selector-key': 'label-key',
  'port-name': 'port-name',
  port: 'port',
  'header-name': 'header',
};

/** Keys of a map: labels that workloads carry, the names of ports. */
function mapKeyItems(
  completing: Completing,
  caret: KeyPlace,
  resource: PlacedResource,
  map: MapField,
  at: Fitted,
): CompletionItem[] {
  const reference = map.keyFormat && map.name !== 'annotations' ? KEY_NAMES[map.keyFormat] : undefined;
  const path = pathOf(caret.holder)?.slice(resource.base.length);
  if (!reference || !path) return [];
  const present = presentIn(caret);
  const { mesh } = completing.context;
  return namesFor(namePlace(mesh, { ...map.value, reference }, resource, path))
    .filter(({ name }) => !present.has(name))
    .map(({ name, from }) => ({
      label: name,
      kind: 'name',
      detail: from,
      documentation: '',
      replace: at.replace,
      ...stopsOf(at.before + name + (at.colon ? '' : ': ¦')),
      again: !at.colon,
      deprecated: false,
      rank: 1,
    }));
}

const quoteAt = (text: string, at: number): '' | '"' | "'" =>
  text[at] === '"' || text[at] === "'" ? text[at] : '';
