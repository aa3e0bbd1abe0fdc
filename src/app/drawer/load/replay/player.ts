import { createStore, type Store } from '../../../store.ts';

/** How many times faster than the load itself. */
export const SPEEDS = [1, 5, 20] as const;
export type Speed = (typeof SPEEDS)[number];

export interface PlayerState {
  readonly playing: boolean;
  readonly speed: Speed;
}

/** What a player moves: the time that is looked at, in milliseconds of the load. */
export interface Played {
  readonly time: () => number | null;
  readonly end: () => number;
  readonly show: (time: number) => void;
}

interface Clock {
  /** Calls back with the time of day (milliseconds), soon; returns the way to stop. */
  readonly soon: (tick: (now: number) => void) => () => void;
}

/** A change of the page in a thirtieth of a second is enough: what moves is moved on by the stylesheet. */
const STEP = 33;
/** For those who asked for less motion: a picture at a time, and time to look at it. */
const CALM_STEP = 700;

export interface Player {
  readonly store: Store<PlayerState>;
  toggle(): void;
  pause(): void;
  faster(): void;
}

/** Plays a time from where it stands to its end; from the beginning where it stands nowhere, or at the end. */
export function createPlayer({ time, end, show }: Played, clock: Clock, calm: () => boolean): Player {
  const store = createStore<PlayerState>({ playing: false, speed: 5 });
  let stop = (): void => {};
  const pause = (): void => {
    stop();
    store.set({ playing: false });
  };
  const play = (): void => {
    const from = time();
    if (from === null || from >= end()) show(0);
    store.set({ playing: true });
    let last: number | undefined;
    const tick = (now: number): void => {
      last ??= now;
      const passed = now - last;
      if (passed >= (calm() ? CALM_STEP : STEP)) {
        last = now;
        // A page that was hidden goes on from where it was.
        const next = (time() ?? 0) + Math.min(passed, 2 * CALM_STEP) * store.get().speed;
        show(Math.min(end(), next));
        if (next >= end()) return pause();
      }
      stop = clock.soon(tick);
    };
    stop = clock.soon(tick);
  };
  return {
    store,
    pause,
    toggle: () => (store.get().playing ? pause() : play()),
    faster() {
      const at = SPEEDS.indexOf(store.get().speed);
      store.set({ speed: SPEEDS[(at + 1) % SPEEDS.length] ?? 1 });
    },
  };
}
