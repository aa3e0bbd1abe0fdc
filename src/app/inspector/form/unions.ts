import type { Field, ObjectField, Union } from '../../../istio/index.ts';
import type { Operation } from '../../../operations/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { child, pathKey, stepInto, valueAt } from '../model/path.ts';
import { branchKey } from './branches.ts';
import type { FormModel } from './context.ts';

/** A choice between fields of one object, of which one may be set. */
export interface UnionPlace {
  readonly union: Union;
  readonly owner: ObjectField;
  /** Of the object. */
  readonly path: Path;
}

export function membersOf({ union, owner }: UnionPlace): readonly Field[] {
  return union.members.flatMap((name) => owner.fields.get(name) ?? []);
}

/** The branches in which something stands: more than one is a mistake, and worth seeing. */
export function writtenBranches(place: UnionPlace, value: YamlValue | undefined): readonly Field[] {
  return membersOf(place).filter((member) => stepInto(value, member.name) !== undefined);
}

/**
 * Goes over to another branch. What stood in it before comes back in place of the branch that is left; without any such
 * the branch is only looked into, and what is written stays until something is typed. Gives the sentence of a refusal.
 */
export function chooseBranch(form: FormModel, place: UnionPlace, name: string): string | null {
  const { id, value: resource } = form.resource();
  const value = valueAt(resource, place.path);
  const written = writtenBranches(place, value);
  for (const member of written) {
    form.kept.set(pathKey(child(place.path, member.name)), stepInto(value, member.name) as YamlValue);
  }
  const path = child(place.path, name);
  const back = form.kept.get(pathKey(path));
  const isWritten = stepInto(value, name) !== undefined;
  if (back === undefined && !isWritten) {
    look(form, place, name);
    form.open(path);
    return null;
  }
  look(form, place, undefined);
  const operations = written
    .filter((member) => member.name !== name)
    .map((member): Operation => removal(id, place, member));
  if (!isWritten && back !== undefined) {
    operations.push({ kind: 'set-field', resource: id, path, value: back });
  }
  if (operations.length === 0) return null;
  return form.operate({ kind: 'all', operations, label: `Change ${place.union.name} to ${name}` });
}

/** Takes away whatever the union holds, and the choice itself. */
export function clearUnion(
  form: FormModel,
  place: UnionPlace,
  chosen: string | undefined,
  keep: Path,
): string | null {
  const { id, value } = form.resource();
  const [only, ...more] = writtenBranches(place, valueAt(value, place.path));
  look(form, place, undefined);
  if (chosen !== undefined) form.close(child(place.path, chosen));
  if (!only) return null;
  if (more.length === 0) return form.remove(child(place.path, only.name), keep);
  const operations = [only, ...more].map((member) => removal(id, place, member));
  return form.operate({ kind: 'all', operations, label: `Remove ${place.union.name}` });
}

function removal(resource: string, place: UnionPlace, member: Field): Operation {
  return { kind: 'remove-field', resource, path: child(place.path, member.name) };
}

function look(form: FormModel, { path, union }: UnionPlace, name: string | undefined): void {
  const key = branchKey(path, union);
  const branches = new Map(form.branches.get());
  if (name === undefined) branches.delete(key);
  else branches.set(key, name);
  form.branches.set(branches);
}
