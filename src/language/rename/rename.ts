import {
  asText,
  EXPECTATIONS,
  MESH_GATEWAY,
  SCENARIOS,
  serviceLabel,
  valueAt,
  type Mesh,
} from '../../istio/index.ts';
import type { Operation } from '../../operations/index.ts';
import type { TextRange } from '../../text/index.ts';
import { samePath } from '../../yaml/index.ts';
import { pointedAt, type Pointed } from '../at.ts';
import type { LanguageContext } from '../context.ts';
import { definitionsOf, meaningOf, referencesTo, type Meaning, type Place } from '../meaning/index.ts';
import { locationIn } from '../where.ts';
import { nameWithin } from './span.ts';
import { BROKEN, MESH_IS_RESERVED, NO_NAME, whyNot, whyNotCalled, WRITTEN_ODDLY } from './words.ts';

/** Why nothing is renamed, as a sentence. */
export interface RenameRefused {
  readonly refused: string;
}

/** A name that can be renamed wherever it is written. */
export interface RenamePlace {
  /** The name itself, without quotes and without what stands around it; in the file. */
  readonly range: TextRange;
  readonly text: string;
  /** How many places would change, this one included, and in how many files. */
  readonly places: number;
  readonly files: number;
}

interface Renaming {
  readonly meaning: Meaning;
  readonly pointed: Pointed;
  readonly range: TextRange;
  readonly text: string;
}

/** What a rename at an offset of a file would be about. */
export function prepareRename(
  context: LanguageContext,
  file: string,
  offset: number,
): RenamePlace | RenameRefused {
  const renaming = renamingAt(context, file, offset);
  if ('refused' in renaming) return renaming;
  const { range, text, meaning } = renaming;
  const written = [...definitionsOf(context.mesh, meaning), ...referencesTo(context.mesh, meaning)];
  const places = new Map<string, string>();
  for (const { resource, path } of written) {
    const location = locationIn(context, resource, path);
    if (location) places.set(`${location.file} ${location.from}`, location.file);
  }
  return { range, text, places: places.size, files: new Set(places.values()).size };
}

/** The operation that gives what is named at an offset another name, wherever it is written. */
export function renameAt(
  context: LanguageContext,
  file: string,
  offset: number,
  name: string,
): Operation | RenameRefused {
  const renaming = renamingAt(context, file, offset);
  if ('refused' in renaming) return renaming;
  const { meaning } = renaming;
  const refused = whyNotCalled(meaning, name);
  if (refused) return { refused };
  if (meaning.kind === 'host') return hostRenamed(meaning.host, renaming.text, name);
  return nameRenamed(context.mesh, renaming, name);
}

function renamingAt(context: LanguageContext, file: string, offset: number): Renaming | RenameRefused {
  const pointed = pointedAt(context, file, offset);
  if (!pointed || pointed.on === 'key' || pointed.text === undefined) return { refused: NO_NAME };
  const { resource, read, text, range, document } = pointed;
  if (!resource || resource.stale) return { refused: BROKEN };
  const meaning = meaningOf(context.mesh, pointed);
  if (!meaning) return { refused: isMesh(pointed) ? MESH_IS_RESERVED : NO_NAME };
  const no = whyNot(meaning);
  if (no) return { refused: no };
  const raw = document.text.slice(range.from - document.from, range.to - document.from);
  const quotes = raw.startsWith('"') || raw.startsWith("'") ? 1 : 0;
  const part = nameWithin(context.mesh, resource, read, text, meaning);
  if (!part || raw.slice(quotes, raw.length - quotes) !== text) return { refused: WRITTEN_ODDLY };
  const from = range.from + quotes + part.from;
  const to = range.from + quotes + part.to;
  return { meaning, pointed, range: { from, to }, text: text.slice(part.from, part.to) };
}

const isMesh = ({ text, path }: Pointed): boolean => text === MESH_GATEWAY && path.includes('gateways');

/** `old` is what stands there of the host: of a Service only its name. */
function hostRenamed(host: string, old: string, name: string): Operation {
  const to = old === host ? name : name + host.slice(serviceLabel(host).length);
  return { kind: 'rename-host', host, to };
}

function nameRenamed(mesh: Mesh, { meaning, pointed }: Renaming, name: string): Operation | RenameRefused {
  const defining = definitionsOf(mesh, meaning);
  const here = defining.find(
    ({ resource, path }) => resource === pointed.resource && samePath(path, pointed.read),
  );
  const old = meaning.kind === 'subset' ? meaning.subset : meaning.kind === 'resource' ? meaning.name : '';
  const label = `Rename ${old} to ${name}`;
  if (meaning.kind === 'resource' && defining.length > 1 && !here) {
    return {
      refused: `${defining.length} resources of these files are called ${meaning.type} ${old}: rename the one that you mean by its own name.`,
    };
  }
  if (meaning.kind === 'subset' && definitionsOf(mesh, { ...meaning, subset: name }).length > 0)
    return { refused: `${meaning.host} has already a subset ${name}. Nothing was renamed.` };
  const [only] = here && meaning.kind === 'resource' ? [here] : defining.length === 1 ? defining : [];
  const references = referencesTo(mesh, meaning).map((place) => renamedIn(mesh, place, meaning, name));
  if (!only) return all(label, [...references, ...defining.map((place) => written(place, name))]);
  const { id } = only.resource;
  if (meaning.kind === 'subset') return { kind: 'rename-subset', resource: id, subset: old, name };
  const rename: Operation = { kind: 'rename-resource', resource: id, name };
  const follows = ['Gateway', 'VirtualService'].includes(only.resource.type) || defining.length > 1;
  return follows ? rename : all(label, [...references, rename]);
}

function written({ resource, path }: Place, value: string): Operation {
  const { type, source, name } = resource;
  const { file, document } = source;
  if (type === SCENARIOS) return { kind: 'set-in-scenario', file, document, path, value };
  if (type !== EXPECTATIONS) return { kind: 'set-field', resource: resource.id, path, value };
  return { kind: 'set-expectation', file, document, index: Number(name), path: path.slice(2), value };
}

function renamedIn(mesh: Mesh, place: Place, meaning: Meaning, name: string): Operation {
  const text = asText(valueAt(place.resource.value, place.path)) ?? '';
  const part = nameWithin(mesh, place.resource, place.path, text, meaning) ?? { from: 0, to: text.length };
  return written(place, text.slice(0, part.from) + name + text.slice(part.to));
}

/** One step of undo, whatever it is made of. */
const all = (label: string, operations: readonly Operation[]): Operation =>
  operations.length === 1 && operations[0] ? operations[0] : { kind: 'all', label, operations };
