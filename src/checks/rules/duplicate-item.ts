import type { YamlValue } from '../../yaml/index.ts';
import { asMap, type FieldRule } from '../visit.ts';
import { quote } from '../words.ts';

/** Two items of one name in a list that the API server keeps by name. */
export const duplicateItem: FieldRule = ({ field, value, path }) => {
  if (field.kind !== 'list' || !field.keyedBy || !Array.isArray(value)) return [];
  const key = field.keyedBy;
  const seen = new Set<YamlValue>();
  return value.flatMap((item, index) => {
    const name = asMap(item)?.[key];
    if (name === undefined || name === null) return [];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        code: 'MW0217' as const,
        message: `There are two items with the ${key} ${quote(name)} in "${field.name}". The cluster refuses the resource; give each a ${key} of its own.`,
        path: [...path, index, key],
        at: 'value' as const,
      },
    ];
  });
};
