import { removing, removingAll, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, has } from '../../spot.ts';
import { listOf } from '../../words.ts';

const CALLERS = ['sourceLabels', 'sourceNamespace'];
const WRITTEN = CALLERS.map((name) => `http[].match[].${name}`);

/** Labels and namespaces of callers in http matches that name gateways, where istiod does not read them. */
export const unaskedCallers: SpecRule = ({ spec }) => {
  if (!has(spec, ...WRITTEN)) return [];
  return all(spec, 'http[].match[]').flatMap((match) => {
    const gateways = at(match, 'gateways');
    const callers = CALLERS.map((name) => at(match, name)).filter(isFilled);
    const [first] = callers;
    if (!first || !isFilled(gateways)) return [];
    const names = listOf(
      callers.map(({ path }) => `"${String(path.at(-1))}"`),
      'and',
    );
    const what = `This match names gateways, and then Istio does not look at ${names}: it takes requests of every caller. Leave "gateways" out to ask who calls.`;
    return [
      say('MW1105', first, what, {
        at: 'key',
        mends: [
          removing(gateways.path, 'Ask who calls, at all its gateways'),
          removingAll(
            callers.map(({ path }) => path),
            'Take every caller',
          ),
        ],
      }),
    ];
  });
};
