import { useState } from 'react';
import type { Field, ObjectField, Union } from '../../../istio/index.ts';
import type { Operation } from '../../../operations/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { branchKey } from '../form/branches.ts';
import { useCell } from '../form/cell.ts';
import { useForm } from '../form/context.ts';
import { child, pathKey, stepInto } from '../model/path.ts';

export interface UnionState {
  readonly members: readonly Field[];
  /** The branch that is written, looked into or asked for. */
  readonly chosen: string | undefined;
  /** The branches to draw: the chosen one, or all that are written (more than one is a mistake worth seeing). */
  readonly drawn: readonly Field[];
  /** The chosen branch is not written, and another one still is. */
  readonly undecided: boolean;
  readonly refused: string | null;
  readonly choose: (name: string) => void;
  readonly clear: () => void;
}

/**
 * The state of a choice between fields of which one may be set. Changing the choice brings back what stood in that
 * branch before; a branch that is only looked into is not written, and the old one stays until something is typed.
 */
export function useUnion(
  union: Union,
  owner: ObjectField,
  value: YamlValue | undefined,
  path: Path,
  keep: Path,
): UnionState {
  const form = useForm();
  const [refused, setRefused] = useState<string | null>(null);
  const key = branchKey(path, union);
  const looking = useCell(form.branches, (branches) => branches.get(key));
  const opened = useCell(form.opened, (set) =>
    union.members.find((name) => set.has(pathKey(child(path, name)))),
  );
  const members = union.members.flatMap((name) => owner.fields.get(name) ?? []);
  const written = members.filter((member) => stepInto(value, member.name) !== undefined);
  const chosen = looking ?? written[0]?.name ?? opened;

  const look = (name: string | undefined) => {
    const branches = new Map(form.branches.get());
    if (name === undefined) branches.delete(key);
    else branches.set(key, name);
    form.branches.set(branches);
  };
  const removal = (member: Field): Operation => ({
    kind: 'remove-field',
    resource: form.resource().id,
    path: child(path, member.name),
  });

  return {
    members,
    chosen,
    drawn: members.filter(
      (member) => member.name === chosen || (looking === undefined && written.includes(member)),
    ),
    undecided: looking !== undefined && written.some((member) => member.name !== looking),
    refused,
    choose(name) {
      if (name === chosen) return;
      for (const member of written) {
        form.kept.set(pathKey(child(path, member.name)), stepInto(value, member.name) as YamlValue);
      }
      const back = form.kept.get(pathKey(child(path, name)));
      const isWritten = stepInto(value, name) !== undefined;
      if (back === undefined && !isWritten) {
        look(name);
        form.open(child(path, name));
        return;
      }
      look(undefined);
      const operations = written.filter((member) => member.name !== name).map(removal);
      if (!isWritten && back !== undefined) {
        operations.push({
          kind: 'set-field',
          resource: form.resource().id,
          path: child(path, name),
          value: back,
        });
      }
      const label = `Change ${union.name} to ${name}`;
      setRefused(operations.length === 0 ? null : form.operate({ kind: 'all', operations, label }));
    },
    clear() {
      look(undefined);
      if (chosen !== undefined) form.close(child(path, chosen));
      const [only, ...more] = written;
      if (!only) return;
      setRefused(
        more.length === 0
          ? form.remove(child(path, only.name), keep)
          : form.operate({ kind: 'all', operations: written.map(removal), label: `Remove ${union.name}` }),
      );
    },
  };
}
