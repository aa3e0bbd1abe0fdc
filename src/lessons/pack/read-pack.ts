import { unzipFiles, type Refused } from '../../exchange/index.ts';
import { asMap } from '../../istio/index.ts';
import type { TextFile } from '../../text/index.ts';
import { Fields, objections } from '../../traffic/index.ts';
import type { Lesson, LessonObjection } from '../lesson.ts';
import { LIMITS } from '../limits.ts';
import { readLesson, slug } from '../read/read-lesson.ts';
import { reportOn } from '../read/report.ts';
import { readYaml, reportByPath } from '../read/yaml-part.ts';

/** Several lessons that belong together, in the order in which they are taught. */
export interface Pack {
  /** What it is known by when it is opened again: the `id` of its head, else made of its title. */
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly Lesson[];
}

/** A pack as far as it can be read. */
export interface ReadPack {
  readonly pack: Pack;
  /** What keeps it from being taught as it is written; those of a lesson name its file. */
  readonly objections: readonly LessonObjection[];
}

/** Beside the lessons of a pack: its `title`, and their order where that of their names is not meant. */
export const PACK_FILE = 'pack.yaml';

const MARKDOWN = /\.(md|markdown)$/i;
const READABLE = /\.(md|markdown|ya?ml|json)$/i;
/** What archivers of some systems add, and what tells people about a pack. */
const PASSED_OVER = /(^|\/)(__MACOSX|node_modules|\.[^/]*)(\/|$)|(^|\/)(CHANGELOG|LICENSE)\.md$/i;

/** Whether a file of a folder or an archive is read as part of a pack. */
export const isOfPack = (path: string): boolean => READABLE.test(path) && !PASSED_OVER.test(path);

/** Reads a pack out of an archive, or out of the one Markdown file that a lesson can be. `name` is the file's. */
export function readPackFile(name: string, bytes: Uint8Array): ReadPack | Refused {
  if (!MARKDOWN.test(name)) {
    const limits = { files: LIMITS.packFiles, bytes: LIMITS.packCharacters, wanted: isOfPack };
    const found = unzipFiles(bytes, limits);
    return 'refused' in found ? found : readPack(found.files, titleFrom(name));
  }
  if (bytes.length > LIMITS.packCharacters) return { refused: `${name} is too large for a lesson.` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return readPack([{ path: name, text }], titleFrom(name));
  } catch {
    return { refused: `${name} is no UTF-8 text. Save it as UTF-8 and open it again.` };
  }
}

/**
 * Reads a pack out of its files: every Markdown file that begins with a head is a lesson; YAML files in folders beside it are
 * the states of its steps. Never throws.
 */
export function readPack(files: readonly TextFile[], title = 'Lessons'): ReadPack {
  const own = files.filter(({ path }) => isOfPack(path));
  const { head, texts, ...said } = partsOfPack(own, isLesson);
  const none: LessonObjection[] = texts.length
    ? []
    : [{ ...START, file: files[0]?.path ?? title, message: `There is no lesson here: ${WHAT_A_LESSON_IS}` }];
  const over: LessonObjection[] =
    texts.length > LIMITS.lessons
      ? [{ ...START, file: head?.path ?? title, message: `A pack has at most ${LIMITS.lessons} lessons.` }]
      : [];
  const read = texts.slice(0, LIMITS.lessons).map((file) => ({ file, ...readLesson(file, own) }));
  const lessons = read.flatMap(({ lesson }) => lesson ?? []);
  const called = said.title ?? (lessons.length === 1 ? lessons[0]?.title : undefined) ?? title;
  return {
    pack: { id: said.id ?? (slug(called) || 'pack'), title: called, lessons },
    objections: [
      ...said.objections,
      ...none,
      ...over,
      ...read.flatMap(({ objections }) => objections),
      ...sameIds(read),
    ],
  };
}

/** What of a pack's files is what. */
export interface PackParts {
  /** Its `pack.yaml`. */
  readonly head?: TextFile;
  /** The id and the title that it says. */
  readonly id?: string;
  readonly title?: string;
  /** The lessons, in the order in which they are taught. */
  readonly texts: readonly TextFile[];
  /** To its head. */
  readonly objections: readonly LessonObjection[];
}

/** Takes a pack apart without reading its lessons. `isOne` says which Markdown files are lessons. */
export function partsOfPack(own: readonly TextFile[], isOne: (file: TextFile) => boolean): PackParts {
  const head = own.filter(({ path }) => nameOf(path) === PACK_FILE).sort((a, b) => depth(a) - depth(b))[0];
  const { said, found } = head ? readHead(head) : { said: {} as Said, found: [] };
  const texts = inOrder(
    own.filter((file) => MARKDOWN.test(file.path) && isOne(file)),
    said.lessons ?? [],
  );
  return {
    ...(head && { head }),
    ...(said.id !== undefined && { id: said.id }),
    ...(said.title !== undefined && { title: said.title }),
    texts,
    objections: found,
  };
}

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const START = { line: 1, column: 1 };
const WHAT_A_LESSON_IS =
  'a Markdown file that begins with "---", "title: …", "minutes: …" and another "---". See docs/lessons.md.';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const depth = ({ path }: TextFile): number => path.split('/').length;
/** Browsers number what is downloaded twice: `class (1).zip` is the same pack. */
const titleFrom = (name: string): string => nameOf(name).replace(/( \(\d+\))?\.\w+$/, '');

/** Whether files that came in together were meant to be a pack, and not a repository that has Markdown in it too. */
export const looksLikePack = (files: readonly TextFile[]): boolean =>
  files.some(
    (file) =>
      isOfPack(file.path) && MARKDOWN.test(file.path) && isLesson(file) && /^minutes:/m.test(file.text),
  );

/** A file without a head may be a note about the pack; one alone was meant to be a lesson, and is told what it lacks. */
export const isLesson = ({ path, text }: TextFile): boolean =>
  /^\ufeff?---[ \t]*\r?\n/.test(text) || /\.lesson\.md$|(^|\/)lesson\.md$/i.test(path);

interface Said {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly lessons?: readonly string[] | undefined;
}

function readHead(file: TextFile): { readonly said: Said; readonly found: readonly LessonObjection[] } {
  const report = reportOn(file.path, file.text);
  const part = { text: file.text, from: 0 };
  const map = asMap(readYaml(part, report));
  if (!map) return { said: {}, found: report.found };
  const { found, say } = objections();
  const fields = new Fields(map, [], say);
  const id = fields.text('id');
  if (id !== undefined && !ID.test(id))
    fields.say('id', 'The id of a pack is made of small letters, digits and "-", 80 at most.');
  const title = fields.text('title');
  const lessons = fields.list('lessons')?.filter((one) => typeof one === 'string');
  fields.done('The head of a pack');
  reportByPath(part, found, report);
  return { said: { ...(id !== undefined && ID.test(id) && { id }), title, lessons }, found: report.found };
}

/** Those that are named, in that order; then the others by name, numbers as numbers. */
function inOrder(files: readonly TextFile[], named: readonly string[]): readonly TextFile[] {
  const rank = ({ path }: TextFile): number => {
    const at = named.findIndex(
      (name) => path === name || path.endsWith(`/${name}`) || path.includes(`${name}/`),
    );
    return at < 0 ? named.length : at;
  };
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return files.toSorted((a, b) => rank(a) - rank(b) || compare(a.path, b.path));
}

/** Lessons that could not be told apart. */
export function sameIds(
  read: readonly { readonly file: TextFile; readonly lesson?: Lesson }[],
): readonly LessonObjection[] {
  const files = new Map<string, string>();
  return read.flatMap(({ file, lesson }) => {
    const other = lesson && files.get(lesson.id);
    if (lesson && other === undefined) files.set(lesson.id, file.path);
    if (!lesson || other === undefined) return [];
    return [
      {
        ...START,
        file: file.path,
        message: `The lesson in ${other} has the id "${lesson.id}" too: links and progress could not tell them apart. Give one another "id".`,
      },
    ];
  });
}
