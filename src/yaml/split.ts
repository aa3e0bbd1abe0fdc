import { applyEdits, type TextEdit } from '../text/index.ts';
import type { DocumentSlice } from './types.ts';

const NO_CONTENT = /[ \t]*(?:#[^\n]*|\r)?(?:\n|$)/y;

/** Where the first line that is neither blank nor a comment begins, from `from` (a line's start) up to `to`; -1 if there is none. */
function firstContent(text: string, from: number, to: number): number {
  let at = from === 0 && text[0] === '\ufeff' ? 1 : from;
  while (at < to) {
    NO_CONTENT.lastIndex = at;
    const match = NO_CONTENT.exec(text);
    if (!match) return at;
    if (match[0].length === 0) return -1;
    at = NO_CONTENT.lastIndex;
  }
  return -1;
}

/** Where content begins that is not a directive. */
function firstNode(text: string, from: number, to: number): number {
  let at = firstContent(text, from, to);
  while (at >= 0 && text[at] === '%') {
    const end = text.indexOf('\n', at);
    if (end < 0 || end >= to) return -1;
    at = firstContent(text, end + 1, to);
  }
  return at;
}

function isMarker(text: string, at: number, marker: string): boolean {
  if (!text.startsWith(marker, at)) return false;
  const next = text[at + 3];
  return next === undefined || next === '\n' || next === ' ' || next === '\t' || next === '\r';
}

/** Offsets of the lines that begin with a marker. A lone CR ends no line here, as in the parser. */
function markersOf(text: string, marker: '---' | '...'): number[] {
  const found: number[] = [];
  const first = text[0] === '\ufeff' ? 1 : 0;
  if (isMarker(text, first, marker)) found.push(first);
  const line = `\n${marker}`;
  for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) {
    if (isMarker(text, at + 1, marker)) found.push(at + 1);
  }
  return found;
}

function markers(text: string): { at: number; end: boolean }[] {
  const begins = markersOf(text, '---').map((at) => ({ at, end: false }));
  const ends = markersOf(text, '...').map((at) => ({ at, end: true }));
  return ends.length === 0 ? begins : [...begins, ...ends].sort((a, b) => a.at - b.at);
}

/** The offsets at which documents begin, the first one 0. */
function boundaries(text: string): number[] {
  const starts = [0];
  let start = 0;
  let started = false;
  let ended = -1;
  const cut = (at: number) => {
    starts.push(at);
    start = at;
  };
  for (const { at, end } of markers(text)) {
    if (ended >= 0) {
      // What follows `...` up to the next marker: directives and comments of the next document, or a document without `---`.
      if (firstNode(text, ended, at) >= 0 || !end) {
        cut(ended);
        started = firstNode(text, start, at) >= 0;
        ended = -1;
      }
    }
    if (end) {
      const newline = text.indexOf('\n', at);
      ended = newline < 0 ? text.length : newline + 1;
      continue;
    }
    if (started || firstNode(text, start, at) >= 0) cut(at);
    started = true;
  }
  if (ended >= 0 && firstContent(text, ended, text.length) >= 0) cut(ended);
  return starts;
}

/**
 * A copy with storage of its own. A plain `slice` of a large text keeps all of that text alive, and a workspace that is
 * typed in would in time hold every text it ever had.
 */
function copyOf(text: string, from: number, to: number): string {
  return from === 0 && to === text.length ? text : ` ${text.slice(from, to)}`.slice(1);
}

/**
 * The documents of a file; laid end to end the slices are the file, byte for byte. A `---` begins a document's slice, and so
 * do the directives and comments that follow a `...`; comments before the first `---` belong to the first document.
 * A file without text has one empty slice. `---` at a line's start ends a document wherever it stands, so that an
 * unclosed quote breaks its own document only.
 */
export function splitDocuments(text: string): DocumentSlice[] {
  const starts = boundaries(text);
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? text.length;
    return { from, to, text: copyOf(text, from, to) };
  });
}

/**
 * The same after edits to a file that was split before. Only the slices that the edits touch and their neighbours are
 * looked at again, and not the text of the file; all others keep the very string they had, so that finding them in a
 * cache hashes nothing.
 */
export function splitAgain(
  previous: readonly DocumentSlice[],
  edits: readonly TextEdit[],
): readonly DocumentSlice[] {
  const first = edits[0];
  const last = edits.at(-1);
  if (!first || !last) return previous;
  // Whether a slice begins where it does depends on the one before it, and on nothing further.
  let head = Math.max(0, previous.findIndex(({ to }) => to >= first.from) - 1);
  // Only at the start of the file is this a byte order mark; at the start of what is split here it would pass for one.
  while (head > 0 && previous[head]?.text.startsWith('\ufeff')) head--;
  const tail = Math.min(previous.length - 1, previous.findLastIndex(({ from }) => from <= last.to) + 1);
  const start = previous[head]?.from ?? 0;
  const touched = previous.slice(head, tail + 1);
  const text = touched.map((slice) => slice.text).join('');
  const now = applyEdits(
    text,
    edits.map(({ from, to, insert }) => ({ from: from - start, to: to - start, insert })),
  );
  const shift = now.length - text.length;
  const known = new Map(touched.map((slice) => [slice.text, slice.text]));
  const between = splitDocuments(now).map((slice) => ({
    from: slice.from + start,
    to: slice.to + start,
    text: known.get(slice.text) ?? slice.text,
  }));
  const after = previous.slice(tail + 1);
  return [
    ...previous.slice(0, head),
    ...between,
    ...(shift === 0 ? after : after.map((slice) => moved(slice, shift))),
  ];
}

const moved = ({ from, to, text }: DocumentSlice, by: number): DocumentSlice => ({
  from: from + by,
  to: to + by,
  text,
});
