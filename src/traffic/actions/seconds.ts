import { parseDuration } from '../../istio/index.ts';

const SECOND = 1_000_000_000n;

/** A duration in seconds, as Envoy gets it: `1m30s` is `90s`, `250ms` is `0.25s`. What is none stays as it is. */
export function inSeconds(written: string): string {
  const length = parseDuration(written)?.nanoseconds;
  if (length === undefined || length < 0n) return written;
  const rest = (length % SECOND).toString().padStart(9, '0').replace(/0+$/, '');
  return `${length / SECOND}${rest && `.${rest}`}s`;
}
