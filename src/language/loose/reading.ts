import { lastHolder, type Frame } from './frames.ts';
import { slotAt } from './slot.ts';
import type { CaretPlace, LooseNode } from './tree.ts';

/** One line of a document, as offsets of its text; the end is before `\r\n`, `\n` or `\r`. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** A document while its lines are read. */
export interface Reading {
  readonly text: string;
  /** An offset in the text; -1 for none. */
  readonly caret: number;
  readonly root: { node: LooseNode | null };
  readonly frames: Frame[];
  /** The offset up to which a value of several lines was read. */
  done: number;
  /** What stands at the caret, once it is known. */
  place: CaretPlace | null;
}

export const startReading = (text: string, caret: number): Reading => ({
  text,
  caret,
  root: { node: null },
  frames: [],
  done: 0,
  place: null,
});

export const NOTHING: CaretPlace = { kind: 'nothing' };

export const isOn = ({ caret }: Reading, { start, end }: Line): boolean => caret >= start && caret <= end;

/** Says what stands at the caret; what was said first counts. */
export function found(reading: Reading, place: CaretPlace): void {
  reading.place ??= place;
}

/** Everything that is open reaches to here now. */
export function grow({ frames }: Reading, to: number): void {
  for (const { node } of frames) {
    node.to = to;
    const holder = lastHolder(node);
    if (holder) holder.to = to;
  }
}

/** What could be typed at a place of a line that the tree has no place for. */
export const slotOn = ({ frames, root, text, caret }: Reading, line: Line, from: number): CaretPlace =>
  slotAt(frames, root.node, text, line.start, from, caret, line.end);
