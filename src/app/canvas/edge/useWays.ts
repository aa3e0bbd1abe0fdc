import { useMemo, useSyncExternalStore } from 'react';
import type { PlacedTopology, Ways } from '../../../topology/index.ts';
import { whenIdle } from '../../whenIdle.ts';
import { createWayKeeper } from './wayKeeper.ts';

/** One for the page: all that draws along edges draws the same ways. */
export const wayKeeper = createWayKeeper({
  now: () => performance.now(),
  later(slice) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const go = () => {
      if (slice()) timer = setTimeout(go);
    };
    const cancel = whenIdle(go);
    return () => {
      cancel();
      clearTimeout(timer);
    };
  },
});

let version = 0;
const subscribe = (listener: () => void) =>
  wayKeeper.subscribe(() => {
    version++;
    listener();
  });

/** The ways of edges as they are drawn now. */
export function useWays(placed: PlacedTopology): Ways {
  const now = useSyncExternalStore(subscribe, () => version);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- better ways were found
  return useMemo(() => wayKeeper.show(placed), [placed, now]);
}
