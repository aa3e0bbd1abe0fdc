import type { Session, WorkspaceLoad } from '../../../session/index.ts';
import { locate, nodeAt } from '../../../yaml/index.ts';
import { NO_GOALS, unmetGoals, type UnmetGoal } from '../unmetGoals.ts';
import { scenarioIn } from './keptText.ts';
import { labStore } from './labStore.ts';

/** Where a file says what was expected of a run and not met, each on the line on which it begins. */
export function unmetIn(file: string, expected: WorkspaceLoad['expected']): readonly UnmetGoal[] {
  const { text, from: begins } = scenarioIn(file);
  const root = locate(text);
  return expected
    .filter(({ met }) => met === false)
    .flatMap(({ index, text: goal, found }) => {
      const node = root && nodeAt(root, ['expect', index]);
      if (!node) return [];
      const line = /^[^\r\n]*/.exec(text.slice(node.from, node.to))?.[0] ?? '';
      return [
        {
          from: begins + node.from,
          to: begins + node.from + line.length,
          message: `Not met in the load lab: ${goal.replace(/\.$/, '')}. Found: ${found}.`,
        },
      ];
    });
}

let leave = (): void => {};

/** While the lab is looked at, its file is marked where a run is not as expected; and then until the files change. Returns the way to stop. */
export function watchUnmet(session: Session): () => void {
  leave();
  const filesNow = () => session.getState().workspace.files;
  let seen: unknown;
  const look = (): void => {
    const { kept, run, scenarioText, workspace } = labStore.get();
    const file = filesNow().find(({ path }) => path === kept);
    if (!file || run?.of.workspace !== workspace) return unmetGoals.set(NO_GOALS);
    // While another run is under way, what was found before moves with its lines.
    if (run.done < 1 || run.of.scenario !== scenarioText || seen === run) return;
    seen = run;
    unmetGoals.set({ file: file.path, goals: unmetIn(file.text, run.report.expected) });
  };
  look();
  const stop = labStore.subscribe(look);
  return () => {
    stop();
    const files = filesNow();
    const stopWatching = session.subscribe(() => {
      if (filesNow() === files) return;
      unmetGoals.set(NO_GOALS);
      leave();
    });
    leave = () => {
      stopWatching();
      leave = () => {};
    };
  };
}
