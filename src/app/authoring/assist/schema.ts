import goals from '../../../../public/schemas/lesson-goals.schema.json';
import head from '../../../../public/schemas/lesson.schema.json';

/** As much of JSON Schema as the published schemas of lessons use. */
export interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: string | number | boolean;
  readonly default?: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const GOALS: Schema = goals;

/** What a `look` block holds: the same requests and resources that goals speak of. */
const LOOK: Schema = {
  type: 'object',
  properties: {
    resources: {
      description: 'To highlight: Kind, Kind/name or Kind/namespace/name.',
      type: 'array',
      items: { $ref: '#/$defs/resource' },
    },
    requests: {
      description: 'To offer in “Send a request”, the first one filled in.',
      type: 'array',
      items: { $ref: '#/$defs/request' },
    },
  },
};

/** The schemas of what of a lesson is YAML, and no workspace's file. */
export const SCHEMAS = { head: head as Schema, goals: GOALS, look: LOOK } as const;

/** All that can stand at a path: alternatives side by side, as far as the keys that stand there leave them open. */
export function schemasAt(
  root: Schema,
  path: readonly (string | number)[],
  keysAt: (depth: number) => ReadonlySet<string>,
): readonly Schema[] {
  let here = unfold(root, keysAt(0));
  for (const [depth, step] of path.entries()) {
    const next = here.flatMap((schema) =>
      typeof step === 'number' ? (schema.items ?? []) : (schema.properties?.[step] ?? []),
    );
    here = next.flatMap((schema) => unfold(schema, keysAt(depth + 1)));
  }
  return here;
}

/** Follows references, and takes of alternatives those that have all of the keys. */
function unfold(schema: Schema, keys: ReadonlySet<string>): readonly Schema[] {
  const { $ref, oneOf, ...own } = schema;
  if ($ref !== undefined) {
    const target = GOALS.$defs?.[$ref.replace('#/$defs/', '')];
    return target ? unfold(target, keys) : [];
  }
  if (!oneOf) return [schema];
  const all = oneOf.flatMap((one) => unfold({ ...own, ...one }, keys));
  return all.filter(
    ({ properties }) => !keys.size || [...keys].every((key) => properties && key in properties),
  );
}
