import path from 'node:path';
import { loadRegexes } from '../istio/index.ts';
import {
  checkLesson,
  isOfPack,
  packFile,
  readPack,
  readPackFile,
  type LessonObjection,
  type Pack,
} from '../lessons/index.ts';
import type { TextFile } from '../text/index.ts';
import { oneOf, readArguments } from './arguments.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { filesUnder, readBytes, readOne } from './read-files.ts';
import { UsageError } from './usage-error.ts';
import { write } from './write-file.ts';

const FORMATS = ['text', 'json'] as const;

/** A pack that was named, and what keeps its lessons from being taught. */
interface Checked {
  readonly path: string;
  readonly pack: Pack;
  readonly objections: readonly LessonObjection[];
}

/** `meshwright lesson check PACK…` and `meshwright lesson pack FOLDER FILE`. */
export async function lesson(args: readonly string[], io: Io): Promise<number> {
  const { values, words } = readArguments('lesson', args, { format: { type: 'string' } });
  const [what, ...rest] = words;
  if (values.help) {
    io.out(COMMAND_HELP['lesson'] ?? '');
    return EXIT.ok;
  }
  await loadRegexes();
  if (what === 'pack') return pack(rest, io);
  if (what !== 'check')
    throw new UsageError(
      `Say "lesson check PACK..." or "lesson pack FOLDER FILE.zip", not "lesson ${what ?? ''}".`,
    );
  const format = oneOf('--format', values.format, FORMATS);
  if (!rest.length) throw new UsageError('Name at least one lesson, folder of lessons, or zip archive.');
  const checked: Checked[] = [];
  for (const word of rest) checked.push(await checkPack(word));
  io.out(format === 'json' ? asJson(checked) : asText(checked));
  return checked.every(({ objections }) => objections.length === 0) ? EXIT.ok : EXIT.found;
}

async function checkPack(word: string): Promise<Checked> {
  const named = await filesUnder(word, isOfPack);
  const isOneFile = named.length === 1 && named[0] === word;
  const read = isOneFile
    ? prefixed(word, readPackFile(path.basename(word), await readBytes(word)))
    : readPack(await Promise.all(named.map(readOneOf)), path.basename(path.resolve(word)));
  const tried = read.objections.length ? [] : read.pack.lessons.flatMap((each) => checkLesson(each));
  const inPlace = isOneFile ? tried.map((one) => within(word, one)) : tried;
  return { path: word, pack: read.pack, objections: [...read.objections, ...inPlace] };
}

const readOneOf = async (file: string): Promise<TextFile> => {
  const { text } = await readOne(file);
  return { path: file.split(path.sep).join('/'), text };
};

function prefixed(word: string, read: ReturnType<typeof readPackFile>) {
  if ('refused' in read) throw new UsageError(`${word}: ${read.refused}`);
  return { ...read, objections: read.objections.map((one) => within(word, one)) };
}

/** A place of a file as people find it: of one inside an archive, behind the archive's path. */
const within = (word: string, one: LessonObjection): LessonObjection => ({
  ...one,
  file: one.file === path.basename(word) ? word : `${word}/${one.file}`,
});

async function pack([folder, target, ...others]: readonly string[], io: Io): Promise<number> {
  if (folder === undefined || target === undefined || others.length)
    throw new UsageError(
      'Say which folder of lessons, and the zip file to write: "lesson pack FOLDER FILE.zip".',
    );
  if (!/\.zip$/i.test(target))
    throw new UsageError(`${target}: a pack is a zip file, so its name ends with .zip.`);
  const checked = await checkPack(folder);
  if (checked.objections.length) {
    io.error(asText([checked]));
    return EXIT.found;
  }
  const files = await Promise.all((await filesUnder(folder, isOfPack)).map(readOneOf));
  const start = `${folder.split(path.sep).join('/').replace(/\/+$/, '')}/`;
  const bytes = packFile(
    files.map((file) => ({
      ...file,
      path: file.path.startsWith(start) ? file.path.slice(start.length) : path.basename(file.path),
    })),
  );
  await write(target, bytes);
  io.out(`${target}: ${sum(checked.pack)}, ${bytes.length} bytes.\n`);
  return EXIT.ok;
}

const stepsOf = ({ lessons }: Pack): number => lessons.reduce((all, { steps }) => all + steps.length, 0);
const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
const sum = (one: Pack): string => `${plural(one.lessons.length, 'lesson')}, ${plural(stepsOf(one), 'step')}`;

const asText = (checked: readonly Checked[]): string =>
  checked
    .flatMap(({ path: word, pack: read, objections }) => [
      ...objections.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`),
      objections.length
        ? `${word}: ${plural(objections.length, 'thing')} to mend.`
        : `${word}: ${sum(read)}. All can be taught.`,
      '',
    ])
    .join('\n')
    .replaceAll(/\n\n(?=.)/g, '\n');

function asJson(checked: readonly Checked[]): string {
  const packs = checked.map(({ path: word, pack: { title, lessons }, objections }) => ({
    path: word,
    title,
    lessons: lessons.map(({ id, title: called, minutes, steps }) => ({
      id,
      title: called,
      minutes,
      steps: steps.map((step) => ({ title: step.title, goals: step.goals.length, hints: step.hints.length })),
    })),
    objections,
  }));
  const all = (count: (one: Checked) => number) => checked.reduce((whole, one) => whole + count(one), 0);
  const summary = {
    lessons: all(({ pack: { lessons } }) => lessons.length),
    steps: all(({ pack: read }) => stepsOf(read)),
    objections: all(({ objections }) => objections.length),
  };
  return `${JSON.stringify({ packs, summary }, null, 2)}\n`;
}
