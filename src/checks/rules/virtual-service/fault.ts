import type { Finding } from '../../finding.ts';
import { refuse, removing, say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, number, text, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';

/** Faults injected on purpose: something must happen, to some requests, and be something that Istio can do. */
export const fault: SpecRule = ({ spec }) =>
  all(spec, 'http[].fault').flatMap((spot) => {
    const abort = at(spot, 'abort');
    const delay = at(spot, 'delay');
    return [
      ...(isPresent(abort) || isPresent(delay) ? [] : [empty(spot)]),
      ...(isPresent(abort) ? [...share(abort), ...abortKind(abort)] : []),
      ...(isPresent(delay) ? [...share(delay), ...delayKind(delay)] : []),
    ];
  });

function empty(spot: Spot): Finding {
  const what = 'This fault does nothing. Give it an "abort" or a "delay", or remove it.';
  return refuse('MW0420', spot, what, { at: 'key', mends: [removing(spot.path)] });
}

/** Envoy counts in millionths; what is smaller than one of them is refused, unless it is none at all. */
const SMALLEST = 0.0001;

function share(part: Spot): readonly Finding[] {
  const spot = at(part, 'percentage', 'value');
  const value = number(spot);
  if (value === undefined || value <= 0 || value >= SMALLEST) return [];
  const what = `${String(value)} percent is less than Envoy can count; the smallest share is ${String(SMALLEST)}.`;
  return [refuse('MW0421', spot, what, { mends: [setting(spot.path, SMALLEST)] })];
}

function abortKind(abort: Spot): readonly Finding[] {
  const http2 = at(abort, 'http2Error');
  if (isPresent(http2)) return [unsupported(http2, 'httpStatus')];
  const grpc = at(abort, 'grpcStatus');
  if (isPresent(grpc)) return grpcStatus(grpc);
  return isPresent(at(abort, 'httpStatus')) ? [] : [nothing(abort, 'httpStatus', 503)];
}

function delayKind(delay: Spot): readonly Finding[] {
  const exponential = at(delay, 'exponentialDelay');
  if (isPresent(exponential)) return [unsupported(exponential, 'fixedDelay')];
  return isPresent(at(delay, 'fixedDelay')) ? [] : [nothing(delay, 'fixedDelay', '5s')];
}

function unsupported(spot: Spot, instead: string): Finding {
  const name = String(spot.path.at(-1));
  const path = [...spot.path.slice(0, -1), instead];
  const mend =
    instead === 'fixedDelay' && isFilled(spot)
      ? [
          {
            title: 'Change to fixedDelay',
            steps: [{ kind: 'rename-key' as const, path: spot.path, key: instead }],
          },
        ]
      : [
          {
            title: 'Answer with 503 instead',
            steps: [
              { kind: 'set-field' as const, path, value: 503 },
              { kind: 'remove-field' as const, path: spot.path },
            ],
          },
        ];
  return refuse('MW0422', spot, `Istio has never been able to do "${name}". Use ${instead}.`, {
    at: 'key',
    mends: mend,
  });
}

/** istiod means to warn of this one and loses the warning on the way. */
function nothing(part: Spot, field: string, value: string | number): Finding {
  const what = `This ${String(part.path.at(-1))} does not say what happens, so nothing does. Set "${field}".`;
  const mends = [setting([...part.path, field], value, `Set ${field} to ${String(value)}`)];
  return say('MW0423', part, what, { at: 'key', mends });
}

function grpcStatus(spot: Spot): readonly Finding[] {
  const status = text(spot);
  if (status === undefined || grpcStatuses.has(status)) return [];
  const byNumber = /^\d+$/.test(status) ? [...grpcStatuses][Number(status)] : undefined;
  const meant = byNumber ?? closest(status.trim(), grpcStatuses);
  const what = `gRPC has no status ${quote(status)}${meant ? `; did you mean ${meant}?` : '.'} Write its name in capitals, such as UNAVAILABLE.`;
  return [refuse('MW0424', spot, what, { mends: [setting(spot.path, meant ?? 'UNAVAILABLE')] })];
}

/** In the order of their numbers, from 0. */
const grpcStatuses: ReadonlySet<string> = new Set([
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
]);
