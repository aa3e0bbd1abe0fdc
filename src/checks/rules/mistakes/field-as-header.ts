import { say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, entries, isPresent } from '../../spot.ts';

const FIELDS: ReadonlySet<string> = new Set(['uri', 'method', 'scheme', 'authority']);

/** `uri` and its like among the headers to match. */
export const fieldAsHeader: SpecRule = ({ spec }) =>
  all(spec, 'http[].match[]').flatMap((match) =>
    entries(at(match, 'headers'))
      .filter(({ key }) => FIELDS.has(key))
      .map((header) => {
        const what = `This asks for a header named "${header.key}", which no request has, so the match is never true. The field "${header.key}" of the match is meant.`;
        const moved = [
          { kind: 'set-field' as const, path: [...match.path, header.key], value: header.value },
          { kind: 'remove-field' as const, path: header.path },
        ];
        const free = !isPresent(at(match, header.key));
        return say('MW1104', header, what, {
          at: 'key',
          mends: free ? [{ title: `Move it out of the headers`, steps: moved }] : [],
        });
      }),
  );
