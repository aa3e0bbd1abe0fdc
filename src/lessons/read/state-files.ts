import type { TextFile } from '../../text/index.ts';
import { LIMITS } from '../limits.ts';
import type { Block } from './blocks.ts';
import type { Report } from './report.ts';

/** In a folder only these are read, as on the command line. */
const YAML = /\.(ya?ml|json)$/i;

/** The one file of a lesson that does not name its files. */
export const USUAL_FILE = 'mesh.yaml';

/** A path that stays inside the workspace. */
export const isPlainPath = (path: string): boolean =>
  path.length <= 200 &&
  !/[\\\0]/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** Where the files of a lesson are looked for: those of its folder, by path from there. */
export type Beside = (folder: string) => readonly TextFile[];

/** The files that some blocks of one state write. */
export function stateFiles(blocks: readonly Block[], beside: Beside, report: Report): readonly TextFile[] {
  const files = new Map<string, TextFile>();
  const add = (file: TextFile, block: Block): void => {
    if (files.has(file.path))
      report.at(block.from, `${file.path} is written twice here. Give each file one block.`);
    else if (files.size === LIMITS.files)
      report.at(block.from, `A workspace of a lesson has at most ${LIMITS.files} files.`);
    else files.set(file.path, file);
  };
  for (const block of blocks) for (const file of filesOf(block, beside, report)) add(file, block);
  return [...files.values()];
}

/** The files that solution blocks take away: ```` ```yaml solution file=old.yaml deleted ````. */
export function deletedFiles(blocks: readonly Block[], report: Report): readonly string[] {
  return blocks.flatMap((block) => {
    const { file, deleted, ...others } = block.attributes;
    for (const word of Object.keys(others))
      report.at(block.from, `A block that deletes a file says file=NAME and no "${word}".`);
    if (deleted || block.text.trim() !== '')
      report.at(block.from, 'A block that deletes a file says "deleted" and has nothing inside.');
    if (file !== undefined && isPlainPath(file)) return [file];
    return report.at(block.from, 'Say with file=NAME which file the solution deletes.') ?? [];
  });
}

function filesOf(block: Block, beside: Beside, report: Report): readonly TextFile[] {
  const { folder, file, ...others } = block.attributes;
  for (const word of Object.keys(others))
    report.at(
      block.from,
      word === 'deleted'
        ? 'Only a solution deletes files; a start names those that are there.'
        : `A ${block.word} block has no "${word}"; it can say file=NAME or folder=NAME.`,
    );
  if (folder === undefined) {
    const path = file ?? USUAL_FILE;
    if (isPlainPath(path) && YAML.test(path)) return [{ path, text: block.text }];
    report.at(
      block.from,
      `"${path}" cannot be a file of a workspace: name it like shop.yaml or routes/shop.yaml.`,
    );
    return [];
  }
  if (file !== undefined || block.text.trim() !== '')
    report.at(
      block.from,
      'A block with folder= takes its files from there: leave out file= and what is inside.',
    );
  if (!isPlainPath(folder)) {
    report.at(block.from, `"${folder}" cannot be a folder of the lesson: name it like 1/start.`);
    return [];
  }
  const found = beside(folder).filter(({ path }) => YAML.test(path));
  if (!found.length)
    report.at(block.from, `There are no YAML files in the folder ${folder} beside the lesson.`);
  return found;
}
