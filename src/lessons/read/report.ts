import { lineIndex } from '../../text/index.ts';
import type { LessonObjection, LessonPlace } from '../lesson.ts';

/** Takes down what is wrong with a text, by offset. */
export interface Report {
  readonly found: LessonObjection[];
  /** An objection at an offset of the text. */
  at(offset: number, message: string): undefined;
  place(offset: number): LessonPlace;
}

/** More objections than this help nobody, and a hostile text could make millions. */
const MOST = 200;

export function reportOn(file: string, text: string): Report {
  const found: LessonObjection[] = [];
  const place = (offset: number): LessonPlace => ({ file, ...lineIndex(text).position(offset) });
  return {
    found,
    place,
    at(offset, message) {
      if (found.length < MOST) found.push({ ...place(offset), message });
    },
  };
}
