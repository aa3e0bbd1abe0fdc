import { fieldsOf, MODELLED_KINDS, schemaOf, type Field } from '../src/istio/index.ts';

type JsonSchema = { [key: string]: unknown };

function jsonSchemaOf(field: Field): JsonSchema {
  switch (field.kind) {
    case 'object':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(fieldsOf(field).map((child) => [child.name, jsonSchemaOf(child)])),
        required: fieldsOf(field).flatMap(({ name, required }) => (required ? [name] : [])),
      };
    case 'list':
      return { type: 'array', items: jsonSchemaOf(field.item) };
    case 'map':
      return { type: 'object', additionalProperties: jsonSchemaOf(field.value) };
    case 'enum':
      return { type: 'string', enum: [...field.values] };
    case 'any':
      return {};
    default:
      return { type: field.kind };
  }
}

/** Our own schema as JSON Schema, one branch a kind, so that both contestants check the same rules. */
export function workspaceJsonSchema(): JsonSchema {
  const branches = MODELLED_KINDS.flatMap((kind) => {
    const field = schemaOf(kind);
    if (!field) return [];
    const schema = jsonSchemaOf(field);
    return [{ ...schema, properties: { ...(schema['properties'] as JsonSchema), kind: { const: kind } } }];
  });
  return { oneOf: branches };
}
