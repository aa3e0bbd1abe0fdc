import type { DocumentSlice, ParsedDocument } from './types.ts';

/**
 * The documents of a file that was cut into slices, with those that it had before: the ones at its start and at its end
 * that say the same are the same objects, and what was only moved is found by its text. Others are asked of `read`, with
 * what stood in their place.
 */
export function readAgain(
  slices: readonly DocumentSlice[],
  before: readonly ParsedDocument[],
  read: (text: string, before: ParsedDocument | undefined) => ParsedDocument,
): readonly ParsedDocument[] {
  const most = Math.min(slices.length, before.length);
  let head = 0;
  while (head < most && slices[head]?.text === before[head]?.text) head++;
  let tail = 0;
  while (tail < most - head && slices.at(-1 - tail)?.text === before.at(-1 - tail)?.text) tail++;
  const between = before.slice(head, before.length - tail);
  const known = new Map(between.map((document) => [document.text, document]));
  return [
    ...before.slice(0, head),
    ...slices
      .slice(head, slices.length - tail)
      .map((slice, index) => known.get(slice.text) ?? read(slice.text, between[index])),
    ...before.slice(before.length - tail),
  ];
}

/** Where documents stand that, laid end to end, are a file. */
export function laidOut(documents: readonly ParsedDocument[]): readonly DocumentSlice[] {
  let to = 0;
  return documents.map(({ text }) => ({ from: to, to: (to += text.length), text }));
}
