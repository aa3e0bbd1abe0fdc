import { httpOf } from './grpc.ts';

/** The flags that Envoy's access log shows beside an answer which a proxy had a hand in, in the order in which it writes them. */
const FLAGS = ['UH', 'UT', 'UR', 'UF', 'UC', 'UO', 'DI', 'FI', 'URX', 'NC'] as const;
export type Flag = (typeof FLAGS)[number];

const names = new Map<string | number, string>();

/** An answer as one name: `200`, `503 UO`, `504 UT,URX`; of gRPC with its status, `200 UO UNAVAILABLE`. */
export function answerName(status: number, flags: readonly Flag[], grpc?: string): string {
  const key = flags.length || grpc ? `${status} ${flags.join()} ${grpc}` : status;
  const known = names.get(key);
  if (known !== undefined) return known;
  const told = FLAGS.filter((flag) => flags.includes(flag)).join(',');
  const name = [String(status), told, grpc].filter(Boolean).join(' ');
  names.set(key, name);
  return name;
}

/** What the name of an answer says. */
export interface Answer {
  readonly status: number;
  readonly flags: readonly string[];
  /** Undefined where it is no gRPC, or has no status of gRPC. */
  readonly grpc: string | undefined;
}

/** Reads the name of an answer. */
export function parseAnswer(answer: string): Answer {
  const [status = '', ...words] = answer.split(' ');
  const grpc = words.find((word) => httpOf(word) !== undefined);
  const flags = words.find((word) => word !== grpc)?.split(',') ?? [];
  return { status: Number(status), flags, grpc };
}

/**
 * Whether an answer, by its name, is one that the destination meant to give: of HTTP below 500, of gRPC what counts as such; of a
 * connection, which has no status, that nothing kept it from standing.
 */
export function isWell(answer: string): boolean {
  const { status, flags, grpc } = parseAnswer(answer);
  if (status === 0) return !flags.length;
  return (httpOf(grpc ?? '') ?? status) < 500;
}
