/** A command line that cannot be read: a quote is never closed. */
export class ShellError extends Error {
  override readonly name = 'ShellError';
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\u001B',
};

/**
 * The words of a command line as bash reads them, with its continued lines and `$'…'`; or as Windows does, where it is
 * written with `^`, as browsers copy it. Nothing is expanded. Throws `ShellError`.
 */
export function shellWords(line: string): readonly string[] {
  return /(?:^|\s)\^"|\^\r?\n/.test(line) ? windowsWords(line) : bashWords(line);
}

function bashWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at);
    const gap = /^(?:\\\r?\n|\s)+/.exec(rest);
    if (gap) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += gap[0].length;
      continue;
    }
    const [taken, text] = piece(rest);
    word = (word ?? '') + text;
    at += taken;
  }
  return word === undefined ? words : [...words, word];
}

/** What the next quoted or plain piece means, and how long it is. */
function piece(rest: string): readonly [taken: number, text: string] {
  const single = /^'([^']*)'/.exec(rest);
  if (single) return [single[0].length, single[1] ?? ''];
  const ansi = /^\$'((?:[^'\\]|\\[\s\S])*)'/.exec(rest);
  if (ansi) return [ansi[0].length, unescaped(ansi[1] ?? '')];
  const double = /^\$?"((?:[^"\\]|\\[\s\S])*)"/.exec(rest);
  if (double)
    return [
      double[0].length,
      (double[1] ?? '').replaceAll(/\\(\r?\n|["\\$`])/g, (_, kept: string) =>
        kept.endsWith('\n') ? '' : kept,
      ),
    ];
  if (/^\$?['"]/.test(rest)) throw new ShellError('A quote is opened and never closed.');
  if (rest.startsWith('\\')) return [2, rest[1] ?? ''];
  return [1, rest[0] ?? ''];
}

const unescaped = (text: string): string =>
  text.replaceAll(
    /\\(?:x([\dA-Fa-f]{1,2})|u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8})|([0-7]{1,3})|([\s\S]))/g,
    (_, hex?: string, short?: string, long?: string, octal?: string, letter?: string) => {
      const code = hex ?? short ?? long;
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      return ESCAPES[letter ?? ''] ?? letter ?? '';
    },
  );

/** `^` says of the next character that it means nothing special; then only double quotes do. */
function windowsWords(line: string): readonly string[] {
  const plain = line.replaceAll(/\^(\r?\n|[\s\S])/g, (_, next: string) => (next.endsWith('\n') ? ' ' : next));
  const words: string[] = [];
  for (const [word] of plain.matchAll(/(?:"(?:[^"\\]|\\[\s\S]|"")*"|[^\s"])+/g))
    words.push(
      word.replaceAll(/"((?:[^"\\]|\\[\s\S]|"")*)"/g, (_, inside: string) =>
        inside.replaceAll('""', '"').replaceAll(/\\(["\\])/g, '$1'),
      ),
    );
  return words;
}

/** A word as bash has to be given it. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
