import { CODES } from '../../../checks/index.ts';
import {
  pathOf,
  readLoosely,
  stopsOf,
  type CompletionItem,
  type Holder,
  type LooseNode,
} from '../../../language/index.ts';
import { goalKinds } from './goalKinds.ts';
import { schemasAt, type Schema } from './schema.ts';

/** YAML inside a lesson, and the words that can be values in it. */
export interface YamlPlace {
  readonly text: string;
  readonly offset: number;
  readonly schema: Schema;
  /** `Kind/namespace/name` of the step's files. */
  readonly resources: readonly string[];
  readonly expectations: readonly string[];
  readonly scenarios: readonly string[];
}

/** What can be typed at a place of a head, of goals or of what to look at. Offsets are of the part's own text. */
export function completeYaml({ text, offset, schema, ...known }: YamlPlace): readonly CompletionItem[] {
  const { root, caret } = readLoosely(text, offset);
  if (caret.kind === 'nothing') return [];
  const { from, to } = caret;
  if (caret.kind === 'item') {
    const path = pathOf(caret.list.kind === 'entry' ? caret.list : caret.list.holder);
    return path
      ? itemsOf(
          schemasAt(schema, [...path, 0], () => NONE),
          { from, to },
          '- ',
        )
      : [];
  }
  const path = pathOf(caret.holder);
  if (path === null) return [];
  if (caret.kind === 'value')
    return valuesOf(schemasAt(schema, path, keysAlong(root, path)), path, known).map((label) =>
      item(label, 'value', '', { from, to }, `${text[from - 1] === ':' ? ' ' : ''}${label}`),
    );
  const present = new Set(keysOf(mapIn(root, caret.holder)).filter((key) => key !== text.slice(from, to)));
  const keys = keysAlong(root, path);
  const here = schemasAt(schema, path, (depth) => (depth === path.length ? present : keys(depth)));
  const starts = caret.list
    ? itemsOf(
        schemasAt(schema, [...path, 0], () => NONE),
        { from, to },
        '- ',
      )
    : [];
  // An empty goal begins with what it is about.
  if (here.length > 1 && !present.size && here.every(({ properties }) => properties?.['say']))
    return [...starts, ...goalKinds({ from, to }, '', caret.column)];
  return [
    ...starts,
    ...keyItems(here, present, { from, to }, caret.colon, caret.flow !== null, caret.column),
  ];
}

const NONE: ReadonlySet<string> = new Set();

function itemsOf(
  here: readonly Schema[],
  replace: CompletionItem['replace'],
  dash: string,
): readonly CompletionItem[] {
  if (here.length > 1 && here.every(({ properties }) => properties?.['say']))
    return goalKinds(replace, dash, 0);
  return here.length ? [item('- ', 'item', 'one more', replace, '- ')] : [];
}

function keyItems(
  here: readonly Schema[],
  present: ReadonlySet<string>,
  replace: CompletionItem['replace'],
  colon: boolean,
  flow: boolean,
  column: number,
): readonly CompletionItem[] {
  const found = new Map<string, CompletionItem>();
  for (const { properties = {}, required = [] } of here)
    for (const [key, value] of Object.entries(properties)) {
      if (present.has(key) || found.has(key)) continue;
      const [resolved] = schemasAt(value, [], () => NONE);
      const isRequired = required.includes(key);
      const description = value.description ?? resolved?.description ?? '';
      const insert = colon ? key : `${key}:${valueStart(resolved, flow, column)}`;
      const { insert: text, stops } = stopsOf(insert);
      found.set(key, {
        ...item(key, 'field', `${typeOf(resolved)}${isRequired ? ', required' : ''}`, replace, text),
        documentation: description || typeOf(resolved),
        stops,
        again: !colon,
        rank: isRequired ? 0 : 1,
      });
    }
  return [...found.values()].sort((a, b) => a.rank - b.rank);
}

/** What stands behind a key at once, so that the next word can be typed. */
function valueStart(schema: Schema | undefined, flow: boolean, column: number): string {
  if (schema?.properties) return ' { ¦ }';
  if (schema?.items) return flow ? ' [¦]' : `\n${' '.repeat(column + 2)}- ¦`;
  return ' ¦';
}

function typeOf(schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.properties) return 'map';
  if (schema.items) return 'list';
  if (schema.enum) return 'one of';
  if (schema.const !== undefined) return String(schema.const);
  return typeof schema.type === 'string' ? schema.type : 'text';
}

function valuesOf(
  here: readonly Schema[],
  path: readonly (string | number)[],
  { resources, expectations, scenarios }: Pick<YamlPlace, 'resources' | 'expectations' | 'scenarios'>,
): readonly string[] {
  const last = path.at(-1);
  const values = here.flatMap((schema) => [
    ...(schema.enum ?? []).map(String),
    ...(schema.const === undefined ? [] : [String(schema.const)]),
    ...(schema.type === 'boolean' ? ['true', 'false'] : []),
  ]);
  if (last === 'problem' || last === 'noProblem') return ['error', 'warning', ...Object.keys(CODES)];
  if (last === 'expectation') return expectations;
  if (last === 'load') return scenarios;
  if (here.some(({ properties }) => properties && 'kind' in properties && 'host' in properties))
    return resources;
  return [...new Set(values)];
}

function item(
  label: string,
  kind: CompletionItem['kind'],
  detail: string,
  replace: CompletionItem['replace'],
  insert: string,
): CompletionItem {
  return {
    label,
    kind,
    detail,
    documentation: detail || label,
    replace,
    insert,
    stops: [],
    again: false,
    deprecated: false,
    rank: 1,
  };
}

/** The keys that stand at each depth of a path. */
function keysAlong(root: LooseNode | null, path: readonly (string | number)[]) {
  const keys: ReadonlySet<string>[] = [];
  let node = root;
  for (const step of [...path, null]) {
    keys.push(new Set(keysOf(node)));
    node =
      node?.kind === 'map'
        ? (node.entries.find(({ key }) => key === step)?.value ?? null)
        : node?.kind === 'list' && typeof step === 'number'
          ? (node.items[step]?.value ?? null)
          : null;
  }
  return (depth: number): ReadonlySet<string> => keys[depth] ?? NONE;
}

const mapIn = (root: LooseNode | null, holder: Holder): LooseNode | null => (holder ? holder.value : root);
const keysOf = (node: LooseNode | null): readonly string[] =>
  node?.kind === 'map' ? node.entries.filter(({ colon }) => colon >= 0).map(({ key }) => key) : [];
