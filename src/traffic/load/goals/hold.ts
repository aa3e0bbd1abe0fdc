import { isWell, parseAnswer } from '../engine/answer.ts';
import type { LoadRun } from '../engine/run.ts';
import { localityMatches } from '../plan/locality.ts';
import type { MadePlan } from '../plan/make-plan.ts';
import { nameList, timeWords } from '../tell/words.ts';
import type { Bound, LoadGoal, Span } from './goal.ts';
import { sayGoal } from './say-goal.ts';

/** Whether a run does what its scenario expects of it. */
export interface HeldGoal {
  /** Its item under `expect`. */
  readonly index: number;
  /** A whole sentence: its name, or what is measured. */
  readonly text: string;
  /** Null while the run has not come so far. */
  readonly met: boolean | null;
  /** What there is instead of it, or just as wanted, in a few words: `0.4 %`. */
  readonly found: string;
}

/** What a scenario expects, held against what a run has come to so far. */
export const heldGoals = (goals: readonly LoadGoal[], made: MadePlan, run: LoadRun): readonly HeldGoal[] =>
  goals.map((goal) => {
    const { met, found } = measured(goal, made, run);
    const last = Math.max(...goal.spans.map(({ to }) => to));
    const early = goal.measure === 'ejected' && (goal.who === null ? !met : met);
    const done = run.now >= Math.min(last, made.plan.duration) - 1e-6;
    return { index: goal.index, text: goal.name ?? sayGoal(goal), met: done || early ? met : null, found };
  });

interface Found {
  readonly met: boolean;
  readonly found: string;
}

function measured(goal: LoadGoal, made: MadePlan, run: LoadRun): Found {
  const { recorder } = run;
  const { plan } = made;
  const slices = slicesIn(goal.spans, plan.bucket, recorder.slices);
  const sum = (counts: ArrayLike<number>): number =>
    slices.reduce((total, slice) => total + (counts[slice] ?? 0), 0);
  const answered = (wanted: (answer: string) => boolean): readonly [number, number] => {
    let [part, whole] = [0, 0];
    for (const [answer, counts] of recorder.answers) {
      const count = sum(counts);
      whole += count;
      if (wanted(answer)) part += count;
    }
    return [part, whole];
  };
  switch (goal.measure) {
    case 'answered':
      return share(goal.bound, ...answered(isWell), 'nothing was answered then');
    case 'errors':
      return share(goal.bound, ...answered((answer) => !isWell(answer)), 'nothing was answered then');
    case 'p50':
    case 'p90':
    case 'p99': {
      const length = recorder.percentileOf(Number(goal.measure.slice(1)) / 100, slices);
      if (length === undefined) return { met: false, found: 'nothing was answered then' };
      return { met: holds(goal.bound, length), found: `${rounded(length)} ms` };
    }
    case 'tries': {
      const tries = recorder.clusters.reduce(
        (total, { signals, copies }) => total + sum(signals.try) - sum(copies),
        0,
      );
      const sent = sum(recorder.sent);
      if (!sent) return { met: false, found: 'nothing was sent then' };
      const each = rounded(tries / sent);
      return {
        met: holds(goal.bound, tries / sent),
        found: `${each} ${each === '1' ? 'try' : 'tries'} a request`,
      };
    }
    case 'share': {
      const { of, what } = goal;
      if (of === 'answers')
        return share(
          goal.bound,
          ...answered((answer) => isAnswer(what, answer)),
          'nothing was answered then',
        );
      let [part, whole, there] = [0, 0, false];
      for (const [cluster, { hosts }] of plan.clusters.entries())
        for (const [index, host] of hosts.entries()) {
          const sent = sum(recorder.clusters[cluster]?.hosts[index]?.sent ?? []);
          whole += sent;
          const wanted =
            of === 'endpoint'
              ? host.name === what || host.address === what
              : host.locality !== '' && localityMatches(what, host.locality);
          there ||= wanted;
          if (wanted) part += sent;
        }
      if (there) return share(goal.bound, part, whole, 'nothing was tried then');
      const names = of === 'endpoint' ? `, but ${nameList(plan.clusters.flatMap(({ hosts }) => hosts))}` : '';
      return { met: false, found: `there is no ${of} ${what}${names}` };
    }
    case 'ejected':
      return ejected(goal, made, run);
  }
}

function ejected(goal: LoadGoal & { measure: 'ejected' }, made: MadePlan, { recorder }: LoadRun): Found {
  const nameOf = (cluster: number, host: number): string =>
    made.plan.clusters[cluster]?.hosts[host]?.name ?? '';
  const inTime = recorder.ejections.filter(({ at }) =>
    goal.spans.some(({ from, to }) => at >= from && at < to),
  );
  if (goal.who === null) {
    const [first] = inTime;
    if (!first) return { met: true, found: 'nobody was ejected' };
    return {
      met: false,
      found: `${nameOf(first.cluster, first.host)} was ejected at ${timeWords(first.at)}`,
    };
  }
  const { who, within } = goal;
  const own = inTime.filter(({ cluster, host }) => {
    const plan = made.plan.clusters[cluster]?.hosts[host];
    return plan?.name === who || plan?.address === who;
  });
  const hosts = made.plan.clusters.flatMap((cluster) => cluster.hosts);
  if (!hosts.some(({ name, address }) => name === who || address === who))
    return { met: false, found: `there is no endpoint ${who}, but ${nameList(hosts)}` };
  // Each sidecar ejects by itself: the last to do so counts.
  const times = Array.from(
    { length: made.plan.callers },
    (_, caller) => own.find((each) => each.caller === caller)?.at ?? Infinity,
  );
  const there = times.filter((at) => at !== Infinity).length;
  if (!there) return { met: false, found: `${who} was never ejected` };
  if (there < times.length)
    return { met: false, found: `${there} of ${times.length} sidecars ejected ${who}` };
  // Where nothing says from when on, it counts from when the endpoint has trouble.
  const begun = goal.during ? goal.spans.map(({ from }) => from) : troubled(who, made);
  const last = Math.max(...times);
  const after = last - Math.min(...begun.filter((from) => from <= last), begun.length ? last : 0);
  return { met: after <= within, found: `${who} was ejected after ${timeWords(after)}` };
}

const troubled = (who: string, { plan }: MadePlan): readonly number[] =>
  plan.clusters.flatMap(({ hosts }) =>
    hosts
      .filter(({ name, address }) => name === who || address === who)
      .flatMap(({ behaviour }) => behaviour.script.map(({ from }) => from)),
  );

/** `503` means it with any flags, `503 UO` with these, `UO` the flag with any status; `UNAVAILABLE` that of gRPC. */
function isAnswer(what: string, answer: string): boolean {
  const { status, flags, grpc } = parseAnswer(answer);
  return what
    .split(/[\s,]+/)
    .every((word) => (/^\d+$/.test(word) ? Number(word) === status : word === grpc || flags.includes(word)));
}

/** Those that lie in the spans whole; of a span shorter than a slice those that it touches. */
function slicesIn(spans: readonly Span[], bucket: number, count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, slice) => slice);
  return all.filter((slice) =>
    spans.some(({ from, to }) => {
      const [begin, end] = [slice * bucket, (slice + 1) * bucket];
      if (to - from < 2 * bucket) return begin < to && end > from;
      return begin >= from - 1e-6 && (end <= to + 1e-6 || (slice === count - 1 && begin < to));
    }),
  );
}

function holds({ sign, value }: Bound, found: number): boolean {
  switch (sign) {
    case 'under':
      return found < value;
    case 'at most':
      return found <= value;
    case 'over':
      return found > value;
    case 'at least':
      return found >= value;
  }
}

function share(bound: Bound, part: number, whole: number, nothing: string): Found {
  if (!whole) return { met: false, found: nothing };
  const percent = (100 * part) / whole;
  return { met: holds(bound, percent), found: `${rounded(percent)} %` };
}

/** So many places that what is small and not nothing does not read as 0. */
const rounded = (number: number): string =>
  number > 0 && number < 0.1 ? number.toPrecision(1) : String(Math.round(number * 100) / 100);
