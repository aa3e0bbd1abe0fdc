import type { MeshView } from '../../istio/index.ts';
import type { Destination, Fault, Mirror, Outcome } from '../outcome.ts';
import type { Request } from '../request.ts';
import { route, type RouteOptions } from '../route.ts';
import type { Trace } from '../trace.ts';
import { randomFrom } from './random.ts';

export interface ManyOptions extends RouteOptions {
  /** How often the request is sent. */
  readonly count: number;
  /** The same seed gives the same draws. */
  readonly seed: number;
}

/** A destination or mirror, and how many of the requests went there. */
export type Counted<T> = T & { readonly count: number };

/** How the sends were spread. */
export interface ManySent {
  readonly count: number;
  /** What all of them have in common. */
  readonly trace: Trace;
  /** As in the outcome, those without any request too. */
  readonly destinations: readonly Counted<Destination>[];
  /** Copies, besides. A mirror whose cluster is not there gets none. */
  readonly mirrors: readonly Counted<Mirror>[];
  /** Held up by a fault before they went on, or were aborted. */
  readonly delayed: number;
  /** Answered by a fault. */
  readonly aborted: number;
  /** Answers that the proxy gave by itself, aborted ones included, the most frequent first. */
  readonly answers: readonly { readonly status: number; readonly count: number }[];
}

const draws = (random: () => number, percent: number | undefined): boolean =>
  percent !== undefined && random() * 100 < percent;

/** The index that a draw hits; weights are relative. */
function drawn(destinations: readonly Destination[], whole: number, random: () => number): number {
  let left = random() * whole;
  for (const [index, { weight }] of destinations.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return destinations.length - 1;
}

const statusOf = ({ httpStatus }: NonNullable<Fault['abort']>): number => httpStatus ?? 200;

/** Whether a request that goes on is answered by the proxy after all, and how; undefined for TCP, which knows no status. */
function answerOf({ kind, status }: Outcome, destination: Destination | undefined): number | undefined {
  if (kind !== 'forward') return status;
  return destination?.exists === false ? 503 : status;
}

/**
 * Sends a request many times, and counts where it went: weights, mirrors and faults are drawn as Envoy draws them, each by
 * itself and a delay before an abort. Pure: the same seed, the same counts. Throws `RequestError` as `route` does.
 */
export function sendMany(view: MeshView, request: Request, options: ManyOptions): ManySent {
  const trace = route(view, request, options);
  const { outcome } = trace;
  const random = randomFrom(options.seed);
  const destinations = outcome.destinations ?? [];
  const mirrors = outcome.mirrors ?? [];
  const whole = destinations.reduce((sum, { weight }) => sum + weight, 0);
  const [to, copies] = [destinations.map(() => 0), mirrors.map(() => 0)];
  const answers = new Map<number, number>();
  const { delay, abort } = outcome.fault ?? {};
  let [delayed, aborted] = [0, 0];

  for (let sent = 0; sent < options.count; sent++) {
    if (draws(random, delay?.percent)) delayed++;
    let answer: number | undefined;
    if (abort && draws(random, abort.percent)) {
      aborted++;
      answer = statusOf(abort);
    } else if (destinations.length) {
      const index = destinations.length === 1 ? 0 : drawn(destinations, whole, random);
      const destination = destinations[index];
      to[index] = (to[index] ?? 0) + 1;
      answer = answerOf(outcome, destination);
      // Envoy looks for the cluster first: a request that has none is not mirrored either.
      if (destination?.exists !== false) {
        for (const [each, mirror] of mirrors.entries())
          if (mirror.exists && draws(random, mirror.percent)) copies[each] = (copies[each] ?? 0) + 1;
      }
    } else answer = outcome.status;
    if (answer !== undefined) answers.set(answer, (answers.get(answer) ?? 0) + 1);
  }
  return {
    count: options.count,
    trace,
    destinations: destinations.map((each, index) => ({ ...each, count: to[index] ?? 0 })),
    mirrors: mirrors.map((each, index) => ({ ...each, count: copies[index] ?? 0 })),
    delayed,
    aborted,
    answers: [...answers]
      .map(([status, count]) => ({ status, count }))
      .sort((a, b) => b.count - a.count || a.status - b.status),
  };
}
