import { childOf, type Field, type ObjectField, type Resource, type Union } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { disjointUnions } from '../model/arrange.ts';
import { child, pathKey, stepInto, valueAt } from '../model/path.ts';
import { createCell, type Cell } from './cell.ts';

/** The key of a union at a place. */
export function branchKey(path: Path, union: Union): string {
  return `${pathKey(path)} ${union.name}`;
}

export interface Branches {
  readonly cell: Cell<ReadonlyMap<string, string>>;
  /** The other branches of unions that have to go when something is written at `path`, with what stands there. */
  leaving(path: Path): readonly { readonly path: Path; readonly value: YamlValue }[];
  /** Looks into the branches on the way to a path. */
  choose(path: Path): void;
  /** Something is written at `path` now: the YAML itself says which branches were chosen on the way there. */
  settle(path: Path): void;
}

/**
 * A branch can be looked into before anything is written in it: the choice is kept here,
 * and what is written in the other branches goes only with the first value of the new one.
 */
export function createBranches(schema: ObjectField, resource: () => Resource): Branches {
  const cell = createCell<ReadonlyMap<string, string>>(new Map());

  /** The unions on the way to a path, with the branch that leads there. */
  function* unionsOn(path: Path): Generator<{ key: string; union: Union; at: Path; member: string }> {
    let field: Field | undefined = schema;
    for (const [index, step] of path.entries()) {
      if (field?.kind === 'object') {
        const at = path.slice(0, index);
        const union = disjointUnions(field).find((each) => each.members.includes(String(step)));
        if (union) yield { key: branchKey(at, union), union, at, member: String(step) };
      }
      field = field && childOf(field, step);
    }
  }

  /** Those whose branch was chosen and may not be written yet. */
  const chosenOn = (path: Path) =>
    cell.get().size === 0
      ? []
      : [...unionsOn(path)].filter(({ key, member }) => cell.get().get(key) === member);

  return {
    cell,
    leaving: (path) =>
      chosenOn(path).flatMap(({ union, at, member }) => {
        const value = valueAt(resource().value, at);
        return union.members.flatMap((name) => {
          const other = name === member ? undefined : stepInto(value, name);
          return other === undefined ? [] : [{ path: child(at, name), value: other }];
        });
      }),
    choose(path) {
      const { value } = resource();
      const chosen = new Map(cell.get());
      for (const { key, at, member } of unionsOn(path)) {
        // What is written says so already, whatever else was looked into.
        if (stepInto(valueAt(value, at), member) !== undefined) chosen.delete(key);
        else chosen.set(key, member);
      }
      const isSame =
        chosen.size === cell.get().size && [...chosen].every(([key, name]) => cell.get().get(key) === name);
      if (!isSame) cell.set(chosen);
    },
    settle(path) {
      const settled = chosenOn(path);
      if (settled.length === 0) return;
      const left = new Map(cell.get());
      for (const { key } of settled) left.delete(key);
      cell.set(left);
    },
  };
}
