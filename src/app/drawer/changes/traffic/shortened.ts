/** Two values that fit into a line together are shown whole. */
const FITS = 64;
/** What both have in common is shown so far, where it touches what differs. */
const CONTEXT = 10;
/** And so much of what differs, from its beginning and from its end. */
const HALF = 24;

/** How long what two texts begin with is, up to a limit. */
function commonBeginning(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

const inTheMiddle = (text: string): string =>
  text.length <= 2 * HALF + 1 ? text : `${text.slice(0, HALF)}…${text.slice(-HALF)}`;

/** Two long values so that what differs is seen: what they begin and end with alike gives way first. */
export function shortened(before: string, after: string): readonly [before: string, after: string] {
  if (before.length + after.length <= FITS) return [before, after];
  const shorter = Math.min(before.length, after.length);
  const begin = commonBeginning(before, after, shorter);
  const reversed = (text: string): string => text.split('').reverse().join('');
  const end = commonBeginning(reversed(before), reversed(after), shorter - begin);
  // A sign for what is left out is no shorter than a letter or two.
  const from = begin > CONTEXT + 2 ? begin - CONTEXT : 0;
  const tail = end > CONTEXT + 2 ? end - CONTEXT : 0;
  const cut = (text: string): string =>
    `${from ? '…' : ''}${inTheMiddle(text.slice(from, text.length - tail))}${tail ? '…' : ''}`;
  return [cut(before), cut(after)];
}
