import type { TextRange } from './edit.ts';
import type { TextFile } from './file.ts';
import { lineIndex } from './lines.ts';

/** What is looked for in texts: exactly these letters, blanks included. */
export interface TextQuery {
  readonly words: string;
  /** Capital letters count. */
  readonly matchCase: boolean;
  /** Not as a part of a longer name: letters, digits, `-` and `_` go on with one. */
  readonly wholeName: boolean;
}

/** A line that holds what is looked for. */
export interface LineHit {
  /** From 1. */
  readonly line: number;
  /** Where the line begins in the file, 0-based. */
  readonly start: number;
  /** The line, without its break. */
  readonly text: string;
  /** What was found of it, in the line. */
  readonly spans: readonly TextRange[];
}

/** The lines of one file. */
export interface FileHits {
  readonly path: string;
  readonly lines: readonly LineHit[];
}

const folded = new WeakMap<TextFile, string>();

/** Small letters, each as long as the one it comes of: `İ` alone becomes longer, and offsets must stay. */
const inSmall = (text: string): string => text.replaceAll('İ', 'i').toLowerCase();

/** The text of a file in small letters; kept as long as the file is, since the next key asks for it again. */
function foldedText(file: TextFile): string {
  let text = folded.get(file);
  if (text === undefined) folded.set(file, (text = inSmall(file.text)));
  return text;
}

const IN_NAME = /[\p{L}\p{N}_-]/u;

function isWhole(text: string, from: number, to: number): boolean {
  const joins = (a: string, b: string): boolean => IN_NAME.test(a) && IN_NAME.test(b);
  return !joins(text.charAt(from - 1), text.charAt(from)) && !joins(text.charAt(to - 1), text.charAt(to));
}

/** The lines of a file that hold what is looked for, in order; no more of them than `most`. */
export function searchFile(file: TextFile, query: TextQuery, most = Infinity): readonly LineHit[] {
  const { matchCase, wholeName } = query;
  const words = matchCase ? query.words : inSmall(query.words);
  if (words === '') return [];
  const text = matchCase ? file.text : foldedText(file);
  const hits: LineHit[] = [];
  const lines = createLines(file.text);
  let spans: TextRange[] = [];
  let end = -1;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    if (wholeName && !isWhole(text, at, at + words.length)) continue;
    if (at >= end) {
      if (hits.length >= most) break;
      spans = [];
      const { line, start, end: close } = lines.at(at);
      end = close;
      hits.push({ line, start, text: file.text.slice(start, close), spans });
    }
    const { start, text: whole } = hits.at(-1) ?? { start: 0, text: '' };
    spans.push({ from: at - start, to: Math.min(at + words.length - start, whole.length) });
  }
  return hits;
}

/** The lines of a text for offsets that only grow: what lies before the last one is not looked through again. */
function createLines(text: string): { at(offset: number): { line: number; start: number; end: number } } {
  if (text.includes('\r')) {
    const index = lineIndex(text);
    return {
      at(offset) {
        const { line } = index.position(offset);
        return { line, start: index.start(line), end: index.end(line) };
      },
    };
  }
  let [line, start] = [1, 0];
  return {
    at(offset) {
      for (
        let next = text.indexOf('\n', start);
        next >= 0 && next < offset;
        next = text.indexOf('\n', start)
      ) {
        line++;
        start = next + 1;
      }
      const end = text.indexOf('\n', offset);
      return { line, start, end: end < 0 ? text.length : end };
    },
  };
}

/** What a search over files has found so far. */
export interface TextFound {
  readonly files: readonly FileHits[];
  readonly lines: number;
  /** There are more, which are not listed. */
  readonly cut: boolean;
}

/** A search that is asked again and again: what it knows of a file holds as long as the file and the question stay. */
export interface TextSearch {
  /** Gets ready, one file a step, so that the first letter finds no more to do than the next. */
  ready(files: readonly TextFile[]): Generator<void, void>;
  /** Goes through the files, one a step, until all lines are found, or as many as are listed. */
  inSteps(files: readonly TextFile[], query: TextQuery): Generator<void, TextFound>;
}

const sameQuery = (a: TextQuery, b: TextQuery): boolean =>
  a.words === b.words && a.matchCase === b.matchCase && a.wholeName === b.wholeName;

/** Whether what is looked for now stands only where the other was found: there are more letters, and nothing else is asked. */
const goesOn = (before: TextQuery, now: TextQuery): boolean =>
  before.words !== '' &&
  now.words.startsWith(before.words) &&
  before.matchCase === now.matchCase &&
  !before.wholeName &&
  !now.wholeName;

/** `most`: how many lines are listed. */
export function createTextSearch(most = Infinity): TextSearch {
  let asked: TextQuery = { words: '', matchCase: false, wholeName: false };
  let known = new WeakMap<TextFile, readonly LineHit[]>();
  // Files without what was looked for first need not be looked through for more letters of it.
  let without = new WeakSet<TextFile>();
  return {
    *ready(files) {
      for (const file of files) {
        if (folded.has(file)) continue;
        foldedText(file);
        yield;
      }
    },
    *inSteps(files, query) {
      if (!sameQuery(asked, query)) {
        if (!goesOn(asked, query)) without = new WeakSet();
        [asked, known] = [query, new WeakMap()];
      }
      const found: FileHits[] = [];
      let lines = 0;
      for (const file of files) {
        if (without.has(file)) continue;
        const before = known.get(file);
        // One more than may be listed, so that it is known whether there is more.
        const hits = before ?? searchFile(file, query, most + 1);
        if (!before) {
          if (sameQuery(asked, query)) {
            known.set(file, hits);
            if (hits.length === 0) without.add(file);
          }
          yield;
        }
        if (hits.length === 0) continue;
        const left = most - lines;
        if (hits.length > left) {
          if (left > 0) found.push({ path: file.path, lines: hits.slice(0, left) });
          return { files: found, lines: most, cut: true };
        }
        found.push({ path: file.path, lines: hits });
        lines += hits.length;
      }
      return { files: found, lines, cut: false };
    },
  };
}
