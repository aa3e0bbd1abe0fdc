import { describe, expect, it } from 'vitest';
import type { LoadReport } from '../../../traffic/index.ts';
import type { LabRun } from './labStore.ts';
import { shadowAfter } from './shadow.ts';

const report = (sent: number) => ({ series: { sent: [sent] } }) as unknown as LoadReport;
const run = (of: LoadReport, done = 1, workspace = 'w', choice = 1): LabRun => ({
  report: of,
  events: [],
  took: 1,
  duration: 1000,
  done,
  of: { workspace, files: [], scenario: '', choice },
});
const [a, b, old] = [report(1), report(2), report(3)];

describe('the shadow of a run', () => {
  it.each([
    ['is what was before a change', run(a), run(b), a],
    ['is there while the new run is under way', run(a), run(b, 0.5), a],
    ['stays where the curves stay', run(a), run(report(1)), old],
    ['is never a run that was left', run(a, 0.4), run(b), old],
    ['is of the same workspace', run(a, 1, 'other'), run(b), null],
    ['is of the same scenario', run(a, 1, 'w', 2), run(b), null],
  ])('%s', (_, before, now, shadow) => {
    expect(shadowAfter(before, now, old)).toBe(shadow);
  });

  it('is none of the first run', () => {
    expect(shadowAfter(null, run(a), null)).toBeNull();
  });
});
