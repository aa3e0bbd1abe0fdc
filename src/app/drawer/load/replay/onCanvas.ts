import type { Session } from '../../../../session/index.ts';
import type { AskedWay } from '../../../../topology/index.ts';
import { callersIn } from '../../../../traffic/index.ts';
import { replayStore } from '../../../canvas/replay/replayStore.ts';
import { calm } from '../../../theme/motion.ts';
import { sameCaller } from '../../send/callers.ts';
import { labStore, type LabState } from '../labStore.ts';
import { createPlayer } from './player.ts';

/** Moves the time that the lab looks at. */
export const player = createPlayer(
  {
    time: () => labStore.get().time,
    end: () => labStore.get().run?.duration ?? 0,
    show: (time) => labStore.set({ time }),
  },
  {
    soon(tick) {
      const frame = requestAnimationFrame(tick);
      return () => cancelAnimationFrame(frame);
    },
  },
  calm,
);

type Report = NonNullable<LabState['report']>;

/** While the lab is looked at: the time that is looked at is drawn on the canvas as well. Returns the way to take it off. */
export function replayOnCanvas(session: Session): () => void {
  let told: { readonly report: Report; readonly caller: AskedWay['caller'] } | null = null;
  const follow = (): void => {
    const { report, time } = labStore.get();
    if (!report || time === null) return replayStore.set({ shown: null });
    if (told?.report !== report) told = { report, caller: callerOf(session, report) };
    replayStore.set({ shown: { load: report, caller: told.caller, time } });
  };
  follow();
  const stop = labStore.subscribe(follow);
  return () => {
    stop();
    player.pause();
    replayStore.set({ shown: null });
  };
}

function callerOf(session: Session, { way }: Report): AskedWay['caller'] {
  const { kind, namespace } = way.caller;
  const known = callersIn(session.getState().analysis.mesh).find(({ caller }) =>
    sameCaller(caller, way.caller),
  );
  return { kind, namespace, resource: known?.resource ?? null };
}
