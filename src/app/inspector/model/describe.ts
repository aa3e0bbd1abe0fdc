import type { Field } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { isMap, stepInto } from './path.ts';
import { isTextChoice } from './shape.ts';

const telling = ['name', 'host', 'key', 'issuer', 'address', 'from', 'number'];

/** A few words that tell one item of a list from the others, out of what is written in it; empty for an empty one. */
export function describeItem(field: Field, value: YamlValue | undefined): string {
  const words = [...wordsOf(field, value, 3)].slice(0, 3);
  const text = words.join(', ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The words for items that stand side by side, without what all of them begin with, for where there is little room. */
export function tellApart(words: readonly string[]): readonly string[] {
  const parts = words.map((each) => each.split(', '));
  const [first = []] = parts;
  const most = Math.min(...parts.map(({ length }) => length)) - 1;
  let same = 0;
  while (words.length > 1 && same < most && parts.every((each) => each[same] === first[same])) same++;
  return parts.map((each) => each.slice(same).join(', '));
}

function* wordsOf(field: Field, value: YamlValue | undefined, depth: number): Generator<string> {
  if (value === undefined || value === null || depth < 0) return;
  if (field.kind === 'list') {
    if (Array.isArray(value))
      for (const item of value.slice(0, 3)) yield* wordsOf(field.item, item, depth - 1);
    return;
  }
  if (field.kind === 'map') {
    if (isMap(value)) {
      for (const [key, inside] of Object.entries(value).slice(0, 3)) {
        const words = [...wordsOf(field.value, inside, depth - 1)].join(' ');
        yield words === '' ? key : `${key}: ${words}`;
      }
    }
    return;
  }
  if (field.kind !== 'object') {
    if (typeof value !== 'object') yield String(value);
    return;
  }
  if (!isMap(value)) return;
  if (isTextChoice(field)) {
    const [how = ''] = Object.keys(value);
    const inside = value[how];
    const text = typeof inside === 'object' || inside === undefined ? '' : String(inside);
    yield how === 'prefix' ? `${text}*` : how === 'regex' ? `~ ${text}` : text;
    return;
  }
  const names = Object.keys(value).filter((name) => field.fields.has(name));
  const rank = (name: string) => (telling.indexOf(name) + telling.length + 1) % (telling.length + 1);
  for (const name of names.toSorted((a, b) => rank(a) - rank(b))) {
    const member = field.fields.get(name) as Field;
    const inside = stepInto(value, name);
    // A share says nothing without the others.
    if (member.format === 'weight') continue;
    if (member.kind === 'boolean') {
      if (inside === true) yield name;
    } else yield* wordsOf(member, inside, depth - 1);
  }
}
