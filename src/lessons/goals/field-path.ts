import { formatPath, parsePath, type Path, type YamlValue } from '../../yaml/index.ts';
import { asList, valueAt } from '../../istio/index.ts';
import type { FieldPath, SomeItem } from './goal.ts';

/** `[*]`, or `[port.number=80]`. */
const SOME_ITEM = /\[(\*|[A-Za-z][\w.]*=[^\]]+)\]/;

/** Reads `spec.http[0].route[*].weight`, `spec.servers[port.number=80].hosts`. Throws a `SyntaxError` in words where it is none. */
export function parseFieldPath(text: string): FieldPath {
  // A pattern with a group leaves what it has found between the parts.
  return text.split(SOME_ITEM).flatMap((part, index): FieldPath => {
    if (index % 2 === 1) return [someItem(part)];
    const behind = index > 0 && part.startsWith('.') ? part.slice(1) : part;
    return behind === '' ? [] : parsePath(behind);
  });
}

function someItem(text: string): SomeItem {
  const mark = text.indexOf('=');
  if (mark < 0) return { any: true };
  return { any: true, where: { path: parsePath(text.slice(0, mark)), is: text.slice(mark + 1) } };
}

export const formatFieldPath = (path: FieldPath): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'object')
      return `${text}[${step.where ? `${formatPath(step.where.path)}=${step.where.is}` : '*'}]`;
    const one = formatPath([step]);
    return text && !one.startsWith('[') ? `${text}.${one}` : text + one;
  }, '');

/** The places of a value that a path means, whether or not anything is written there. */
export function placesMeant(value: YamlValue | undefined, path: FieldPath): readonly Path[] {
  return path.reduce<readonly Path[]>(
    (places, step) =>
      typeof step === 'object'
        ? places.flatMap((place) =>
            asList(valueAt(value, place)).flatMap((item, index) =>
              isMeant(item, step) ? [[...place, index]] : [],
            ),
          )
        : places.map((place) => [...place, step]),
    [[]],
  );
}

function isMeant(item: YamlValue, { where }: SomeItem): boolean {
  if (!where) return true;
  const said = valueAt(item, where.path);
  return (typeof said === 'string' ? said : JSON.stringify(said)) === where.is;
}
