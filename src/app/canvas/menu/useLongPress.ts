import { useEffect, useMemo, useRef, type PointerEvent } from 'react';

/** How long a finger rests before it is a long press, in milliseconds; and how far it may tremble, in CSS pixels. */
const LONG = 500;
const TREMBLE = 10;

interface Finger {
  readonly id: number;
  readonly target: Element;
  readonly at: { readonly x: number; readonly y: number };
  readonly since: number;
}

/**
 * A finger that rests on something. It counts when it is lifted: what opens under a finger that is still down would be
 * closed by its lifting. Some browsers tell of it themselves, by a context menu; that is then one and the same.
 */
export function useLongPress(onPress: (target: Element, at: { x: number; y: number }) => void) {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  return useMemo(() => {
    let finger: Finger | null = null;
    const stop = () => {
      finger = null;
    };
    return {
      /** Whether a finger is down. */
      isDown: () => finger !== null,
      handlers: {
        onPointerDownCapture(event: PointerEvent) {
          // A second finger makes it a pinch.
          if (event.pointerType !== 'touch' || !event.isPrimary) return stop();
          const at = { x: event.clientX, y: event.clientY };
          finger = { id: event.pointerId, target: event.target as Element, at, since: event.timeStamp };
        },
        onPointerMoveCapture({ clientX, clientY }: PointerEvent) {
          if (finger && Math.hypot(clientX - finger.at.x, clientY - finger.at.y) > TREMBLE) stop();
        },
        onPointerUpCapture(event: PointerEvent) {
          const held = finger;
          stop();
          if (held?.id !== event.pointerId || event.timeStamp - held.since < LONG) return;
          // After all that the lifting itself does.
          setTimeout(() => latest.current(held.target, held.at));
        },
        onPointerCancelCapture: stop,
      },
    };
  }, []);
}
