import { download } from '../../browser/index.ts';
import { packFile } from '../../lessons/index.ts';
import { fileText } from '../../text/index.ts';
import { author, outlineNow, titleOf } from './author.ts';

const nameFrom = (title: string): string =>
  title.replaceAll(/[\\/:*?"<>|\s]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'lessons';

/** The whole pack as one file, to hand out or to put beside the page. */
export function downloadPack(): void {
  const { draft, pack } = author.get();
  download(`${nameFrom(titleOf(pack))}.zip`, packFile(draft.getState().files));
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
