import { parseDuration } from '../../../istio/index.ts';

/** A duration as Istio writes it, in milliseconds; undefined where it is none. */
export function millis(written: string | undefined): number | undefined {
  const length = written === undefined ? undefined : parseDuration(written)?.nanoseconds;
  return length === undefined || length < 0n ? undefined : Number(length) / 1e6;
}
