import type { Field, ObjectField } from '../../istio/index.ts';
import { formatPath, type YamlMap, type YamlValue } from '../../yaml/index.ts';
import type { Finding } from '../finding.ts';

import { asMap, type FieldRule, type Visit } from '../visit.ts';
import { closest, listOf } from '../words.ts';
import { placesOf, type Place } from './places.ts';

/** Whether the schema has all keys of a value here. */
export function allKnown(field: Field, value: YamlValue): boolean {
  const map = asMap(value);
  if (field.kind !== 'object' || !map) return true;
  for (const key of Object.keys(map)) if (!field.fields.has(key)) return false;
  return true;
}

/** A key that the schema does not have here: a slip of the finger, a field of another place, or an invention. */
export const unknownField: FieldRule = (visit) => {
  const { field, value } = visit;
  const map = asMap(value);
  if (field.kind !== 'object' || !map) return [];
  const unknown = Object.keys(map).filter((key) => !field.fields.has(key));
  return unknown.map((key) => findingOf(visit, field, map, key, map[key] ?? null));
};

function findingOf(visit: Visit, field: ObjectField, map: YamlMap, key: string, content: YamlValue): Finding {
  const path = [...visit.path, key];
  const where = formatPath(visit.path);
  const names = [...field.fields.keys()];
  const same = names.find((name) => sameWord(name, key));
  const place = same ? undefined : placesOf(key, visit, field)[0];
  if (place) return misplaced(key, content, path, place);
  const meant = same ?? closest(key, names);
  const removal = { title: `Remove ${key}`, steps: [{ kind: 'remove-field', path }] } as const;
  if (meant === undefined) {
    return {
      code: 'MW0201',
      message: `"${key}" is not a field${where ? ` of ${where}` : ' of the resource'}. ${consequence} ${offer(field)}`,
      path,
      at: 'key',
      mends: [removal],
    };
  }
  const free = !Object.hasOwn(map, meant);
  return {
    code: 'MW0201',
    message: free
      ? `"${key}" is not a field here; did you mean "${meant}"? ${consequence}`
      : `"${key}" is not a field here, and "${meant}" is written already. ${consequence}`,
    path,
    at: 'key',
    mends: free
      ? [{ title: `Change to ${meant}`, steps: [{ kind: 'rename-key', path, key: meant }] }, removal]
      : [removal],
  };
}

function misplaced(key: string, content: YamlValue, path: Finding['path'], place: Place): Finding {
  const target = formatPath(place.path);
  return {
    code: 'MW0202',
    message: `"${key}" does not belong here, but in ${place.list ? 'an item of ' : ''}${target}. ${consequence}`,
    path,
    at: 'key',
    mends: place.free
      ? [
          {
            title: `Move to ${target}`,
            steps: [
              { kind: 'set-field', path: [...place.path, key], value: content },
              { kind: 'remove-field', path },
            ],
          },
        ]
      : [],
  };
}

const consequence = 'kubectl refuses it or the cluster drops it, so it changes no traffic.';

const sameWord = (a: string, b: string): boolean =>
  a.toLowerCase().replaceAll(/[-_]/g, '') === b.toLowerCase().replaceAll(/[-_]/g, '');

function offer(field: ObjectField): string {
  const names = [...field.fields.values()].filter(({ deprecated }) => !deprecated).map(({ name }) => name);
  return names.length <= 8
    ? `The fields here are ${listOf(names, 'and')}.`
    : 'Remove it, or look for the field that you mean.';
}
