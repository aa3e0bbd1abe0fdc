import type { LoadReport, LoadSeries } from './report.ts';

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A run as comma-separated values: a line for each slice of time, with all that is counted. */
export function loadAsCsv({ series }: Pick<LoadReport, 'series'>): string {
  const named: readonly (readonly [string, readonly (number | null)[]])[] = [
    ['second', series.at.map((at) => at / 1000)],
    ['sent', series.sent],
    ['under way', series.underWay],
    ['p50 ms', series.p50],
    ['p90 ms', series.p90],
    ['p99 ms', series.p99],
    ...Object.entries(series.answers),
    ...series.clusters.flatMap(clusterColumns),
  ];
  const rows = series.at.map((_, slice) => named.map(([, numbers]) => numbers[slice] ?? '').join(','));
  return `${[named.map(([name]) => cell(name)).join(','), ...rows].join('\n')}\n`;
}

const clusterColumns = (
  series: LoadSeries['clusters'][number],
): readonly (readonly [string, readonly number[]])[] => [
  ...(['connections', 'pending', 'active', 'retrying', 'retried', 'ejected'] as const).map(
    (name) => [`${series.cluster} ${name}`, series[name]] as const,
  ),
  ...series.endpoints.flatMap(
    ({ endpoint, sent, failed, ejected }) =>
      [
        [`${endpoint} tries`, sent],
        [`${endpoint} failed`, failed],
        [`${endpoint} ejected`, ejected],
      ] as const,
  ),
];
