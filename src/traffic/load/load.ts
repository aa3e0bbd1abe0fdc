import type { Mesh } from '../../istio/index.ts';
import type { RouteOptions } from '../route.ts';
import { startRun, type LoadRun } from './engine/run.ts';
import { makePlan, type MadePlan } from './plan/make-plan.ts';
import { reportOf, type LoadReport } from './report.ts';
import type { LoadScenario } from './scenario/scenario.ts';

/** A run that goes on as far as it is asked to, so that a page can show it meanwhile, and leave it. */
export interface Load {
  readonly made: MadePlan;
  readonly run: LoadRun;
  /** What it has come to so far. */
  report(): LoadReport;
}

/** Makes ready what a scenario sends. Pure: the same mesh, scenario and seed give the same run. Throws `RequestError` as `makePlan` does. */
export function startLoad(mesh: Mesh, scenario: LoadScenario, options: RouteOptions = {}): Load {
  const made = makePlan(mesh, scenario, options);
  const run = startRun(made.plan);
  return { made, run, report: () => reportOf(made, run, scenario.goals) };
}

/** Runs a scenario to its end. */
export function runLoad(mesh: Mesh, scenario: LoadScenario, options: RouteOptions = {}): LoadReport {
  const load = startLoad(mesh, scenario, options);
  load.run.advance(Infinity);
  return load.report();
}
