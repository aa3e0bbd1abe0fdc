/** Which `]` belongs to which `[`; found in one go, so that no text can have it looked for again and again. */
export function bracketsIn(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') open.push(at);
    else if (text[at] === ']') {
      const from = open.pop();
      if (from !== undefined) pairs.set(from, at);
    }
  }
  return pairs;
}

/** Runs of backquotes, and where the next run of the same length begins. */
export function codeRunsIn(text: string): {
  at(from: number): { readonly length: number; readonly close: number | undefined };
} {
  const starts: { readonly from: number; readonly length: number }[] = [];
  for (const { index, 0: run } of text.matchAll(/`+/g)) starts.push({ from: index, length: run.length });
  const next = new Map<number, { readonly length: number; readonly close: number | undefined }>();
  const seen = new Map<number, number>();
  for (const { from, length } of starts.toReversed()) {
    next.set(from, { length, close: seen.get(length) });
    seen.set(length, from);
  }
  return { at: (from) => next.get(from) ?? { length: 1, close: undefined } };
}

/** What stands in the parentheses behind a link's words; `href` is undefined for an address that is not to be followed. */
export function destinationAt(
  text: string,
  at: number,
): { readonly href: string | undefined; readonly end: number } | undefined {
  if (text[at] !== '(') return undefined;
  const found = /^\(\s{0,20}<?([^\s<>()]{0,2000})>?(?:\s{1,20}"[^"\n]{0,500}")?\s{0,20}\)/.exec(
    text.slice(at, at + 2600),
  );
  if (!found) return undefined;
  const [whole, href = ''] = found;
  return { href: isFollowed(href) ? href : undefined, end: at + whole.length };
}

/** No scripts, no data, no files: a page of the web, or a place of this page. */
const isFollowed = (href: string): boolean => /^https?:\/\/[^/]/i.test(href) || /^#[\w=&/.%-]*$/.test(href);
