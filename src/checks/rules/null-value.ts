import type { FieldRule } from '../visit.ts';

/**
 * A key with nothing after it, or an empty list item. The API server drops the first (so a `match:` left empty matches
 * everything) and refuses the second.
 */
export const nullValue: FieldRule = ({ field, value, path, parents }) => {
  if (value !== null || field.kind === 'any') return [];
  const name = path.at(-1);
  if (typeof name === 'number') {
    return [
      {
        code: 'MW0216',
        message: `Item ${String(name + 1)} of "${String(path.at(-2))}" is empty. The cluster refuses the resource as it is; fill the item or remove it.`,
        path,
        at: 'value',
        mends: [{ title: 'Remove the empty item', steps: [{ kind: 'remove-field', path }] }],
      },
    ];
  }
  // Of a missing required field `rules/required-field.ts` speaks; Kubernetes' own tools print empty metadata.
  if (field.required || path[0] === 'metadata' || parents.length === 0) return [];
  return [
    {
      code: 'MW0215',
      message: `"${String(name)}" has no value, so the cluster drops it: as if it were not written. Give it a value, or remove it.`,
      path,
      at: 'key',
      mends: [{ title: `Remove ${String(name)}`, steps: [{ kind: 'remove-field', path }] }],
    },
  ];
};
