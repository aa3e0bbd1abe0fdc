import type { TextFile } from '../../../../text/index.ts';
import type { LoadReport, TriableField } from '../../../../traffic/index.ts';
import { createStore } from '../../../store.ts';

/** What the run is compared with: the files as opened, before the last change, at a restore point, or with fields set otherwise. */
export type Side =
  | { readonly kind: 'opened' | 'last' | 'fields' }
  | { readonly kind: 'point'; readonly id: string; readonly name: string };

/** A field tried on a copy; nothing typed yet is no trial. */
export interface Trial {
  readonly id: number;
  readonly field: TriableField;
  readonly value: string;
}

/** The run on the other side, and of what it is. */
export interface OtherRun {
  readonly report: LoadReport;
  readonly files: readonly TextFile[];
  readonly scenario: string;
}

export interface CompareState {
  readonly open: boolean;
  readonly side: Side;
  readonly trials: readonly Trial[];
  /** The files before the last change that the lab has seen. */
  readonly last: readonly TextFile[] | null;
  readonly other: OtherRun | null;
  readonly working: boolean;
  /** Why there is nothing to compare with, in words. */
  readonly said: string | null;
}

export const compareStore = createStore<CompareState>({
  open: false,
  side: { kind: 'opened' },
  trials: [],
  last: null,
  other: null,
  working: false,
  said: null,
});

/** What both sides are called within a sentence; the run that is shown is `after`, but for fields that are only tried. */
export function sideNames(side: Side): { readonly before: string; readonly after: string } {
  if (side.kind === 'fields') return { before: 'as it is now', after: 'with these fields' };
  const before = {
    opened: 'as opened',
    last: 'before the last change',
    point: side.kind === 'point' ? `at “${side.name}”` : '',
  }[side.kind];
  return { before, after: 'now' };
}

/** What the curves of the other side are called. */
export function otherName(side: Side): string {
  const { before, after } = sideNames(side);
  return side.kind === 'fields' ? after : before;
}
