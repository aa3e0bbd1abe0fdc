const UNITS: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago something was, in words: `5 minutes ago`, `yesterday`. Both in milliseconds since the epoch. */
export function ago(at: number, now: number): string {
  const seconds = Math.max(0, (now - at) / 1000);
  const [unit, size] = UNITS.find(([, least]) => seconds >= least) ?? [null, 1];
  return unit === null ? 'just now' : format.format(-Math.floor(seconds / size), unit);
}
