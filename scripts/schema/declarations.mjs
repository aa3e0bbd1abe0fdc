// Reads shape, required marks, enum values and descriptions of a kind out of the dependency's type declarations.
import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

/**
 * A field as the dependency declares it: `{ kind, fields?, item?, value?, values?, description?, required }`.
 * `kind` is one of object, list, map, string, number, boolean, enum, any.
 */
export function readDeclarations(file, name) {
  const text = readFileSync(file, 'utf8');
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0].message}`);
  const docs = new Map(comments.map((comment) => [comment.end, comment.value]));
  const declared = program.body.map((statement) => statement.declaration);
  const found = declared.find(
    (node) => node?.type === 'TSInterfaceDeclaration' && node.id.name === `I${name}`,
  );
  if (!found) throw new Error(`${file} declares no interface I${name}.`);
  return objectOf(found.body.body, { text, docs });
}

function objectOf(members, source) {
  const index = members.find((member) => member.type === 'TSIndexSignature');
  if (index) return { kind: 'map', value: typeOf(index.typeAnnotation.typeAnnotation, source) };
  const fields = {};
  for (const member of members) {
    if (member.type !== 'TSPropertySignature') throw new Error(`Unknown member ${member.type}.`);
    const field = typeOf(member.typeAnnotation.typeAnnotation, source);
    fields[member.key.value ?? member.key.name] = {
      ...field,
      description: descriptionBefore(member.start, source),
      required: !member.optional,
    };
  }
  return { kind: 'object', fields };
}

function typeOf(node, source) {
  switch (node.type) {
    case 'TSTypeLiteral':
      return objectOf(node.members, source);
    // `X & (Exclude<X, …> | …)` is how the dependency writes "one of"; X already holds every field.
    case 'TSIntersectionType':
      return typeOf(node.types[0], source);
    case 'TSParenthesizedType':
      return typeOf(node.typeAnnotation, source);
    case 'TSUnionType':
      return unionOf(node, source);
    case 'TSTypeReference':
      return referenceOf(node, source);
    case 'TSLiteralType':
      return { kind: 'enum', values: [node.literal.value] };
    case 'TSStringKeyword':
      return { kind: 'string' };
    case 'TSNumberKeyword':
      return { kind: 'number' };
    case 'TSBooleanKeyword':
      return { kind: 'boolean' };
    default:
      throw new Error(`Unknown type ${node.type}: ${source.text.slice(node.start, node.end).slice(0, 80)}`);
  }
}

function unionOf(node, source) {
  if (node.types.every((type) => type.type === 'TSLiteralType'))
    return { kind: 'enum', values: node.types.map((type) => type.literal.value) };
  // An `IntOrString`, in `status` only.
  if (node.types.every((type) => /^TS(String|Number)Keyword$/.test(type.type))) return { kind: 'any' };
  return typeOf(node.types[0], source);
}

function referenceOf(node, source) {
  const name = node.typeName.name;
  if (name === 'Array') return { kind: 'list', item: typeOf(node.typeArguments.params[0], source) };
  if (name === 'Record') return { kind: 'map', value: typeOf(node.typeArguments.params[1], source) };
  // Kubernetes' own types: times, owner references, managed fields.
  if (/^I[A-Z]/.test(name)) return { kind: 'any' };
  throw new Error(`Unknown type reference ${name}.`);
}

function descriptionBefore(start, { text, docs }) {
  let end = start;
  while (/\s/.test(text[end - 1])) end--;
  const comment = docs.get(end);
  if (comment === undefined) return undefined;
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*\s?/, ''));
  return lines.join('\n').trim() || undefined;
}
