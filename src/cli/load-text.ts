import type { WorkspaceLoad } from '../index.ts';

const seconds = (length: number): string => `${Math.round(length / 100) / 10}s`;
const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
const millis = (length: number | undefined): string => (length === undefined ? '–' : `${length} ms`);

/** Columns as wide as what stands in them. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

/** A run as people read it: how it was answered, who got what, and why. */
export function loadAsText(report: WorkspaceLoad): string {
  const { sent, underWay, duration, latency, seed } = report;
  const parts = [
    `${sent} requests in ${seconds(duration)} (seed ${seed}): ${millis(latency.p50)} at p50, ${millis(latency.p90)} at p90, ${millis(latency.p99)} at p99; ${report.triesPerRequest} ${report.triesPerRequest === 1 ? 'try' : 'tries'} a request${underWay ? `; ${underWay} not answered at the end` : ''}.`,
    `Answers\n${columns(report.answers.map(({ answer, count, share }) => [answer, String(count), percent(share)]))}`,
    ...report.clusters.map(
      ({ cluster, endpoints }) =>
        `${cluster}\n${columns([
          ['endpoint', 'locality', 'priority', 'tries', 'share', 'failed'],
          ...endpoints.map(({ endpoint, locality, priority, sent: tries, share, failed }) => [
            endpoint,
            locality || '–',
            String(priority),
            String(tries),
            percent(share),
            String(failed),
          ]),
        ])}`,
    ),
    section(
      'What is expected',
      report.expected.map(({ met, text, found }) => `${met ? 'holds ' : 'FAILS '} ${text} (${found})`),
    ),
    section(
      'What happened, and why',
      report.causes.map((each) => `${seconds(each.from)}–${seconds(each.to)}  ${each.text}${placed(each)}`),
    ),
    section(
      'What could be better',
      report.suggestions.map((each) => `${each.text}${each.fix ? ` ${each.fix.title}.` : ''}${placed(each)}`),
    ),
    section('Taken to be so', report.assumed),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const placed = ({ file, line }: { readonly file?: string; readonly line?: number }): string =>
  file === undefined ? '' : `  ${file}:${line}`;

const section = (title: string, lines: readonly string[]): string =>
  lines.length ? `${title}\n${lines.map((line) => `  ${line}`).join('\n')}` : '';
