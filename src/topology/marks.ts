import { asMap, asNumber, asText, member } from '../istio/index.ts';
import type { YamlValue } from '../yaml/index.ts';
import type { Mark } from './types.ts';

/** How many requests a fault hits: none where no percentage is written, as in Istio. */
const percentage = (fault: YamlValue): number =>
  asNumber(member(member(fault, 'percentage'), 'value')) ?? asNumber(member(fault, 'percent')) ?? 0;

function faults(fault: YamlValue | undefined): Mark[] {
  const [delay, abort] = [member(fault, 'delay'), member(fault, 'abort')];
  const marks: Mark[] = [];
  if (asMap(delay)) {
    const time = asText(member(delay, 'fixedDelay')) ?? '';
    marks.push({ kind: 'fault', text: `${String(percentage(delay ?? null))} % delay ${time}`.trimEnd() });
  }
  if (asMap(abort)) {
    const status = member(abort, 'httpStatus') ?? member(abort, 'grpcStatus');
    const code = typeof status === 'number' || typeof status === 'string' ? String(status) : '';
    marks.push({ kind: 'fault', text: `${String(percentage(abort ?? null))} % abort ${code}`.trimEnd() });
  }
  return marks;
}

/** What an http rule does to its traffic, as signs for its row, in the order that Envoy does it. */
export function ruleMarks(rule: YamlValue): readonly Mark[] {
  const timeout = member(rule, 'timeout');
  const attempts = asNumber(member(member(rule, 'retries'), 'attempts'));
  return [
    ...faults(member(rule, 'fault')),
    ...(asMap(member(rule, 'corsPolicy')) ? [{ kind: 'cors', text: 'CORS' } as const] : []),
    ...(typeof timeout === 'string' ? [{ kind: 'timeout', text: timeout } as const] : []),
    ...(attempts === undefined ? [] : [{ kind: 'retries', text: `${String(attempts)} retries` } as const]),
    ...(asMap(member(rule, 'headers')) ? [{ kind: 'headers', text: 'headers' } as const] : []),
  ];
}
