import { blockAt, meshOfFiles, statesOf, type Lesson, type LessonOutline } from '../../../lessons/index.ts';
import {
  complete,
  hover,
  pathOf,
  readLoosely,
  type CompletionItem,
  type Hover,
  type LanguageContext,
} from '../../../language/index.ts';
import { isScenarioFile } from '../../../istio/index.ts';
import { expectationsIn } from '../../../traffic/index.ts';
import type { TextFile } from '../../../text/index.ts';
import { completeYaml } from './complete.ts';
import { completeLine } from './fences.ts';
import { SCHEMAS, schemasAt, type Schema } from './schema.ts';

/** A lesson as its author's editor has it. */
export interface WrittenText {
  readonly text: string;
  readonly outline: LessonOutline;
  /** As it could be read last. */
  readonly lesson: Lesson | undefined;
}

/** What can be typed at a place of a lesson (0-based), however broken it is. */
export function completeLesson(written: WrittenText, offset: number): readonly CompletionItem[] {
  const place = placeAt(written, offset);
  if (place.kind === 'prose') {
    const { text } = written;
    const from = text.lastIndexOf('\n', offset - 1) + 1;
    return completeLine(
      text.slice(from, offset),
      from,
      place.files.map(({ path }) => path),
    );
  }
  const { from, inside } = place;
  const at = offset - from;
  const items =
    place.kind === 'file'
      ? complete(contextOf(place), place.path, at).items
      : completeYaml({ text: inside, offset: at, schema: place.schema, ...namesOf(place.files) });
  return items.map((item) => ({
    ...item,
    replace: { from: item.replace.from + from, to: item.replace.to + from },
  }));
}

/** Help about what stands at a place. */
export async function hoverLesson(written: WrittenText, offset: number): Promise<Hover | null> {
  const place = placeAt(written, offset);
  if (place.kind === 'prose') return null;
  const at = offset - place.from;
  const found = place.kind === 'file' ? await hover(contextOf(place), place.path, at) : keyHelp(place, at);
  return (
    found && { ...found, range: { from: found.range.from + place.from, to: found.range.to + place.from } }
  );
}

function keyHelp({ inside, schema }: YamlPlace, at: number): Hover | null {
  const { caret } = readLoosely(inside, at);
  if (caret.kind !== 'key' || !caret.colon) return null;
  const key = inside.slice(caret.from, caret.to);
  const path = pathOf(caret.holder);
  const [found] = path ? schemasAt(schema, [...path, key], () => new Set()) : [];
  return found?.description === undefined
    ? null
    : { range: { from: caret.from, to: caret.to }, parts: [`**${key}**`, found.description] };
}

interface YamlPlace {
  readonly kind: 'yaml';
  readonly schema: Schema;
  readonly from: number;
  readonly inside: string;
  readonly files: readonly TextFile[];
}
interface FilePlace {
  readonly kind: 'file';
  readonly path: string;
  readonly from: number;
  readonly inside: string;
  readonly files: readonly TextFile[];
}
type Place = YamlPlace | FilePlace | { readonly kind: 'prose'; readonly files: readonly TextFile[] };

function placeAt({ text, outline, lesson }: WrittenText, offset: number): Place {
  const { head } = outline;
  const headStart = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0].length;
  const headEnd = text.lastIndexOf('\n', head.to - 2) + 1;
  if (headStart !== undefined && offset >= headStart && offset <= headEnd)
    return {
      kind: 'yaml',
      schema: SCHEMAS.head,
      from: headStart,
      inside: text.slice(headStart, headEnd),
      files: [],
    };
  const found = blockAt(outline, offset);
  const states = lesson ? statesOf(lesson) : [];
  const at =
    states[Math.max(found?.step ?? outline.steps.findLastIndex(({ range }) => range.from <= offset), 0)];
  const files = at?.solved ?? [];
  if (!found) return { kind: 'prose', files };
  const { word, inside, file: path = 'mesh.yaml', folder } = found.block;
  const part = { from: inside.from, inside: text.slice(inside.from, inside.to) };
  if (word === 'goals' || word === 'look') return { kind: 'yaml', schema: SCHEMAS[word], files, ...part };
  if ((word !== 'start' && word !== 'solution') || folder !== undefined) return { kind: 'prose', files: [] };
  const state = (word === 'start' ? at?.start : files) ?? [];
  // The text is newer than what could be read of it.
  const others = state.filter((file) => file.path !== path);
  return { kind: 'file', path, files: [...others, { path, text: part.inside }], ...part };
}

const contextOf = ({ files }: FilePlace): LanguageContext => ({
  files,
  mesh: meshOfFiles(files),
  problems: [],
});

function namesOf(files: readonly TextFile[]) {
  const mesh = meshOfFiles(files);
  return {
    resources: mesh.resources.map(({ kind, namespace, name }) =>
      [kind, namespace, name].filter(Boolean).join('/'),
    ),
    expectations: expectationsIn(mesh).expectations.map(({ expectation }) => expectation.name ?? ''),
    scenarios: files.map(({ path }) => path).filter(isScenarioFile),
  };
}
