import { redistribute } from '../../../operations/index.ts';
import type { Session } from '../../../session/index.ts';
import type { WeightWay } from './weightWay.ts';

let count = 0;

/** A share being changed: each value is seen at once, all of them together are one undo step. */
export interface WeightShift {
  /** Gives the way this weight; the others give or take in proportion to what they had at the start. */
  set(weight: number): void;
  /** What follows is another undo step. */
  end(): void;
  /** As if nothing had been. */
  cancel(): void;
}

export function startShift(session: Session, { resource, list, index, weights }: WeightWay): WeightShift {
  const mark = `weight ${++count}`;
  let now: readonly number[] = weights;
  return {
    set(weight) {
      const next = redistribute(weights, index, weight);
      if (next.every((each, at) => each === now[at])) return;
      const operation = { kind: 'set-weights', resource, path: list, weights: next } as const;
      if (session.dispatch({ type: 'operate', operation, origin: 'canvas', mark })) now = next;
    },
    end: () => void session.dispatch({ type: 'end-mark' }),
    cancel: () => void session.dispatch({ type: 'cancel-mark', mark }),
  };
}
