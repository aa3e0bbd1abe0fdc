import { member } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import { say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, entries, has, text, type Entry, type Spot } from '../../spot.ts';

const KINDS: readonly string[] = ['exact', 'prefix', 'regex'];
const FIELDS: readonly string[] = ['uri', 'scheme', 'method', 'authority'];
const MAPS = ['headers', 'withoutHeaders', 'queryParams'] as const;

/** `exact:` and the like beside the field that they are for, which stands there empty. */
export const oneDash: SpecRule = ({ spec }) => {
  const maps = MAPS.filter((name) => has(spec, `http[].match[].${name}`));
  return all(spec, 'http[].match[]').flatMap((match) => [
    ...beside(match, (key) => FIELDS.includes(key)),
    ...maps.flatMap((name) => beside(at(match, name), (key) => !KINDS.includes(key))),
  ]);
};

function beside(map: Spot, isField: (key: string) => boolean): readonly Finding[] {
  // Nearly none has one of these among its keys.
  if (!KINDS.some((kind) => member(map.value, kind) !== undefined)) return [];
  let empty: Entry | undefined;
  return entries(map).flatMap((entry) => {
    if (KINDS.includes(entry.key) && empty && text(entry) !== undefined) return [underneath(entry, empty)];
    empty = entry.value === null && isField(entry.key) ? entry : undefined;
    return [];
  });
}

function underneath(condition: Entry, field: Entry): Finding {
  const what = `"${condition.key}" stands beside "${field.key}" and not under it, so nothing is asked of "${field.key}" and every request fits. Indent it by one more step.`;
  return say('MW1101', condition, what, {
    at: 'key',
    mends: [
      {
        title: `Put it under ${field.key}`,
        steps: [
          { kind: 'set-field', path: [...field.path, condition.key], value: condition.value },
          { kind: 'remove-field', path: condition.path },
        ],
      },
    ],
  });
}
