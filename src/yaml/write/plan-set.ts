import { nodeAt } from '../find.ts';
import type { Path, YamlNode, YamlValue } from '../types.ts';
import { planInsertItem, planInsertKey } from './plan-insert.ts';
import { planReplace } from './plan-replace.ts';
import type { Candidate } from './plan-scalar.ts';
import { childRanges, deepest, refuseAliases, type Target } from './target.ts';

/** `value` wrapped in the parents that are missing: `['a', 0]` gives `{a: [value]}`. */
function wrapped(steps: Path, value: YamlValue): YamlValue {
  return steps.reduceRight<YamlValue>(
    (inner, step) => (typeof step === 'number' ? [inner] : Object.fromEntries([[step, inner]])),
    value,
  );
}

/** True inside `{}` or `[]`, where only one-line values can stand. */
export function isInFlow(root: YamlNode, path: Path): boolean {
  return path.some((_, depth) => nodeAt(root, path.slice(0, depth))?.flow === true);
}

const holdsNothing = (node: YamlNode) =>
  (node.kind === 'scalar' && node.value === null) ||
  ((node.kind === 'map' || node.kind === 'list') && childRanges(node).length === 0);

/** Writes a value at a path; missing parents are made. `order` is that of the siblings of the first key that is missing. */
export function planSet(
  target: Target,
  path: Path,
  value: YamlValue,
  order?: readonly string[],
): Candidate[] {
  refuseAliases(target, path);
  const { node, depth } = deepest(target.root, path);
  const here = path.slice(0, depth);
  const step = path[depth];
  if (step === undefined) return planReplace(target, here, node, value, isInFlow(target.root, here));
  const inner = wrapped(path.slice(depth + 1), value);
  if (holdsNothing(node)) {
    return planReplace(target, here, node, wrapped([step], inner), isInFlow(target.root, here));
  }
  if (node.kind === 'map') return planInsertKey(target, node, String(step), inner, order);
  if (node.kind === 'list') return planInsertItem(target, node, Number(step), inner);
  return [];
}
