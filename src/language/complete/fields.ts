import { fieldsOf, knownIn, unionOf, type Field, type ObjectField } from '../../istio/index.ts';
import type { TextRange } from '../../text/index.ts';
import { sentenceOf } from '../schema.ts';
import { fieldNotes, typeWords } from '../words.ts';
import { stopsOf, type CompletionItem } from './item.ts';
import { flowSkeleton, valueSkeleton } from './skeleton.ts';
import type { Style } from './style.ts';

export interface FieldsRequest {
  readonly object: ObjectField;
  /** The keys that stand there already, the one being typed left out. */
  readonly present: ReadonlySet<string>;
  readonly replace: TextRange;
  /** Text before the key: indentation that is missing, a space after a dash. */
  readonly before: string;
  readonly column: number;
  readonly style: Style;
  /** A colon follows already. */
  readonly colon: boolean;
  readonly flow: boolean;
  /** What stands around keys here, as in JSON. */
  readonly quote: '' | '"' | "'";
}

/**
 * The keys that an object can still take: what is required first, then what is common, what is outdated last. What the
 * target version of Istio does not know yet is left out.
 */
export function fieldItems(request: FieldsRequest): CompletionItem[] {
  const { object, present, style } = request;
  const taken = new Set(
    object.unions
      .filter((union) => union.by === 'schema' && union.members.some((member) => present.has(member)))
      .flatMap((union) => union.members),
  );
  // What the cluster writes is not for people to write.
  const isResource = object.fields.has('apiVersion');
  return fieldsOf(object)
    .filter(({ name }) => !present.has(name) && !taken.has(name) && !(name === 'status' && isResource))
    .filter((field) => knownIn(field, style.version))
    .map((field) => fieldItem(field, request));
}

function fieldItem(field: Field, request: FieldsRequest): CompletionItem {
  const { object, present, replace, before, column, style, colon, flow, quote } = request;
  const rest = colon ? '' : flow ? flowSkeleton(field) : valueSkeleton(field, column, style);
  const { insert, stops } = stopsOf(before + quote + field.name + quote + rest);
  const union = unionOf(object, field.name);
  const other = union?.members.find((member) => present.has(member));
  const choice = union ? `One of ${union.members.map((member) => `\`${member}\``).join(', ')}.` : '';
  return {
    label: field.name,
    kind: 'field',
    detail: typeWords(field) + (field.required ? ', required' : ''),
    documentation: [sentenceOf(field), choice, ...fieldNotes(field, style.version)]
      .filter(Boolean)
      .join('\n\n'),
    replace,
    insert,
    stops,
    again: !colon && field.kind !== 'integer' && field.kind !== 'number',
    deprecated: field.deprecated !== undefined,
    rank: field.deprecated ? 4 : other ? 3 : field.required ? 0 : field.common ? 1 : 2,
  };
}
