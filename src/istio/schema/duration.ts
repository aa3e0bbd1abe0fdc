/** A length of time as Go keeps it: whole nanoseconds. */
export interface Duration {
  readonly nanoseconds: bigint;
  /** The same in milliseconds, with a fraction where there is one. */
  readonly milliseconds: number;
}

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const limit = 2n ** 63n - 1n;

/**
 * Reads a duration as Go's `time.ParseDuration` does, which Istio and its CRDs use: `1h30m`, `500ms`, `.5s`, `0`.
 * Undefined for what Go refuses: no unit, an unknown unit, or more than 64 bits of nanoseconds.
 * (And for more than 64 characters, which nobody means.)
 */
export function parseDuration(text: string): Duration | undefined {
  if (text.length > 64) return undefined;
  let reading = known.get(text);
  if (!reading) {
    if (known.size >= KEPT) known.clear();
    known.set(text, (reading = { duration: read(text) }));
  }
  return reading.duration;
}

/** Readings that are kept: a mesh has many durations, and few that differ. */
const KEPT = 500;
const known = new Map<string, { readonly duration: Duration | undefined }>();

function read(text: string): Duration | undefined {
  const sign = /^[-+]/.exec(text)?.[0] ?? '';
  const rest = text.slice(sign.length);
  if (rest === '0') return duration(0n);
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return undefined;
  let sum = 0n;
  for (const [, whole = '', fraction = '', unit] of rest.matchAll(/(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g)) {
    const scale = units[unit ?? ''] ?? 0n;
    sum += BigInt(whole || 0) * scale;
    // Go drops what is smaller than a nanosecond, part by part.
    if (fraction) sum += (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length);
  }
  if (sum > limit) return undefined;
  return duration(sign === '-' ? -sum : sum);
}

const duration = (nanoseconds: bigint): Duration => ({
  nanoseconds,
  milliseconds: Number(nanoseconds) / 1e6,
});
