import { fieldsOf, knownIn, type Field, type ObjectField } from '../../istio/index.ts';
import type { Style } from './style.ts';

const DEEPEST = 4;

/**
 * What follows a new key, from its colon on: the fields that must be there, nested, with `¦` where the person goes on.
 * `column` is the key's own.
 */
export function valueSkeleton(field: Field, column: number, style: Style, depth = 0): string {
  const inner = column + style.step;
  switch (field.kind) {
    case 'object':
      return `:\n${' '.repeat(inner)}${objectSkeleton(field, inner, style, depth)}`;
    case 'map':
      return `:\n${' '.repeat(inner)}¦`;
    case 'list': {
      const dash = column + style.dash;
      return `:\n${' '.repeat(dash)}- ${itemSkeleton(field.item, dash, style, depth)}`;
    }
    default:
      return ': ¦';
  }
}

/** What follows a dash that stands at `dash`. */
export function itemSkeleton(item: Field, dash: number, style: Style, depth = 0): string {
  return item.kind === 'object' ? objectSkeleton(item, dash + 2, style, depth) : '¦';
}

/** The required fields of an object, its first key at `column`, where the text goes in. */
function objectSkeleton(field: ObjectField, column: number, style: Style, depth: number): string {
  const required = depth < DEEPEST ? requiredOf(field, style) : [];
  if (required.length === 0) return '¦';
  return required
    .map((each) => each.name + valueSkeleton(each, column, style, depth + 1))
    .join(`\n${' '.repeat(column)}`);
}

const requiredOf = (field: ObjectField, { version }: Style): readonly Field[] =>
  fieldsOf(field).filter((each) => each.required && !each.deprecated && knownIn(each, version));

/** The same on one line, in braces. */
export function flowSkeleton(field: Field): string {
  if (field.kind === 'object' || field.kind === 'map') return ': {¦}';
  return field.kind === 'list' ? ': [¦]' : ': ¦';
}
