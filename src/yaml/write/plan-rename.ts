import { entryAt } from '../find.ts';
import type { Path } from '../types.ts';
import type { Candidate } from './plan-scalar.ts';
import { isInFlow } from './plan-set.ts';
import { scalarText } from './scalar.ts';
import { refuseAliases, type Target } from './target.ts';

/** Writes another key over a key, in its quotes. */
export function planRenameKey(target: Target, path: Path, key: string): Candidate[] {
  refuseAliases(target, path, true);
  const entry = entryAt(target.root, path);
  if (!entry) return [];
  const first = target.text[entry.keyRange.from];
  const quote = first === '"' ? 'double' : first === "'" ? 'single' : 'plain';
  const where = { flow: isInFlow(target.root, path), key: true };
  return [[{ ...entry.keyRange, insert: scalarText(key, quote, where) }]];
}
