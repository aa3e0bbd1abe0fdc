import type { Core } from './core.ts';
import type { StoragePort } from './ports.ts';
import type { KeptLesson } from './types.ts';

/** The key of the list of all lessons that were begun, which all tabs share. */
export const LESSONS = 'lessons';

/** More than anybody has under way. */
const MOST = 200;

/** Lessons are kept apart from workspaces, and without a fuss: if they cannot be kept, no file is lost. */
export interface LessonKeeper {
  /** Puts a lesson on the list, in the place of what was known of it. */
  keep(lesson: KeptLesson): void;
  /** Reads the list again: another tab has written it. */
  hear(): void;
}

export function createLessonKeeper({ store }: Pick<Core, 'store'>, storage: StoragePort): LessonKeeper {
  return {
    keep(lesson) {
      store.set({ lessons: withLesson(store.get().lessons, lesson) });
      storage
        .commit({
          put: new Map(),
          remove: [],
          guard: { key: LESSONS, accepts: () => true },
          update: { key: LESSONS, change: (raw) => withLesson(readLessons(raw), lesson) },
        })
        .catch(() => {});
    },
    hear() {
      storage.get(LESSONS).then(
        (raw) => store.set({ lessons: readLessons(raw) }),
        () => {}, // The list stays as it was last heard of.
      );
    },
  };
}

/** The list with one lesson as it is now, first. */
export const withLesson = (all: readonly KeptLesson[], lesson: KeptLesson): readonly KeptLesson[] =>
  [lesson, ...all.filter((one) => one.lesson !== lesson.lesson)].slice(0, MOST);

/** The list out of storage; entries that are none are left out. */
export function readLessons(raw: unknown): readonly KeptLesson[] {
  if (!Array.isArray(raw)) return [];
  return (raw as unknown[]).flatMap((entry) => {
    if (!isRecord(entry)) return [];
    const { lesson, title, workspace, from, begun, progress } = entry;
    if (typeof lesson !== 'string' || typeof title !== 'string' || typeof workspace !== 'string') return [];
    if (!isRecord(progress) || !Array.isArray(progress['steps']) || typeof progress['at'] !== 'number')
      return [];
    return {
      lesson,
      title,
      workspace,
      from: typeof from === 'string' ? from : null,
      begun: typeof begun === 'number' ? begun : 0,
      progress: progress as unknown as KeptLesson['progress'],
    };
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
