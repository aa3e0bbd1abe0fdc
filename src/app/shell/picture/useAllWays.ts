import { useEffect, useState } from 'react';
import { findWays, unfound, waysIn, type PlacedTopology, type Ways } from '../../../topology/index.ts';
import { wayKeeper } from '../../canvas/edge/useWays.ts';

/** So long it looks for ways before the page may do something else, in milliseconds. */
const SLICE = 20;

/** The ways of all lines, those out of view among them. Null while they are looked for: with thousands of lines that takes seconds. */
export function useAllWays(placed: PlacedTopology): Ways | null {
  const [ways, setWays] = useState<Ways | null>(null);
  useEffect(() => {
    const from = waysIn(placed, wayKeeper.show(placed));
    const steps = findWays(from, unfound(from));
    let timer: ReturnType<typeof setTimeout>;
    const go = () => {
      for (const end = performance.now() + SLICE; performance.now() < end;) {
        const { done, value } = steps.next();
        if (done) return setWays(value);
      }
      timer = setTimeout(go);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [placed]);
  return ways?.placed === placed ? ways : null;
}
