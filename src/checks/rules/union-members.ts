import type { Field, Union } from '../../istio/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';
import type { Finding } from '../finding.ts';
import { asMap, type FieldRule } from '../visit.ts';
import { listOf } from '../words.ts';

/** Whether of no union two fields are set. */
export function isOneOfEach(field: Field, value: YamlValue): boolean {
  const map = asMap(value);
  if (field.kind !== 'object' || !map) return true;
  for (const union of field.unions) {
    let set = 0;
    for (const name of union.members) if ((map[name] ?? null) !== null) set++;
    if (set > 1 && union.by === 'schema') return false;
  }
  return true;
}

/** Two fields set of which the API server takes one; it asks for none. Presence counts, even of an empty value. */
export const unionMembers: FieldRule = (visit) => {
  const { field, value } = visit;
  const map = asMap(value);
  if (field.kind !== 'object' || !map) return [];
  return field.unions
    .filter(({ by }) => by === 'schema')
    .flatMap((union) => {
      const set = union.members.filter((member) => (map[member] ?? null) !== null);
      return set.length > 1 ? [severalSet(union, set, visit.path)] : [];
    });
};

function severalSet({ members }: Union, set: readonly string[], path: Path): Finding {
  return {
    code: 'MW0206',
    message:
      `Choose one of ${members.join(', ')}: ${listOf(set, 'and')} are ${set.length === 2 ? 'both' : 'all'} set. ` +
      'The cluster refuses the resource as it is.',
    path: [...path, ...set.slice(1, 2)],
    at: 'key',
    mends: set.map((kept) => ({
      title: `Keep ${kept}`,
      steps: set
        .filter((member) => member !== kept)
        .map((member) => ({ kind: 'remove-field', path: [...path, member] })),
    })),
  };
}
