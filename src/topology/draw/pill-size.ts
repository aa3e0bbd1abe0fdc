import type { TopologyEdge } from '../types.ts';
import type { Rect } from './rect.ts';
import type { Pill } from './edge-words.ts';
import type { PlacedPill } from './pill-places.ts';

export const PILL_HEIGHT = 20;

/** An average of the font in use; a few pixels do not matter here. */
export function pillWidth(pill: Pill): number {
  return 18 + pill.words.length * 6.2 + ((pill.lock ? 1 : 0) + pill.marks.length) * 14;
}

/** The width that it is placed with: that of two digits, so that it stays where it is while a share is dragged. */
export const placeWidth = (pill: Pill): number =>
  pillWidth({ ...pill, words: pill.words.replace(/\b(\d)%/, '0$1%') });

/** What a pill covers. */
export function pillBox({ x, y, pill }: PlacedPill): Rect {
  const width = placeWidth(pill);
  return { x: x - width / 2, y: y - PILL_HEIGHT / 2, width, height: PILL_HEIGHT };
}

/** The same without what its rule shows in the node already; null where that is nothing. */
export function shorter({ sourceRow }: TopologyEdge, pill: Pill): Pill | null {
  return sourceRow === null || pill.marks.length === 0 || pill.words === '' ? null : { ...pill, marks: [] };
}
