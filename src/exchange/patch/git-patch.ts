import { formatPatch, structuredPatch, type StructuredPatch } from 'diff';
import type { TextFile } from '../../text/index.ts';
import { pairFiles, type FilePair } from './pair-files.ts';
import { wholeHunk } from './whole-hunk.ts';

/** A patch as `git apply` reads it. */
export interface GitPatch {
  readonly text: string;
  /** How many files it changes, makes, deletes or renames. */
  readonly files: number;
  /**
   * How many of the lines that it adds Git would not write so: those that end in spaces, or in carriage returns where there
   * were none. They are in the files, so they are in the patch; `git apply` tells of them, or is told `--whitespace=nowarn`.
   */
  readonly odd: number;
}

export interface PatchOptions {
  /** Where the files stand in the repository: `clusters/eu`. A patch in Git's form counts from the repository's top. */
  readonly folder?: string;
}

const CONTEXT = 3;
/** How many line edits are searched through before the file is replaced as a whole: keeps the answer within moments. */
const MAX_EDITS = 2000;
/** What a file is where nobody knows: YAML is not run. */
const MODE = '100644';

/** What turns the files as opened into the files now, byte for byte; empty where nothing differs. */
export function gitPatch(
  opened: readonly TextFile[],
  files: readonly TextFile[],
  { folder = '' }: PatchOptions = {},
): GitPatch {
  const prefix = folder.replace(/^\/+|\/+$/g, '');
  const at = (path: string): string => (prefix ? `${prefix}/${path}` : path);
  const pairs = pairFiles(opened, files);
  const patches = pairs.map((pair) => ({ patch: patchOf(pair, at), old: pair.before?.text ?? '' }));
  return {
    text: patches.map(({ patch }) => formatPatch(patch)).join(''),
    files: pairs.length,
    odd: patches.reduce((sum, { patch, old }) => sum + oddLines(patch, old), 0),
  };
}

function patchOf({ before, after }: FilePair, at: (path: string) => string): StructuredPatch {
  const [from, to] = [before ?? after, after ?? before].map((file) => at(file?.path ?? ''));
  const [old, fresh] = [before?.text ?? '', after?.text ?? ''];
  const names = [before ? `a/${from}` : '/dev/null', after ? `b/${to}` : '/dev/null'] as const;
  const hunks =
    structuredPatch(...names, old, fresh, undefined, undefined, {
      context: CONTEXT,
      maxEditLength: MAX_EDITS,
    })?.hunks ?? wholeHunk(old, fresh);
  return {
    isGit: true,
    oldFileName: names[0],
    newFileName: names[1],
    oldHeader: undefined,
    newHeader: undefined,
    ...(!before && { isCreate: true, newMode: MODE }),
    ...(!after && { isDelete: true, oldMode: MODE }),
    ...(before && after && from !== to && { isRename: true }),
    hunks,
  };
}

/** By the rules that Git has unless it is told otherwise: `core.whitespace`. */
function oddLines({ hunks }: StructuredPatch, old: string): number {
  const lines = hunks.flatMap((hunk) => hunk.lines);
  let odd = 0;
  let returns = false;
  for (const line of lines) {
    // From the first old line on that ends in a return, returns are no news.
    if (!line.startsWith('+')) returns ||= line.endsWith('\r');
    else if ((returns ? /[ \t]\r?$|^\+\t* +\t/ : /[ \t\r]$|^\+\t* +\t/).test(line)) odd++;
  }
  const last = lines.findLast((line) => !line.startsWith('-'));
  const blankEnd = last !== undefined && /^\+\s*$/.test(last) && !/(^|\n)\s*\n$/.test(old);
  return odd + (blankEnd ? 1 : 0);
}
