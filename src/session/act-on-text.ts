import { planOperation, type Operation } from '../operations/index.ts';
import type { TextEdit } from '../text/index.ts';
import { RefusedError } from '../yaml/index.ts';
import type { Core } from './core.ts';
import { labelOf, mendAll } from './mend-all.ts';
import type { ClockPort } from './ports.ts';
import type { ReadingOptions } from './reading.ts';
import type { Origin } from './types.ts';

/** Plans and applies an operation; says why when it cannot be done safely. */
export function operate(
  core: Core,
  { pipeline }: ReadingOptions,
  operation: Operation,
  origin: Origin,
  mark?: string,
): boolean {
  const { workspace, analysis } = core.store.get();
  try {
    // Places and values must be those of the text as it is now.
    if (pipeline.waiting().length > 0) throw new RefusedError('unsafe', STILL_READING);
    const { label, changes, select } = planOperation(
      { files: workspace.files, mesh: analysis.mesh },
      operation,
    );
    if (changes.length === 0) return true;
    core.commit({ label, changes, select, origin, mark });
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    core.notify({ tone: 'error', title: 'Nothing was changed', detail: error.message });
    return false;
  }
}

/**
 * Mends all problems of a code by the fix that stands at this place among their fixes, as one undo step. What cannot be
 * mended stays, and is told.
 */
export function mendAllOf(
  core: Core,
  { pipeline }: ReadingOptions,
  code: string,
  fix: number,
  origin: Origin,
): boolean {
  const { workspace, analysis } = core.store.get();
  if (pipeline.waiting().length > 0) {
    core.notify({ tone: 'error', title: 'Nothing was changed', detail: STILL_READING });
    return false;
  }
  const { changes, mended } = mendAll(
    { files: workspace.files, meaning: analysis },
    (files, made) => pipeline.update(files, made),
    (problem) => (problem.code === code ? problem.fixes[fix]?.operation : undefined),
  );
  const left = analysis.problems.filter((problem) => problem.code === code).length - mended.length;
  if (mended.length > 0) core.commit({ label: labelOf(mended), changes, origin });
  if (left > 0) {
    core.notify({
      tone: mended.length > 0 ? 'info' : 'error',
      title: mended.length > 0 ? `${mended.length} fixed, ${left} left` : 'Nothing was changed',
      detail: `Where this fix would bring another error, or is not safe, nothing was changed. Fix what is left one by one.`,
    });
  }
  return mended.length > 0;
}

const STILL_READING = 'A very long document is still being read. Try again in a moment.';

/** A pause this long (milliseconds) ends a burst: what is typed afterwards is an undo step of its own. */
const BURST = 1_000;
const lastTyped = new WeakMap<Core, number>();

/** What a person typed in the YAML pane. A burst is one undo step: all typing in one file without a pause. */
export function editText(
  core: Core,
  clock: ClockPort,
  path: string,
  edits: readonly TextEdit[],
  origin: Origin,
  { mark = `typing ${path}`, label = `Typing in ${path}` }: { mark?: string; label?: string } = {},
): boolean {
  const file = core.store.get().workspace.files.find((candidate) => candidate.path === path);
  if (!file) return false;
  if (edits.every(({ from, to, insert }) => file.text.slice(from, to) === insert)) return true;
  if (clock.now() - (lastTyped.get(core) ?? 0) > BURST) core.endMark();
  lastTyped.set(core, clock.now());
  core.commit({ label, changes: [{ kind: 'edit', path, edits }], origin, mark });
  return true;
}
