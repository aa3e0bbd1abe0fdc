import type { TextEdit } from '../text/index.ts';
import type { DocumentSlice } from './types.ts';

const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
const NO_CONTENT = /[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n]|$)/y;

/** JavaScript's `^` also matches behind U+2028 and U+2029; YAML knows only CR and LF as line ends. */
function atLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r' || (at === 1 && text[0] === '\ufeff');
}

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

function* markers(text: string): Generator<{ at: number; end: boolean }> {
  if (text[0] === '\ufeff' && /^(?:---|\.\.\.)(?:[ \t\r\n]|$)/.test(text.slice(1, 5))) {
    yield { at: 1, end: text[1] === '.' };
  }
  MARKER.lastIndex = 0;
  const found: number[] = [];
  for (let match = MARKER.exec(text); match; match = MARKER.exec(text)) {
    if (match.index > 0 || text[0] !== '\ufeff') found.push(match.index);
  }
  for (const at of found) if (atLineStart(text, at)) yield { at, end: text[at] === '.' };
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
      if (ended < 0) {
        const newline = text.indexOf('\n', at);
        ended = newline < 0 ? text.length : newline + 1;
      }
      continue;
    }
    if (started || firstNode(text, start, at) >= 0) cut(at);
    started = true;
  }
  if (ended >= 0 && firstContent(text, ended, text.length) >= 0) cut(ended);
  return starts;
}

/**
 * The documents of a file; laid end to end the slices are the file, byte for byte. A `---` begins a document's slice, and so
 * do the directives and comments that follow a `...`; comments before the first `---` belong to the first document.
 * A file without text has one empty slice.
 */
export function splitDocuments(text: string): DocumentSlice[] {
  const starts = boundaries(text);
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? text.length;
    return { from, to, text: text.slice(from, to) };
  });
}

/**
 * The same after edits to a file that was split before: a slice that the edits do not touch keeps the very string it had,
 * so that finding it in a cache does not hash megabytes again.
 */
export function splitAgain(
  previous: readonly DocumentSlice[],
  text: string,
  edits: readonly TextEdit[],
): DocumentSlice[] {
  const first = edits[0];
  const last = edits.at(-1);
  if (!first || !last) return [...previous];
  const before = previous.at(-1)?.to ?? 0;
  const shift = text.length - before;
  const known = new Map(previous.map((slice) => [slice.from, slice]));
  const starts = boundaries(text);
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? text.length;
    const kept =
      to <= first.from ? known.get(from) : from - shift >= last.to ? known.get(from - shift) : undefined;
    if (kept && kept.to - kept.from === to - from)
      return kept.from === from ? kept : { from, to, text: kept.text };
    return { from, to, text: text.slice(from, to) };
  });
}
