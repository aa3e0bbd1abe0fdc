import { useEffect, useMemo, useRef, type PointerEvent } from 'react';

/** How long a finger rests before it is a long press, in milliseconds; and how far it may tremble, in CSS pixels. */
const LONG = 550;
const TREMBLE = 10;
/** Some browsers tell of a long press themselves, a little sooner or later: both are one. In milliseconds. */
const SAME = 1000;

/** A finger that rests on something, for browsers that make no context menu of it. */
export function useLongPress(onPress: (target: Element, at: { x: number; y: number }) => void) {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  return useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let start: { x: number; y: number } | null = null;
    let opened = -Infinity;
    const stop = () => {
      clearTimeout(timer);
      start = null;
    };
    return {
      /** Whether one was a menu just now; the next is taken for the same, and one under way for done. */
      opened() {
        stop();
        return performance.now() - opened < SAME;
      },
      handlers: {
        onPointerDownCapture(event: PointerEvent) {
          const second = start !== null;
          stop();
          if (event.pointerType !== 'touch' || second) return;
          const target = event.target as Element;
          const at = { x: event.clientX, y: event.clientY };
          start = at;
          timer = setTimeout(() => {
            start = null;
            opened = performance.now();
            latest.current(target, at);
          }, LONG);
        },
        onPointerMoveCapture({ clientX, clientY }: PointerEvent) {
          if (start && Math.hypot(clientX - start.x, clientY - start.y) > TREMBLE) stop();
        },
        onPointerUpCapture: stop,
        onPointerCancelCapture: stop,
      },
    };
  }, []);
}
