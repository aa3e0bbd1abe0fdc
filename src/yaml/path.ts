import type { Path } from './types.ts';

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const STEP = /\.?([A-Za-z_][A-Za-z0-9_-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** A path as people write it: `spec.http[0].match[0].headers["x.y/z"]`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!PLAIN_KEY.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text ? `.${step}` : step;
  }
  return text;
}

/** Whether `path` is `outer` or stands inside it. */
export function isWithin(path: Path, outer: Path): boolean {
  return outer.length <= path.length && outer.every((step, index) => path[index] === step);
}

export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && isWithin(a, b);
}

/** The path that `formatPath` writes. Throws a `SyntaxError` in words where it is none. */
export function parsePath(text: string): Path {
  const path: (string | number)[] = [];
  let at = 0;
  while (at < text.length) {
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    if (!match || (at === 0 && text[0] === '.')) {
      const hint = 'write keys joined by dots, [0] for items, ["a.b/c"] for keys with other characters';
      throw new SyntaxError(`"${text}" is not a path: "${text.slice(at)}" cannot be read (${hint}).`);
    }
    if (at > 0 && match[1] !== undefined && text[at] !== '.') {
      throw new SyntaxError(`"${text}" is not a path: a dot is missing before "${match[1]}".`);
    }
    path.push(
      match[1] ?? (match[2] === undefined ? (JSON.parse(match[3] ?? '""') as string) : Number(match[2])),
    );
    at = STEP.lastIndex;
  }
  return path;
}
