import type { AskedWay, ReplayedLoad } from '../../../topology/index.ts';
import { createStore } from '../../store.ts';

/** A moment of a load, for the canvas to draw. */
export interface ShownLoad {
  readonly load: ReplayedLoad;
  readonly caller: AskedWay['caller'];
  /** In milliseconds of the load's own time. */
  readonly time: number;
}

/** What the load lab replays on the canvas; null while it replays nothing. */
export const replayStore = createStore<{ readonly shown: ShownLoad | null }>({ shown: null });
