import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all } from '../../spot.ts';

const places = ['rules[].from[].source{}[]', 'rules[].to[].operation{}[]'];

/** Empty texts among what must fit; nothing fits them. Of those among conditions, `conditions.ts` speaks. */
export const emptyTexts: SpecRule = ({ spec }) =>
  all(spec, places)
    .filter(({ value }) => value === '')
    .map((spot) =>
      refuse('MW0927', spot, `"${String(spot.path.at(-2))}" holds an empty text, which nothing fits.`, {
        mends: [removing(spot.path, 'Remove the empty text')],
      }),
    );
