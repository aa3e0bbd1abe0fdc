import type { LoadReport } from '../../../traffic/index.ts';
import type { LabRun } from './labStore.ts';

/**
 * What stands behind a new run's curves: those of the last whole run of other texts, as long as the curves are others. A change
 * that changes nothing leaves the shadow that was. Another scenario has none.
 */
export function shadowAfter(
  before: LabRun | null,
  now: LabRun,
  shadow: LoadReport | null,
): LoadReport | null {
  if (!before || before.of.workspace !== now.of.workspace || before.of.choice !== now.of.choice) return null;
  if (before.done < 1) return shadow;
  if (now.done < 1) return before.report;
  return sameCurves(before.report, now.report) ? shadow : before.report;
}

const sameCurves = (a: LoadReport, b: LoadReport): boolean =>
  JSON.stringify(a.series) === JSON.stringify(b.series);
