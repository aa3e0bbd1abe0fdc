/** The flags that Envoy's access log shows beside an answer which a proxy had a hand in, in the order in which it writes them. */
const FLAGS = ['UH', 'UT', 'UR', 'UF', 'UC', 'UO', 'DI', 'FI', 'URX', 'NC'] as const;
export type Flag = (typeof FLAGS)[number];

const names = new Map<string | number, string>();

/** An answer as one name: `200`, `503 UO`, `504 UT,URX`. */
export function answerName(status: number, flags: readonly Flag[]): string {
  const key = flags.length ? `${status} ${flags.join()}` : status;
  const known = names.get(key);
  if (known !== undefined) return known;
  const told = FLAGS.filter((flag) => flags.includes(flag)).join(',');
  const name = told ? `${status} ${told}` : String(status);
  names.set(key, name);
  return name;
}

/** Whether an answer is what was asked for: of HTTP below 500, of a connection without a status that nothing kept from standing. */
export const isWell = (status: number, flags: readonly string[]): boolean =>
  status === 0 ? !flags.length : status < 500;
