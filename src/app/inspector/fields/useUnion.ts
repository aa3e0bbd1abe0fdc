import { useState } from 'react';
import type { Field } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { branchKey } from '../form/branches.ts';
import { useCell } from '../form/cell.ts';
import { useForm } from '../form/context.ts';
import { chooseBranch, clearUnion, membersOf, writtenBranches, type UnionPlace } from '../form/unions.ts';
import { child, pathKey } from '../model/path.ts';

export interface UnionState {
  readonly members: readonly Field[];
  /** The branch that is written, looked into or asked for. */
  readonly chosen: string | undefined;
  /** The branches to draw: the chosen one, or all that are written. */
  readonly drawn: readonly Field[];
  /** The chosen branch is not written, and another one still is. */
  readonly undecided: boolean;
  readonly refused: string | null;
  readonly choose: (name: string) => void;
  readonly clear: () => void;
}

/** The state of a choice between fields of which one may be set. */
export function useUnion(place: UnionPlace, value: YamlValue | undefined, keep: Path): UnionState {
  const form = useForm();
  const [refused, setRefused] = useState<string | null>(null);
  const { union, path } = place;
  const looking = useCell(form.branches, (branches) => branches.get(branchKey(path, union)));
  const opened = useCell(form.opened, (set) =>
    union.members.find((name) => set.has(pathKey(child(path, name)))),
  );
  const members = membersOf(place);
  const written = writtenBranches(place, value);
  const chosen = looking ?? written[0]?.name ?? opened;
  return {
    members,
    chosen,
    drawn: members.filter(
      (member) => member.name === chosen || (looking === undefined && written.includes(member)),
    ),
    undecided: looking !== undefined && written.some((member) => member.name !== looking),
    refused,
    choose: (name) => {
      if (name !== chosen) setRefused(chooseBranch(form, place, name));
    },
    clear: () => setRefused(clearUnion(form, place, chosen, keep)),
  };
}
