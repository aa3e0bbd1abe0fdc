import { say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent } from '../../spot.ts';

/** Faults for no share of the requests: absent is none, other than with mirrors. */
export const faultShare: SpecRule = ({ spec }) =>
  ['delay', 'abort'].flatMap((kind) =>
    all(spec, `http[].fault.${kind}`).flatMap((fault) => {
      const happens = ['fixedDelay', 'httpStatus', 'grpcStatus'].some((name) => isFilled(at(fault, name)));
      if (!happens || isPresent(at(fault, 'percentage')) || isFilled(at(fault, 'percent'))) return [];
      const what = `Without a percentage this ${kind} is for 0 % of the requests: it happens to nobody.`;
      return [
        say('MW1115', fault, what, {
          at: 'key',
          mends: [setting([...fault.path, 'percentage'], { value: 100 }, 'Let it happen to all requests')],
        }),
      ];
    }),
  );
