import { bracketsIn, codeRunsIn, destinationAt } from './marks.ts';
import type { Inline } from './prose.ts';

/** Emphasis within emphasis, and words of links, nest no deeper. */
const DEEPEST = 12;

interface Frame {
  /** What opened it: `**`; empty for the outermost. */
  readonly mark: string;
  readonly inlines: Inline[];
}

const KINDS = { '*': 'emphasis', _: 'emphasis', '**': 'strong', __: 'strong', '~~': 'struck' } as const;
type Mark = keyof typeof KINDS;

/** Reads the words of a paragraph. A character is looked at a bounded number of times, whatever the text; never throws. */
export function readInline(text: string, depth = 0): readonly Inline[] {
  const [brackets, runs] = [bracketsIn(text), codeRunsIn(text)];
  const frames: Frame[] = [{ mark: '', inlines: [] }];
  let words = '';
  const top = (): Inline[] => frames.at(-1)?.inlines ?? [];
  const put = (inline: Inline): void => {
    if (words) top().push({ kind: 'text', text: words });
    words = '';
    top().push(inline);
  };
  const close = (mark: Mark): void => {
    const at = frames.findLastIndex((frame) => frame.mark === mark);
    while (frames.length - 1 > at) unwind();
    if (words) top().push({ kind: 'text', text: words });
    words = '';
    const frame = frames.pop();
    if (frame) top().push({ kind: KINDS[mark], inlines: frame.inlines });
  };
  /** What was opened and is never closed was only a star. */
  const unwind = (): void => {
    if (words) top().push({ kind: 'text', text: words });
    words = '';
    const frame = frames.pop();
    if (frame) top().push({ kind: 'text', text: frame.mark }, ...frame.inlines);
  };

  for (let at = 0; at < text.length;) {
    const letter = text[at] ?? '';
    if (letter === '\\' && text[at + 1] === '\n') {
      put({ kind: 'break' });
      at += 2;
    } else if (letter === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) {
      words += text[at + 1] ?? '';
      at += 2;
    } else if (letter === '`') {
      const { length, close: end } = runs.at(at);
      if (end === undefined) words += '`'.repeat(length);
      else put({ kind: 'code', text: codeText(text.slice(at + length, end)) });
      at = end === undefined ? at + length : end + length;
    } else if (letter === '[' || (letter === '!' && text[at + 1] === '[')) {
      const open = letter === '[' ? at : at + 1;
      const end = brackets.get(open);
      const found = end === undefined || depth > DEEPEST ? undefined : destinationAt(text, end + 1);
      if (!found || end === undefined) {
        words += text.slice(at, open + 1);
        at = open + 1;
        continue;
      }
      const inlines = readInline(text.slice(open + 1, end), depth + 1);
      if (found.href === undefined) for (const inline of inlines) put(inline);
      else put({ kind: 'link', href: found.href, inlines: withoutLinks(inlines) });
      at = found.end;
    } else if (letter === '<' && /^<https?:\/\/[^\s<>]{1,2000}>/i.test(text.slice(at, at + 2012))) {
      const end = text.indexOf('>', at);
      const href = text.slice(at + 1, end);
      put({ kind: 'link', href, inlines: [{ kind: 'text', text: href }] });
      at = end + 1;
    } else if (letter === '*' || letter === '_' || (letter === '~' && text[at + 1] === '~')) {
      // Of three that close, the inner one is that which was opened last.
      const inner = text.startsWith(letter.repeat(3), at) && frames.at(-1)?.mark === letter;
      const mark = (text[at + 1] === letter && !inner ? letter + letter : letter) as Mark;
      const end = at + mark.length;
      if (closes(text, at, end) && frames.some((frame) => frame.mark === mark)) close(mark);
      else if (opens(text, at, end) && frames.length < DEEPEST) {
        if (words) top().push({ kind: 'text', text: words });
        words = '';
        frames.push({ mark, inlines: [] });
      } else words += mark;
      at = end;
    } else if (letter === '\n') {
      const isBreak = words.endsWith('  ');
      words = words.replace(/ +$/, '');
      if (isBreak) put({ kind: 'break' });
      else words += ' ';
      at += 1;
    } else {
      words += letter;
      at += 1;
    }
  }
  while (frames.length > 1) unwind();
  if (words) top().push({ kind: 'text', text: words });
  return top();
}

const isSpace = (letter: string | undefined): boolean => letter === undefined || /\s/.test(letter);
const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);

const opens = (text: string, at: number, end: number): boolean =>
  !isSpace(text[end]) && (text[at] !== '_' || !isWord(text[at - 1]));

const closes = (text: string, at: number, end: number): boolean =>
  !isSpace(text[at - 1]) && (text[at] !== '_' || !isWord(text[end]));

/** A blank on either side of quotes within code is only there to keep them apart. */
const codeText = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return line.length > 2 && line.startsWith(' ') && line.endsWith(' ') && line.trim()
    ? line.slice(1, -1)
    : line;
};

/** A link inside a link, as around an image, would be none that anybody can follow. */
const withoutLinks = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline) => (inline.kind === 'link' ? inline.inlines : [inline]));
