import type { Notice } from '../types.ts';
import type { Written } from './disk.ts';
import { WHY_LEFT, WORTH_TELLING, type LeftAlone, type LeftReason } from './left-alone.ts';
import type { Settled } from './settle.ts';
import type { FolderQuestion } from './state.ts';

type Told = Omit<Notice, 'id'>;

const MOST_NAMED = 4;

/** `a.yaml, b.yaml and 3 more`. */
export function named(paths: readonly string[]): string {
  if (paths.length <= MOST_NAMED + 1) return paths.join(', ');
  return `${paths.slice(0, MOST_NAMED).join(', ')} and ${paths.length - MOST_NAMED} more`;
}

export const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

/** What of a folder was left alone, by reason: those that may concern traffic first. */
export function leftByReason(
  left: readonly LeftAlone[],
): readonly { readonly reason: LeftReason; readonly left: readonly LeftAlone[] }[] {
  return (Object.keys(WHY_LEFT) as LeftReason[])
    .map((reason) => ({ reason, left: left.filter((one) => one.reason === reason) }))
    .filter((group) => group.left.length > 0);
}

/** After opening: what was left alone and a person might miss. Null where there is nothing of the kind. */
export function leftNotice(name: string, left: readonly LeftAlone[]): Told | null {
  const telling = leftByReason(left).filter(({ reason }) => WORTH_TELLING.has(reason));
  if (telling.length === 0) return null;
  const lines = telling.map(
    ({ reason, left }) =>
      `${WHY_LEFT[reason].title}: ${named(left.map(({ path, detail }) => (detail ? `${path} (${detail})` : path)))}. ${WHY_LEFT[reason].why}`,
  );
  return {
    about: 'folder',
    tone: 'warning',
    title: `Not everything in ${name} is open`,
    detail: lines.join('\n'),
  };
}

/** After a look at the folder: what is different here because of it. */
export function settledNotice(name: string, { read, added, merged }: Settled): Told | null {
  const lines = [
    read.length > 0 && `Read again: ${named(read)}.`,
    added.length > 0 && `New: ${named(added)}.`,
    merged.length > 0 && `Put together with your own changes: ${named(merged)}.`,
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return { about: 'folder', tone: 'info', title: `${name} has changed on disk`, detail: lines.join('\n') };
}

export function questionsNotice(name: string, questions: readonly FolderQuestion[]): Told {
  const of = (why: FolderQuestion['why']) =>
    questions.filter((question) => question.why === why).map(({ path }) => path);
  const lines = [
    of('changed').length > 0 && `Changed here and there: ${named(of('changed'))}.`,
    of('deleted-there').length > 0 && `Deleted there: ${named(of('deleted-there'))}.`,
    of('deleted-here').length > 0 && `Deleted here, changed there: ${named(of('deleted-here'))}.`,
  ].filter((line) => line !== false);
  return {
    about: 'folder questions',
    tone: 'warning',
    title: `${files(questions.length)} in ${name} ${questions.length === 1 ? 'needs' : 'need'} your decision`,
    detail: `${lines.join('\n')}\nNothing was overwritten, here or there.`,
    action: { title: 'Decide…', action: { type: 'ask-folder', asking: true } },
  };
}

export function failedNotice(name: string, { saved, removed, failed, waiting }: Written): Told {
  const done = [...saved, ...removed];
  const all = done.length + failed.length + waiting.length;
  const lines = [
    ...failed.slice(0, MOST_NAMED).map(({ path, why }) => `${path}: ${why}`),
    failed.length > MOST_NAMED && `… and ${failed.length - MOST_NAMED} more.`,
    waiting.length > 0 && `Not tried: ${named(waiting)}.`,
    done.length > 0 && `Saved: ${named(done)}.`,
    'All your changes are still here, and kept in this browser. Save again once the cause is mended.',
  ].filter((line) => line !== false);
  return {
    about: 'folder',
    tone: 'error',
    title:
      done.length === 0
        ? `Nothing was saved to ${name}`
        : `${done.length} of ${files(all)} saved to ${name}, ${failed.length + waiting.length} not`,
    detail: lines.join('\n'),
  };
}

export function goneNotice(name: string, why: string): Told {
  return {
    about: 'folder',
    tone: 'warning',
    title: `The folder ${name} cannot be read`,
    detail: `${why}\nWas it moved, renamed or deleted, or its drive taken out? Your work goes on, and is kept in this browser. Open the folder again to save into it, or download all files.`,
  };
}

export function forgetfulNotice(name: string, why: string): Told {
  return {
    about: 'folder',
    tone: 'warning',
    title: `The browser does not remember the folder ${name}`,
    detail: `${why} Until the page is closed, saving goes there all the same; after that, open the folder again.`,
  };
}

export function deniedNotice(name: string): Told {
  return {
    about: 'folder',
    tone: 'warning',
    title: `The page may not use the folder ${name}`,
    detail:
      'The browser was told not to let it. Your work goes on, and is kept in this browser. To save into the folder, try again, allow it beside the address of the page, or open the folder anew.',
  };
}
