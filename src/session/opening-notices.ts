import type { Opening } from './opening.ts';
import type { Notice } from './types.ts';

const MOST_NAMED = 5;

/** What has to be said after opening: files left out, with the reason, and files given another name. */
export function noticesOf({ files, refused, renamed }: Opening): readonly Omit<Notice, 'id'>[] {
  const notices: Omit<Notice, 'id'>[] = [];
  const [first] = refused;
  if (first) {
    const what =
      refused.length === 1 ? `${first.path} was left out` : `${refused.length} files were left out`;
    notices.push({
      about: 'opening',
      tone: files.length > 0 ? 'warning' : 'error',
      title: files.length > 0 ? what : 'Nothing was opened',
      detail: listed(refused.map(({ path, why }) => `${path}: ${why}`)),
    });
  } else if (files.length === 0) {
    notices.push({
      about: 'opening',
      tone: 'warning',
      title: 'Nothing was opened',
      detail: 'There was no file in it.',
    });
  }
  if (renamed.length > 0) {
    const what = renamed.length === 1 ? 'One file was' : `${renamed.length} files were`;
    notices.push({
      about: 'opening',
      tone: 'info',
      title: `${what} given another name`,
      detail: `${listed(renamed.map(({ path, to }) => `${path} is now ${to}`))}\nThere was already a file of that name.`,
    });
  }
  return notices;
}

function listed(lines: readonly string[]): string {
  const more = lines.length > MOST_NAMED ? [`… and ${lines.length - MOST_NAMED} more.`] : [];
  return [...lines.slice(0, MOST_NAMED), ...more].join('\n');
}
