import type { SavePlan } from '../../session/index.ts';

export interface SaveLine {
  readonly path: string;
  readonly what: 'new' | 'renamed' | 'deleted' | 'changed';
  /** The name before. */
  readonly from?: string;
}

/** What saving does, a line a file: what is least expected first. */
export function saveLines({ changed, created, removed, renamed }: SavePlan): readonly SaveLine[] {
  const to = new Map(renamed.map((one) => [one.to, one.from]));
  const from = new Set(to.values());
  return [
    ...removed.filter((path) => !from.has(path)).map((path) => ({ path, what: 'deleted' as const })),
    ...renamed.map((one) => ({ path: one.to, what: 'renamed' as const, from: one.from })),
    ...created.filter(({ path }) => !to.has(path)).map(({ path }) => ({ path, what: 'new' as const })),
    ...changed.map(({ path }) => ({ path, what: 'changed' as const })),
  ];
}
