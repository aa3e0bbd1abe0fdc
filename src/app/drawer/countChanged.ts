import { alikeAtStart, type TextFile } from '../../text/index.ts';

interface Files {
  readonly files: readonly TextFile[];
  readonly opened: readonly TextFile[];
}

/** Counts all of them; `differs` tells of each file whether it is another than the one that was opened. */
function countAll({ files, opened }: Files): {
  readonly count: number;
  readonly differs: readonly boolean[];
} {
  if (files === opened) return { count: 0, differs: files.map(() => false) };
  const before = new Map(opened.map(({ path, text }) => [path, text]));
  const differs = files.map(({ path, text }) => before.get(path) !== text);
  const now = new Set(files.map(({ path }) => path));
  const gone = opened.filter(({ path }) => !now.has(path)).length;
  return { count: differs.filter(Boolean).length + gone, differs };
}

/** The same out of the last count, where files only say something else; undefined where some came, went or have another name. */
function countAgain(last: Files & ReturnType<typeof countAll>, { files, opened }: Files) {
  if (last.opened !== opened || last.files.length !== files.length) return undefined;
  let { count } = last;
  const differs = [...last.differs];
  for (let n = 0; (n = alikeAtStart(last.files, files, n)) < files.length; n++) {
    const [was, is] = [last.files[n], files[n]];
    if (!was || was.path !== is?.path) return undefined;
    const another = opened.find(({ path }) => path === is.path)?.text !== is.text;
    count += Number(another) - Number(differs[n]);
    differs[n] = another;
  }
  return { count, differs };
}

let last: (Files & ReturnType<typeof countAll>) | undefined;

/** How many files differ from what was opened, gone ones included. Key after key only the files that changed are compared. */
export function countChanged({ files, opened }: Files): number {
  if (last?.files === files && last.opened === opened) return last.count;
  const counted = (last && countAgain(last, { files, opened })) ?? countAll({ files, opened });
  last = { files, opened, ...counted };
  return counted.count;
}
