import { useMemo } from 'react';
import type { Lesson, LessonOutline } from '../../lessons/index.ts';
import { fileText } from '../../text/index.ts';
import { useStore } from '../useStore.ts';
import { author, outlineNow, type AuthorState } from './author.ts';
import { standingsOf, triedFindings, writtenFindings, type Finding, type Standing } from './findings.ts';
import { trials, type Trial } from './trials.ts';

export const useAuthor = <T>(select: (state: AuthorState) => T): T => useStore(author, select);

/** The lesson before the author, and what is wrong with it. */
export interface Shown {
  readonly path: string;
  readonly text: string;
  readonly outline: LessonOutline;
  readonly lesson: Lesson | undefined;
  readonly findings: readonly Finding[];
  /** How each step stands; empty while the lesson cannot be read. */
  readonly standings: readonly Standing[];
  readonly done: ReadonlyMap<string, Trial>;
}

/** Null where no lesson is shown: none is there, or another file of the pack is. */
export function useShown(): Shown | null {
  const pack = useAuthor((state) => state.pack);
  const path = useAuthor((state) => state.path);
  const done = useStore(trials, (state) => state.done);
  return useMemo(() => {
    const written = pack.lessons.find(({ file }) => file.path === path);
    if (!written) return null;
    const { file, lesson, objections } = written;
    const outline = outlineNow(file.text);
    const findings = [
      ...writtenFindings(file.text, outline, objections),
      ...(lesson ? triedFindings(file.text, outline, lesson, done) : []),
    ];
    return {
      path: file.path,
      text: file.text,
      outline,
      lesson,
      findings,
      standings: lesson ? standingsOf(lesson, done) : [],
      done,
    };
  }, [pack, path, done]);
}

/** The text of the shown file, lesson or not. */
export function useShownText(): { readonly path: string; readonly text: string } | null {
  const path = useAuthor((state) => state.path);
  const text = useAuthor(({ draft }) => (path === null ? undefined : fileText(draft.getState().files, path)));
  return useMemo(() => (path === null || text === undefined ? null : { path, text }), [path, text]);
}
