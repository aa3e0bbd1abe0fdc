import { alikeAtEnd, alikeAtStart } from '../text/index.ts';
import type { Problem } from './problem.ts';

/** So many problems that came and went are put in place one by one; where it is more, all are sorted out anew. */
const MANY = 500;

interface Sorted<K> {
  readonly problems: readonly Problem[];
  readonly groups: Map<K, readonly Problem[]>;
}

/**
 * Sorts problems out by a key; null belongs to no group. Nearly every list is the one before with a few problems changed,
 * and then only their groups are made anew: the others are the same lists. The map is good until the next call.
 */
export function createGrouping<K>(
  keyOf: (problem: Problem) => K | null,
): (problems: readonly Problem[]) => ReadonlyMap<K, readonly Problem[]> {
  let last: Sorted<K> = { problems: [], groups: new Map() };
  return (problems) => {
    if (last.problems !== problems) {
      const kept = broughtUpToDate(last, problems, keyOf);
      last = { problems, groups: kept ? last.groups : grouped(problems, keyOf) };
    }
    return last.groups;
  };
}

function grouped<K>(problems: readonly Problem[], keyOf: (problem: Problem) => K | null): Map<K, Problem[]> {
  const groups = new Map<K, Problem[]>();
  for (const problem of problems) {
    const key = keyOf(problem);
    if (key === null) continue;
    const known = groups.get(key);
    if (known) known.push(problem);
    else groups.set(key, [problem]);
  }
  return groups;
}

/** Changes the groups to those of another list; false, with all as it was, where that takes more than putting some in place. */
function broughtUpToDate<K>(
  { problems: before, groups }: Sorted<K>,
  problems: readonly Problem[],
  keyOf: (problem: Problem) => K | null,
): boolean {
  const start = alikeAtStart(before, problems);
  const end = alikeAtEnd(before, problems, start);
  if (before.length + problems.length - 2 * (start + end) > MANY) return false;
  const gone = grouped(before.slice(start, before.length - end), keyOf);
  const come = grouped(problems.slice(start, problems.length - end), keyOf);
  const changed: (readonly [K, readonly Problem[]])[] = [];
  for (const key of new Set([...gone.keys(), ...come.keys()])) {
    const had = groups.get(key) ?? [];
    const [left, fresh] = [gone.get(key) ?? [], come.get(key) ?? []];
    const [first] = left;
    // Those that stay may stand on either side of what came.
    if (!first && had.length > 0) return false;
    // What went stood together in the list, so it does in its group.
    const at = first ? had.indexOf(first) : 0;
    changed.push([key, [...had.slice(0, at), ...fresh, ...had.slice(at + left.length)]]);
  }
  for (const [key, group] of changed) {
    if (group.length > 0) groups.set(key, group);
    else groups.delete(key);
  }
  return true;
}
