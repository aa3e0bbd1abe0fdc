import { diffLines } from 'diff';

/** How many line edits are searched for before a document is changed at once. */
const MAX_EDITS = 600;
/** What is put in at once is shorter than this; of what is longer, one part after the other. */
const LONG = 6;

/** The texts on the way from one document to another, a few lines at a time; the last is the other. */
export function lineSteps(before: string, after: string): readonly string[] {
  const parts = diffLines(before, after, { maxEditLength: MAX_EDITS });
  if (!parts) return [after];
  const steps: string[] = [];
  let [done, rest] = ['', before];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (!part) break;
    if (!part.added && !part.removed) {
      done += part.value;
      rest = rest.slice(part.value.length);
      continue;
    }
    const next = part.removed && parts[at + 1]?.added ? parts[++at] : undefined;
    if (part.removed) rest = rest.slice(part.value.length);
    const put = part.added ? part.value : (next?.value ?? '');
    for (const piece of part.added ? pieces(put) : [put]) {
      done += piece;
      steps.push(done + rest);
    }
  }
  return steps;
}

/**
 * Lines that are put in, cut where a field begins beside the first one inside: `ports` behind `hosts`. Whether what is there
 * until then can be read is for others to see.
 */
export function pieces(text: string): readonly string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (lines.length <= LONG) return [text];
  const levels = lines.map((line) => (/^\s*[\w"'][^:]*:/.test(line) ? line.search(/\S/) : -1));
  const outer = Math.min(...levels.filter((level) => level >= 0));
  // The last field of the outermost level holds the others: `spec`.
  const holder = levels.lastIndexOf(outer);
  const inner = levels[holder + 1] ?? -1;
  if (inner <= outer) return [text];
  const cuts = levels.flatMap((level, index) => (index > holder + 1 && level === inner ? [index] : []));
  // A comment belongs to the field below it.
  const above = cuts.map((cut) => {
    let at = cut;
    while (/^\s*#/.test(lines[at - 1] ?? '')) at--;
    return at;
  });
  return [0, ...above].map((from, index) => lines.slice(from, above[index]).join(''));
}
