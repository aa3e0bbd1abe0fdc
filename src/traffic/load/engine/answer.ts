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

/**
 * Whether an answer, by its name, is one that the destination meant to give: of HTTP below 500; of a connection, which has no status,
 * that nothing kept it from standing.
 */
export function isWell(answer: string): boolean {
  const [status = '', flags = ''] = answer.split(' ');
  return status === '0' ? !flags : Number(status) < 500;
}
