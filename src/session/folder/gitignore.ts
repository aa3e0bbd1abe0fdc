import ignore, { type Ignore } from 'ignore';

/**
 * What Git leaves out, as its `.gitignore` files say. Rules of a folder go before those of the folders above it, so that it
 * can take back in what they leave out. A folder that is left out is not looked into: nothing in it can be taken back.
 * https://git-scm.com/docs/gitignore
 */
export interface Ignoring {
  /** Whether a path, relative to the folder that was opened, is left out. */
  leavesOut(path: string, isFolder: boolean): boolean;
  /** The same with the rules of one more folder (`''` is the one that was opened); those of the folders above it come first. */
  with(folder: string, rules: string): Ignoring;
}

interface Rules {
  /** With a slash at its end, but for the folder that was opened. */
  readonly prefix: string;
  readonly ignore: Ignore;
}

export const NOTHING_IGNORED: Ignoring = ignoring([]);

function ignoring(nearestFirst: readonly Rules[]): Ignoring {
  return {
    leavesOut(path, isFolder) {
      for (const { prefix, ignore } of nearestFirst) {
        if (!path.startsWith(prefix)) continue;
        const { ignored, unignored } = ignore.test(path.slice(prefix.length) + (isFolder ? '/' : ''));
        if (ignored || unignored) return ignored;
      }
      return false;
    },
    with(folder, rules) {
      const prefix = folder === '' ? '' : `${folder}/`;
      return ignoring([{ prefix, ignore: ignore({ ignorecase: false }).add(rules) }, ...nearestFirst]);
    },
  };
}
