import { createLoadPort, type LoadDeskPort } from '../../../../browser/index.ts';
import type { Session } from '../../../../session/index.ts';
import { offerUndo } from '../../../commands/offerUndo.ts';
import type { TriableField } from '../../../../traffic/index.ts';
import { labStore } from '../labStore.ts';
import { compareStore, type Side } from './compareState.ts';
import { otherFiles, realTrials, trialOperation } from './otherFiles.ts';

/** A worker of its own: it keeps the other side's mesh, and runs while the lab's own runs. */
let port: LoadDeskPort | undefined;

/** So long after a change (milliseconds) the other side is run again: a burst of typing is one change. */
const PAUSE = 200;

/** Remembers the files before each change, while the lab is looked at. Returns the way to stop. */
export function rememberLast(session: Session): () => void {
  let { id, files } = session.getState().workspace;
  return session.subscribe(() => {
    const { workspace } = session.getState();
    if (workspace.files === files && workspace.id === id) return;
    compareStore.set({ last: workspace.id === id ? files : null });
    if (workspace.id !== id) compareStore.set({ trials: [], other: null, side: { kind: 'opened' } });
    ({ id, files } = workspace);
  });
}

/** While both sides are looked at: runs the other one, and again whenever it or the scenario changes. Returns the way to stop. */
export function watchOther(session: Session): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let seen: readonly unknown[] = [];
  let gone = false;
  let working: AbortController | undefined;
  const run = async (): Promise<void> => {
    working?.abort();
    const own = new AbortController();
    working = own;
    const isOver = (): boolean => gone || working !== own;
    const scenario = labStore.get().scenarioText;
    const found = await otherFiles(session);
    if (isOver()) return;
    if ('said' in found) return compareStore.set({ said: found.said, other: null, working: false });
    compareStore.set({ working: true, said: null });
    port ??= createLoadPort();
    try {
      const reply = await port.ask(found.files, 'run', { scenario }, { signal: own.signal });
      if (isOver()) return;
      compareStore.set({ working: false });
      if (!reply) return;
      if ('told' in reply)
        compareStore.set({ other: { report: reply.told.report, files: found.files, scenario } });
      else if ('refused' in reply)
        compareStore.set({ other: null, said: `There it cannot be run. ${reply.refused}` });
      else compareStore.set({ other: null });
    } catch (error) {
      if (!isOver())
        compareStore.set({
          working: false,
          other: null,
          said: error instanceof Error ? error.message : String(error),
        });
    }
  };
  const look = (): void => {
    const { files, opened } = session.getState().workspace;
    const { side, trials, last } = compareStore.get();
    const { scenarioText } = labStore.get();
    const now: readonly unknown[] = [
      scenarioText,
      side,
      ...(side.kind === 'opened' ? [opened] : []),
      ...(side.kind === 'last' ? [last] : []),
      ...(side.kind === 'fields' ? [files, trials] : []),
    ];
    if (scenarioText === '' || (now.length === seen.length && now.every((each, at) => each === seen[at])))
      return;
    const first = seen.length === 0 || seen[1] !== side;
    seen = now;
    clearTimeout(waiting);
    waiting = setTimeout(() => void run(), first ? 0 : PAUSE);
  };
  const stops = [session.subscribe(look), labStore.subscribe(look), compareStore.subscribe(look)];
  look();
  return () => {
    gone = true;
    working?.abort();
    clearTimeout(waiting);
    stops.forEach((stop) => stop());
    compareStore.set({ working: false });
  };
}

export const chooseSide = (side: Side): void => compareStore.set({ side, other: null, said: null });

let trials = 0;

/** Tries a field with a value; one that is tried already gets it. */
export function tryField(field: TriableField, value = field.written ?? ''): void {
  compareStore.set((state) => {
    const known = state.trials.find((trial) => sameField(trial.field, field));
    return {
      trials: known
        ? state.trials.map((trial) => (trial === known ? { ...trial, value } : trial))
        : [...state.trials, { id: ++trials, field, value }],
    };
  });
}

export const leaveField = (id: number): void =>
  compareStore.set((state) => ({ trials: state.trials.filter((trial) => trial.id !== id) }));

export const sameField = (a: TriableField, b: TriableField): boolean =>
  a.resource === b.resource && a.path.join('.') === b.path.join('.');

/** Writes what was tried into the files, as one undo step; then it is the run, and what was before is the other side. */
export function keepTrials(session: Session): void {
  const operation = trialOperation(realTrials(compareStore.get().trials));
  if (!session.dispatch({ type: 'operate', operation, origin: 'drawer' })) return;
  offerUndo(session, operation.kind === 'all' ? operation.label : '');
  compareStore.set({ trials: [], other: null, side: { kind: 'last' } });
}

export function toggleComparison(): void {
  const { open } = compareStore.get();
  compareStore.set({ open: !open });
  // Where they take turns, what was asked for comes to the front.
  if (!open) labStore.set({ front: 'why' });
}
