import type { Path } from '../../../yaml/index.ts';
import type { LatencyPlan, ScriptPlan, Trouble } from '../engine/plan.ts';
import type { EndpointChoice, LoadScenario } from './scenario.ts';

/** Something that a scenario has go wrong (or otherwise) from a time to another, in milliseconds. */
export interface ScriptEvent {
  readonly from: number;
  /** At most the end of the run. */
  readonly to: number;
  /** `eu-1 answers 503`. */
  readonly text: string;
  /** Of the step in the scenario. */
  readonly path: Path;
}

const DOES: Readonly<Record<Trouble, string>> = {
  hangs: 'hangs',
  refuses: 'refuses connections',
  unreachable: 'cannot be reached',
  resets: 'breaks connections off',
  away: 'is gone',
};

/** What a scenario's scripts say, in words, in the order of time. */
export function scriptEvents({ endpoints, behaviours, duration }: LoadScenario): readonly ScriptEvent[] {
  const of = (
    list: 'endpoints' | 'behaviours',
    index: number,
    who: string,
    script: readonly ScriptPlan[] = [],
  ): readonly ScriptEvent[] =>
    script
      .map((step, at) => ({
        from: step.from,
        to: Math.min(step.to, duration),
        text: `${who} ${saidOf(step)}`,
        path: [list, index, 'script', at],
      }))
      .filter(({ from }) => from < duration);
  return [
    ...endpoints.flatMap(({ name, count, script }, index) =>
      of('endpoints', index, count > 1 ? `each ${name}` : name, script),
    ),
    ...behaviours.flatMap(({ where, script }, index) => of('behaviours', index, sayChoice(where), script)),
  ].toSorted((a, b) => a.from - b.from);
}

/** Which endpoints are meant, in few words. */
export function sayChoice({ host, endpoint, locality, labels }: EndpointChoice): string {
  if (endpoint !== undefined) return endpoint;
  const named = Object.entries(labels ?? {}).map(([name, value]) => `${name}=${value}`);
  const all = [locality, ...named, host].filter((word) => word !== undefined);
  return all.length ? all.join(' ') : 'every endpoint';
}

function saidOf({ does, errors, errorStatus = 503, latency }: ScriptPlan): string {
  if (does) return DOES[does];
  const share = errors === 100 ? '' : ` to ${errors ?? 0} %`;
  const said = [
    ...(errors === undefined ? [] : [errors === 0 ? 'answers well' : `answers ${errorStatus}${share}`]),
    ...(latency ? [`takes ${latencyWords(latency)}`] : []),
  ];
  return said.join(' and ');
}

const latencyWords = (latency: LatencyPlan): string =>
  'p50' in latency
    ? latency.p50 === latency.p99
      ? `${latency.p50} ms`
      : `${latency.p50} to ${latency.p99} ms`
    : `${latency.min} to ${latency.max} ms`;
