import type { Path } from '../../yaml/index.ts';
import { EXPECTATIONS } from '../expectations-file.ts';
import { childOf } from './schema.ts';
import type { EnumField, Field, ObjectField } from './field.ts';
import { structure, summaries } from './generated/expectations.ts';
import { unpack } from './unpack.ts';

// Apart from the resources' schema, which the first screen carries. Numbers below 0 keep the two apart.
const numberOf = (position: number): number => -1 - position;

let root: ObjectField | undefined;

/** The whole document of a file of expectations. */
export function expectationsSchema(): ObjectField {
  root ??= unpack(structure, numberOf).get(EXPECTATIONS);
  if (!root) throw new Error('The generated schema is damaged; run `npm run schema` again.');
  return root;
}

/** What stands at a path of a document of expectations. */
export function expectationFieldAt(path: Path): Field | undefined {
  let field: Field | undefined = expectationsSchema();
  for (const step of path) field = field && childOf(field, step);
  return field;
}

/** Our sentence about a field of expectations; undefined for fields of resources. */
export const summaryOfExpectation = ({ id }: Field): string | undefined =>
  id < 0 ? summaries.fields[numberOf(id)] : undefined;

/** Our words about a value of such a field. */
export const summaryOfExpected = ({ id }: EnumField, value: string): string | undefined =>
  id < 0 ? summaries.values[numberOf(id)]?.[value] : undefined;
