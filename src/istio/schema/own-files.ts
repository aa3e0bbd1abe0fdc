import type { Path } from '../../yaml/index.ts';
import { childOf } from './schema.ts';
import type { EnumField, Field, ObjectField } from './field.ts';
import { structure, summaries } from './generated/own-files.ts';
import { unpack } from './unpack.ts';

// Apart from the resources' schema, which the first screen carries. Numbers below 0 keep the two apart.
const numberOf = (position: number): number => -1 - position;

let roots: ReadonlyMap<string, ObjectField> | undefined;

/** The whole document of a file of ours that has a schema here, by what takes the place of its kind: expectations, scenarios. */
export const ownSchema = (type: string): ObjectField | undefined =>
  (roots ??= unpack(structure, numberOf)).get(type);

/** What stands at a path of such a document. */
export function ownFieldAt(type: string, path: Path): Field | undefined {
  let field: Field | undefined = ownSchema(type);
  for (const step of path) field = field && childOf(field, step);
  return field;
}

/** Our sentence about a field of such a file; undefined for fields of resources. */
export const summaryOfOwn = ({ id }: Field): string | undefined =>
  id < 0 ? summaries.fields[numberOf(id)] : undefined;

/** Our words about a value of such a field. */
export const summaryOfOwnValue = ({ id }: EnumField, value: string): string | undefined =>
  id < 0 ? summaries.values[numberOf(id)]?.[value] : undefined;
