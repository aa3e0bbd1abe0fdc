import { parseDuration } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import { at, text, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

/** When silent TCP connections are closed. Of all durations this one may be nothing, which turns it off; else it is as others are. */
export function idleTimeout(pool: Spot): readonly Finding[] {
  const spot = at(pool, 'tcp', 'idleTimeout');
  const written = text(spot);
  const length = written === undefined ? undefined : parseDuration(written);
  // What rounds to no milliseconds is off; of what is no duration the schema's rule speaks.
  if (!length || Math.abs(length.milliseconds) < 1) return [];
  if (length.nanoseconds > 0n && length.nanoseconds % 1_000_000n === 0n) return [];
  const negative = length.nanoseconds < 0n;
  const meant = `${String(Math.max(1, Math.round(Math.abs(length.milliseconds))))}ms`;
  const what = negative
    ? `A connection cannot be idle for ${quote(written!)}. To keep idle connections open, write 0s.`
    : `${quote(written!)} is too fine: Istio counts in whole milliseconds.`;
  return [refuse('MW0214', spot, what, { mends: [setting(spot.path, negative ? '0s' : meant)] })];
}
