import { overlap, type Box } from './box.ts';
import { METRICS } from './metrics.ts';

/**
 * Moves what the pushers now cover or come too near to, and what that does in turn: sideways within the pusher's own lane, else along the
 * flow. Boxes move only forward, so that it comes to an end; nothing moves that nothing comes near.
 */
export function pushApart(pushers: readonly Box[], boxes: readonly Box[]): void {
  const queue = [...pushers];
  const waiting = new Set(queue);
  for (let pusher = queue.shift(); pusher; pusher = queue.shift()) {
    waiting.delete(pusher);
    for (const box of boxes) {
      if (box === pusher || !overlap(pusher, box, METRICS.leastGap)) continue;
      // Of two that cover each other the one further on gives way.
      const moves: Box = isBefore(box, pusher) && waiting.has(box) ? pusher : box;
      push(moves === box ? pusher : box, moves);
      if (!waiting.has(moves)) queue.push(moves);
      waiting.add(moves);
      if (moves === pusher) break;
    }
  }
}

const isBefore = (a: Box, b: Box): boolean => a.main < b.main || (a.main === b.main && a.cross < b.cross);

function push(stays: Box, moves: Box): void {
  if (moves.rank === stays.rank && moves.main <= stays.main + METRICS.wrapGap) {
    moves.cross = stays.cross + stays.crossSize + METRICS.nodeGap;
  } else moves.main = stays.main + stays.mainSize + METRICS.wrapGap;
}
