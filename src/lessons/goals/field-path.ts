import { formatPath, parsePath, type Path, type YamlValue } from '../../yaml/index.ts';
import { asList, valueAt } from '../../istio/index.ts';
import type { FieldPath } from './goal.ts';

const ANY = '[*]';

/** Reads `spec.http[*].route[0].weight`. Throws a `SyntaxError` in words where it is none. */
export function parseFieldPath(text: string): FieldPath {
  return text.split(ANY).flatMap((part, index): FieldPath => {
    const behind = index > 0 && part.startsWith('.') ? part.slice(1) : part;
    const steps: FieldPath = behind === '' ? [] : parsePath(behind);
    return index === 0 ? steps : [{ any: true }, ...steps];
  });
}

export const formatFieldPath = (path: FieldPath): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'object') return text + ANY;
    const one = formatPath([step]);
    return text && !one.startsWith('[') ? `${text}.${one}` : text + one;
  }, '');

/** The places of a value that a path means, whether or not anything is written there. */
export function placesMeant(value: YamlValue | undefined, path: FieldPath): readonly Path[] {
  return path.reduce<readonly Path[]>(
    (places, step) =>
      typeof step === 'object'
        ? places.flatMap((place) => asList(valueAt(value, place)).map((_, index) => [...place, index]))
        : places.map((place) => [...place, step]),
    [[]],
  );
}
