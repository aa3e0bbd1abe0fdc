import type { Mesh } from '../../istio/index.ts';
import {
  checkExpectation,
  departureText,
  sayOutcome,
  type Departure,
  type Request,
  type Trace,
  type Verdict,
} from '../../traffic/index.ts';
import type { Goal } from './goal.ts';
import { unmet, type GoalFinding } from './goal-state.ts';

/** Sends the request and compares, as for an expectation. */
export const requestFinding = (
  mesh: Mesh,
  { request, expect }: Extract<Goal, { kind: 'request' }>,
): GoalFinding => ofVerdict(checkExpectation(mesh, { name: '', request, expect }), request);

export function ofVerdict(verdict: Verdict, request: Request): GoalFinding {
  if (verdict.passed) return { met: true, missing: '', ...placed(verdict.trace) };
  const { trace, departures } = verdict;
  if (!trace) return unmet(departures.map(({ actual }) => actual).join(' '));
  return unmet(stillMissing(trace, departures, request), placed(trace));
}

/** What becomes of the request now, and in what else it is not as wanted. */
function stillMissing(trace: Trace, departures: readonly Departure[], request: Request): string {
  const now = [sayOutcome(trace, request).text, reason(trace)].filter(Boolean).join(' ');
  // That it ends otherwise is told by how it ends; then the rest follows from that and is no news.
  const told = departures.some(({ what }) => what === 'the outcome');
  const others = departures.filter(
    ({ what, actual }) => what !== 'the outcome' && !(told && actual === 'nobody'),
  );
  const list = told ? [] : others.map(departureText);
  return list.length ? `${now} But ${list.join('; ')}.` : now;
}

/** What was worth a note where the request's way was decided: why nobody listens, why a VirtualService was not asked. */
const reason = ({ steps }: Trace): string | undefined =>
  steps.find(({ stage, result }) => result === 'note' && (stage === 'listener' || stage === 'virtual-host'))
    ?.text;

/** The trace, and the last place in the files that took the request further. */
function placed(trace: Trace): Pick<GoalFinding, 'trace' | 'at'> {
  const last = trace.steps.findLast(({ resource, result }) => resource !== undefined && result === 'taken');
  return {
    trace,
    ...(last?.resource !== undefined && { at: { resource: last.resource, path: last.path ?? [] } }),
  };
}
