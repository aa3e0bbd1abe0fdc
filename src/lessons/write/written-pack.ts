import type { TextFile } from '../../text/index.ts';
import type { Lesson, LessonObjection } from '../lesson.ts';
import { isLesson, isOfPack, partsOfPack, sameIds } from '../pack/read-pack.ts';
import { readLesson, type ReadLesson } from '../read/read-lesson.ts';

/** A pack as its author has it, however unfinished. */
export interface WrittenPack {
  /** Undefined where it says none. */
  readonly title?: string;
  readonly lessons: readonly WrittenLesson[];
  /** What else is of the pack: files that states are taken from, notes about it. */
  readonly others: readonly TextFile[];
  /** To the pack as a whole, not to a lesson of it. */
  readonly objections: readonly LessonObjection[];
}

export interface WrittenLesson {
  readonly file: TextFile;
  /** Missing where there is nothing to show yet. */
  readonly lesson?: Lesson;
  readonly objections: readonly LessonObjection[];
}

/** Reads the pack again and again while it is written: a lesson that did not change is not read anew. */
export function createPackReader(): (files: readonly TextFile[]) => WrittenPack {
  let kept = new Map<TextFile, { readonly beside: readonly TextFile[]; readonly read: ReadLesson }>();
  return (files) => {
    const own = files.filter(({ path }) => isOfPack(path));
    const { title, texts, objections } = partsOfPack(own, isWritten);
    const beside = own.filter(({ path }) => !/\.(md|markdown)$/i.test(path));
    const next: typeof kept = new Map();
    const lessons = texts.map((file): WrittenLesson => {
      const before = kept.get(file);
      const read = before && sameItems(before.beside, beside) ? before.read : readLesson(file, beside);
      next.set(file, { beside, read });
      return { file, ...read };
    });
    kept = next;
    const taught = new Set(texts);
    return {
      ...(title !== undefined && { title }),
      lessons,
      others: own.filter((file) => !taught.has(file)),
      objections: [...objections, ...sameIds(lessons)],
    };
  };
}

/** While a head is broken its file is still the lesson that is being written. */
const isWritten = (file: TextFile): boolean =>
  isLesson(file) || !/(^|\/)(readme|notes)\.\w+$/i.test(file.path);

const sameItems = (a: readonly TextFile[], b: readonly TextFile[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
