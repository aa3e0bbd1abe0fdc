import { useStore } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { createNear } from './near.ts';
import { overlaps, type Rect } from '../../../topology/index.ts';

interface Question<T> {
  readonly boxOf: (thing: T) => Rect;
  /** Asked where the box alone says too little. */
  readonly touches?: (thing: T, near: Rect) => boolean;
  /** How far around the view, in widths and heights of it. */
  readonly margin: number;
}

/**
 * The things in the view or near it. The answer changes only when the view has moved by a good part of itself, not with
 * every step. The question is the same one each time.
 */
export function useSeen<T>(things: readonly T[], { boxOf, touches, margin }: Question<T>): readonly T[] {
  const [near] = useState(() => createNear(margin));
  const window = useStore(({ transform: [x, y, zoom], width, height }) =>
    near.around({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }),
  );
  return useMemo(
    () =>
      things.filter(
        (thing) => overlaps(boxOf(thing), window) && (touches === undefined || touches(thing, window)),
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [things, window],
  );
}
