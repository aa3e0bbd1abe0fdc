import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { overlaps, type Rect } from './rect.ts';

/**
 * The things whose box is in the view or near it. The answer changes only when the view has moved by a good part of
 * itself, not with every step.
 */
export function useSeen<T>(things: readonly T[], boxOf: (thing: T) => Rect): readonly T[] {
  const window = useStore(({ transform: [x, y, zoom], width, height }) =>
    nearWindow({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }).join(' '),
  );
  return useMemo(() => {
    const [x = 0, y = 0, width = 0, height = 0] = window.split(' ').map(Number);
    const near = { x, y, width, height };
    return things.filter((thing) => overlaps(boxOf(thing), near));
    // `boxOf` is the same question each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [things, window]);
}

/** The view, grown to the next steps on each side: x, y, width and height. */
function nearWindow(view: Rect): readonly [number, number, number, number] {
  const step = 2 ** Math.round(Math.log2(Math.max(64, view.width, view.height) / 8));
  const x = Math.floor(view.x / step) * step;
  const y = Math.floor(view.y / step) * step;
  const endX = Math.ceil((view.x + view.width) / step) * step;
  const endY = Math.ceil((view.y + view.height) / step) * step;
  return [x, y, endX - x, endY - y];
}
