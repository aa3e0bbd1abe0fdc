import { asNumber, asText, member } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Fault } from '../outcome.ts';
import { percentIn } from './percent.ts';

/** A share that nobody writes down is none: faults are made for 0 % of requests then. */
function percentOf(value: YamlValue, old?: string): number {
  const percentage = member(value, 'percentage');
  if (percentage !== undefined && percentage !== null) return percentIn(percentage);
  return (old === undefined ? undefined : asNumber(member(value, old))) ?? 0;
}

/** The faults of a rule that can happen at all; undefined where none can. */
export function faultOf(fault: YamlValue | undefined): Fault | undefined {
  const [delay, abort] = [member(fault, 'delay'), member(fault, 'abort')];
  const fixedDelay = asText(member(delay, 'fixedDelay'));
  const made: Fault = {
    ...(delay &&
      fixedDelay &&
      percentOf(delay, 'percent') > 0 && { delay: { fixedDelay, percent: percentOf(delay, 'percent') } }),
    ...(abort && percentOf(abort) > 0 && abortOf(abort)),
  };
  return made.delay || made.abort ? made : undefined;
}

function abortOf(abort: YamlValue): Pick<Fault, 'abort'> {
  const [httpStatus, grpcStatus, percent] = [
    asNumber(member(abort, 'httpStatus')),
    asText(member(abort, 'grpcStatus')),
    percentOf(abort),
  ];
  if (httpStatus !== undefined) return { abort: { httpStatus, percent } };
  return grpcStatus ? { abort: { grpcStatus, percent } } : {};
}
