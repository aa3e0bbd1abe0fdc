// Lays our own knowledge (`src/istio/schema/overlay/*.yaml`) over the fields that the dependency declares.
//
// A file says where it applies (`at`, several places when a part of the schema repeats) and what it says of each field there,
// by path: `.` names the place itself, `[]` the items of a list, `{}` the values of a map. The order of the lines is the order
// of the fields in forms and of inserted keys. A field that the dependency does not know yet has a `type` and a `since`.
// `onlyFor: {mode: [MUTUAL]}` says which values of a field beside it give it a meaning; `one: caller` what forms call an item.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const ofUse = [
  'title',
  'summary',
  'common',
  'required',
  'default',
  'format',
  'reference',
  'since',
  'deprecated',
  'one',
  'onlyFor',
];
const ofShape = [
  'type',
  'item',
  'value',
  'values',
  'unions',
  'min',
  'max',
  'minLength',
  'maxLength',
  'pattern',
  'suggestions',
  'minItems',
  'maxItems',
  'keyedBy',
  'keyFormat',
  'minEntries',
  'maxEntries',
];
const known = new Set([...ofUse, ...ofShape]);

/** All overlay files of a folder, in the order of their names. */
export function readOverlay(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => ({ name, ...read(path.join(folder, name)) }));
}

function read(file) {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}

/** Writes the overlay into the trees (by kind), in place. Throws where the overlay speaks of something that is not there. */
export function applyOverlay(trees, overlay) {
  for (const { name, at, fields } of overlay) {
    for (const place of at) {
      const base = nodeAt(trees, place, `${name}: at ${place}`);
      for (const [relative, says] of Object.entries(fields))
        lay(base, relative, says ?? {}, `${name}: ${place} ${relative}`);
    }
  }
}

/** A tree of fields that no dependency knows, from a file in the words of the overlay: each has a `type`. */
export function readOwn(file) {
  const tree = { kind: 'object', fields: {}, own: true };
  for (const [relative, says] of Object.entries(read(file).fields))
    lay(tree, relative, says, `${file}: ${relative}`);
  return tree;
}

function lay(base, relative, says, where) {
  for (const key of Object.keys(says))
    if (!known.has(key)) throw new Error(`${where}: the overlay has no word "${key}".`);
  let node = base;
  for (const step of stepsOf(relative === '.' ? '' : relative)) {
    if (typeof step === 'string') mention(node, step);
    node = childOf(node, step) ?? added(node, step, says, where);
  }
  if (says.type && says.type !== node.kind)
    throw new Error(`${where}: the dependency says ${node.kind}, not ${says.type}.`);
  if (says.unions) keepUnions(node.unions, says.unions, where);
  for (const key of Object.keys(says))
    if (!['type', 'item', 'value', 'values'].includes(key)) node[key] = says[key];
  if (says.values) sayValues(node, says.values, where);
}

function added(node, step, says, where) {
  if (node.kind !== 'object' || typeof step !== 'string')
    throw new Error(`${where}: there is no such place.`);
  if (!says.type || !(says.since ?? node.since ?? node.own))
    throw new Error(`${where}: the dependency has no such field; give type and since.`);
  const field = { kind: says.type, required: false, own: node.own };
  if (says.type === 'object') field.fields = {};
  if (says.type === 'list') field.item = fresh(says.item, node.own);
  if (says.type === 'map') field.value = fresh(says.value, node.own);
  if (says.type === 'enum') field.values = Object.keys(says.values);
  node.fields[step] = field;
  return field;
}

/** The overlay names the dependency's one-ofs and may widen them; it may not lose one. */
function keepUnions(declared = [], said, where) {
  for (const { members } of declared) {
    const kept = said.some(
      (union) => union.by !== 'meaning' && members.every((member) => union.members.includes(member)),
    );
    if (!kept) throw new Error(`${where}: loses the one-of ${members.join(', ')}.`);
  }
}

const fresh = (kind, own) => (kind === 'object' ? { kind, fields: {}, own } : { kind, own });

/** `values`: a sentence for each value of an enum, or `{ summary, since, deprecated }`. Every value is spoken of. */
function sayValues(node, values, where) {
  node.valueSummaries = {};
  for (const [value, says] of Object.entries(values)) {
    if (!node.values?.includes(value)) throw new Error(`${where}: the dependency has no value ${value}.`);
    node.valueSummaries[value] = says.summary ?? says;
    if (says.since) node.valuesSince = { ...node.valuesSince, [value]: says.since };
    if (says.deprecated) node.deprecatedValues = [...(node.deprecatedValues ?? []), value];
  }
  const silent = node.values.filter((value) => !(value in values));
  if (silent.length > 0) throw new Error(`${where}: says nothing of ${silent.join(', ')}.`);
}

function mention(node, name) {
  node.order ??= [];
  if (!node.order.includes(name)) node.order.push(name);
}

function nodeAt(trees, place, where) {
  const [kind, ...rest] = stepsOf(place);
  let node = trees[kind];
  for (const step of rest) {
    node = node && childOf(node, step);
    if (!node) throw new Error(`${where}: there is no such place.`);
  }
  return node;
}

const item = Symbol('item');
const value = Symbol('value');

/** `http[].match[].headers{}` → http, item, match, item, headers, value. */
function stepsOf(path) {
  return [...path.matchAll(/\[\]|\{\}|[^.[{]+/g)].map(([text]) =>
    text === '[]' ? item : text === '{}' ? value : text,
  );
}

function childOf(node, step) {
  if (step === item) return node.item;
  if (step === value) return node.value;
  return Object.hasOwn(node.fields ?? {}, step) ? node.fields[step] : undefined;
}
