import { isAnsweredWell, shareAnsweredWell } from '../curves.ts';
import type { LoadReport } from '../report.ts';

/** How a number of a run is said: of all requests, in milliseconds, how many, or how many for each request. */
export type FactUnit = 'share' | 'ms' | 'count' | 'per-request';

/** A number of both runs, and whose is better; null where they are as good, or where neither more nor less is. */
export interface LoadFact {
  readonly name: string;
  readonly unit: FactUnit;
  /** Null where there is none: nothing was answered. */
  readonly before: number | null;
  readonly after: number | null;
  readonly better: 'before' | 'after' | null;
}

export interface LoadComparison {
  readonly facts: readonly LoadFact[];
  /** Both runs went the same way, request by request, as far as curves tell. */
  readonly same: boolean;
  /** When the first curve of one leaves that of the other, in milliseconds; null where none does. */
  readonly partsAt: number | null;
}

/** Less is the same: a thousandth of the requests, a bin of latencies (10 %), a twentieth of a try. */
const LEAST: Readonly<Record<FactUnit, (a: number, b: number) => boolean>> = {
  share: (a, b) => Math.abs(a - b) >= 0.001,
  ms: (a, b) => Math.max(a, b) > Math.min(a, b) * 1.15,
  count: (a, b) => a !== b,
  'per-request': (a, b) => Math.abs(a - b) >= 0.05,
};

type Good = 'more' | 'less' | 'neither';

/** Puts two runs of one scenario and seed side by side. */
export function compareLoads(before: LoadReport, after: LoadReport): LoadComparison {
  const fact = (
    name: string,
    unit: FactUnit,
    good: Good,
    of: (report: LoadReport) => number | undefined,
  ): LoadFact => {
    const [a, b] = [of(before) ?? null, of(after) ?? null];
    const differs = a !== null && b !== null && LEAST[unit](a, b);
    const more = differs && (b > a ? 'after' : 'before');
    const less = differs && (b > a ? 'before' : 'after');
    const better = (good === 'more' ? more : good === 'less' && less) || null;
    return { name, unit, before: a, after: b, better };
  };
  return {
    facts: [
      fact('Answered well', 'share', 'more', shareAnsweredWell),
      fact('Latency p50', 'ms', 'less', ({ latency }) => latency.p50),
      fact('Latency p99', 'ms', 'less', ({ latency }) => latency.p99),
      fact('Tries a request', 'per-request', 'less', ({ triesPerRequest }) => triesPerRequest),
      fact('Ejections', 'count', 'neither', ({ ejections }) => ejections.length),
      ...failures(before, after).map((answer) =>
        fact(answer, 'share', 'less', (report) => (report.ended ? shareOf(report, answer) : undefined)),
      ),
      fact('Most connections', 'count', 'neither', mostConnections),
    ],
    same: sameCurves(before, after),
    partsAt: partingOf(before, after),
  };
}

const shareOf = ({ answers }: LoadReport, wanted: string): number =>
  answers.find(({ answer }) => answer === wanted)?.share ?? 0;

/** The answers that were not good, in either run; those that are most frequent there first. */
function failures(before: LoadReport, after: LoadReport): readonly string[] {
  const found = new Map<string, number>();
  for (const { answers } of [before, after])
    for (const { answer, status, share } of answers)
      if (!isAnsweredWell(status)) found.set(answer, Math.max(share, found.get(answer) ?? 0));
  return [...found].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([answer]) => answer);
}

function mostConnections({ series }: LoadReport): number {
  return series.at.reduce(
    (most, _, slice) =>
      Math.max(
        most,
        series.clusters.reduce((sum, { connections }) => sum + (connections[slice] ?? 0), 0),
      ),
    0,
  );
}

const sameCurves = (before: LoadReport, after: LoadReport): boolean =>
  JSON.stringify(before.series) === JSON.stringify(after.series);

/** Answers of each kind are compared slice by slice: where one more or less is only chance, so are all after it. */
function partingOf({ series: before }: LoadReport, { series: after }: LoadReport): number | null {
  const kinds = new Set([...Object.keys(before.answers), ...Object.keys(after.answers)]);
  const slice = before.at.findIndex((_, at) => {
    const sent = Math.max(1, before.sent[at] ?? 0);
    return [...kinds].some(
      (kind) =>
        Math.abs((before.answers[kind]?.[at] ?? 0) - (after.answers[kind]?.[at] ?? 0)) >
        Math.max(2, NOISE * sent),
    );
  });
  return slice < 0 ? null : (before.at[slice] ?? 0);
}

/** A share of the requests of a slice. */
const NOISE = 0.03;
