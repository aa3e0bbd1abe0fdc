import { copyText, download } from '../../browser/index.ts';
import { linkFragment, MAX_LINK_CHARACTERS, workspaceText } from '../../exchange/index.ts';
import { isOfPack, packFile } from '../../lessons/index.ts';
import { fileText } from '../../text/index.ts';
import { author, outlineNow, titleOf } from './author.ts';

const nameFrom = (title: string): string =>
  title.replaceAll(/[\\/:*?"<>|\s]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'lessons';

/** The whole pack as one file, to hand out or to put beside the page. */
export function downloadPack(): void {
  const { draft, pack } = author.get();
  download(`${nameFrom(titleOf(pack))}.zip`, packFile(draft.getState().files));
}

/** Puts a link on the clipboard that carries the whole pack. Rejects, in words, where it is too long for one. */
export async function copyPackLink(): Promise<number> {
  const { draft, pack } = author.get();
  const files = draft.getState().files.filter(({ path }) => isOfPack(path));
  const lessons = workspaceText({ name: titleOf(pack), files });
  if (lessons.length > MAX_LINK_CHARACTERS)
    throw new Error(
      `A link to this pack would be ${lessons.length.toLocaleString('en')} characters long, and ${MAX_LINK_CHARACTERS.toLocaleString('en')} is the most that is opened again. Download the pack, and hand out the file.`,
    );
  const link = `${location.href.replace(/#.*$/, '')}${linkFragment({ lessons })}`;
  await copyText(link);
  return link.length;
}

/** The shown lesson as the one Markdown file that it is. Throws, in words, where it is not whole by itself. */
export function downloadLesson(): void {
  const { draft, path } = author.get();
  const text = path === null ? undefined : fileText(draft.getState().files, path);
  if (path === null || text === undefined) return;
  const { introduction, steps } = outlineNow(text);
  const folder = [introduction, ...steps]
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.folder !== undefined);
  if (folder)
    throw new Error(
      `This lesson takes files from the folder ${folder.folder} of the pack, and would lack them alone. Download the pack instead.`,
    );
  download(path, text);
}
