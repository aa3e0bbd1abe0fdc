import type { Link } from '../../../exchange/index.ts';
import type { KeptLesson, KeptPack } from '../../../session/index.ts';
import { loadPacks, partsOfKey } from './packs.ts';

/** What a link says to open a lesson where it stands. */
export type LessonPlace = Pick<Link, 'lesson' | 'step' | 'pack'>;

/** What a link says to open a lesson at its step; null for one that no link can name, since it came in as a file or is being written. */
export function placeOf({ lesson, progress }: KeptLesson, packs: readonly KeptPack[]): LessonPlace | null {
  const { at, steps } = progress;
  const step = at < steps.length ? { step: at } : {};
  const parts = partsOfKey(lesson);
  // One that is being written has an id of another form: it is on no other page.
  if (!parts) return /^[\w-]+$/.test(lesson) ? { lesson, ...step } : null;
  const address = packs.find(({ id }) => id === parts.pack)?.address ?? null;
  return address === null ? null : { pack: address, lesson: parts.lesson, ...step };
}

/** The same for who wants the link now. Rejects, in words, where there can be none. */
export async function linkTo(kept: KeptLesson): Promise<LessonPlace> {
  const packs = partsOfKey(kept.lesson) ? await loadPacks() : [];
  const place = placeOf(kept, packs);
  if (place) return place;
  const pack = packs.find(({ id }) => id === partsOfKey(kept.lesson)?.pack);
  throw new Error(
    `No link can carry this lesson${pack ? `: it came in as a file, ${pack.name}` : ''}. Hand the file on, or put it beside the page’s index.html and open it from there: then its steps have links.`,
  );
}
