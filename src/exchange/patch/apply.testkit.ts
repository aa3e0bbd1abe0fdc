import type { TextFile } from '../../text/index.ts';

interface Change {
  from: string | null;
  to: string | null;
  old: string[];
  fresh: string[];
}

/**
 * Applies a patch of one's own accord: every hunk exactly where it says, every line counted, every old line as it stands.
 * Knows names without quotes only. Throws at the first thing that is not so.
 */
export function strictly(files: readonly TextFile[], patch: string): TextFile[] {
  const result = new Map(files.map(({ path, text }) => [path, text]));
  const parts = patch.split(/^(?=diff --git )/m).filter(Boolean);
  for (const part of parts) {
    const { from, to, text } = applied(part, (path) => result.get(path));
    if (from !== null && from !== to) result.delete(from);
    if (to !== null) {
      if (from !== to && result.has(to)) throw new Error(`${to} is there already`);
      result.set(to, text);
    }
  }
  return [...result].map(([path, text]) => ({ path, text }));
}

function applied(part: string, read: (path: string) => string | undefined) {
  const [head = '', ...rest] = part.slice(0, -1).split('\n');
  const names = /^diff --git a\/(.*) b\/(.*)$/.exec(head);
  if (!names?.[1] || !names[2]) throw new Error(`no names: ${head}`);
  const header = rest.slice(0, rest.findIndex((line) => line.startsWith('@@')) >>> 0);
  const from = header.some((line) => line.startsWith('new file mode')) ? null : names[1];
  const to = header.some((line) => line.startsWith('deleted file mode')) ? null : names[2];
  const before = from === null ? '' : read(from);
  if (before === undefined) throw new Error(`${from} is not there`);
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const made: string[] = [];
  let at = 0;
  for (let index = rest.findIndex((line) => line.startsWith('@@')); index >= 0 && index < rest.length;) {
    const counts = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(rest[index++] ?? '');
    if (!counts) throw new Error(`no hunk: ${rest[index - 1]}`);
    const [start = 0, old = 0, newStart = 0, fresh = 0] = counts.slice(1).map(Number);
    const first = old ? start - 1 : start;
    while (at < first) made.push(lines[at++] ?? '');
    if (made.length !== (fresh ? newStart - 1 : newStart)) throw new Error('a hunk starts elsewhere');
    const change: Change = { from, to, old: [], fresh: [] };
    for (; index < rest.length && !rest[index]?.startsWith('@@'); index++) {
      const line = rest[index] ?? '';
      if (line.startsWith('\\')) continue;
      const text = line.slice(1) + (rest[index + 1]?.startsWith('\\') ? '' : '\n');
      if (line[0] !== '+') change.old.push(text);
      if (line[0] !== '-') change.fresh.push(text);
    }
    if (change.old.length !== old || change.fresh.length !== fresh) throw new Error('a hunk counts wrong');
    if (change.old.some((text, n) => lines[at + n] !== text)) throw new Error('old lines are others');
    at += old;
    made.push(...change.fresh);
  }
  return { from, to, text: [...made, ...lines.slice(at)].join('') };
}
