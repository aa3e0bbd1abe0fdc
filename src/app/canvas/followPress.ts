/** What becomes of a press while its pointer is down. `moved`: whether it went so far that it is no click. */
export interface Press {
  /** So far, in CSS pixels, the pointer goes before it is no click. */
  readonly threshold: number;
  /** Each move from there on. */
  readonly onMove: (move: PointerEvent) => void;
  readonly onUp: (up: PointerEvent, moved: boolean) => void;
  /** Taken back: by Escape, which then means nothing else, or by the browser. */
  readonly onCancel: (moved: boolean) => void;
}

/** Follows a press until its pointer is let go. */
export function followPress(start: PointerEvent, { threshold, onMove, onUp, onCancel }: Press): void {
  const stop = new AbortController();
  const { signal } = stop;
  let moved = false;
  const own =
    (then: (event: PointerEvent) => void) =>
    (event: PointerEvent): void => {
      if (event.pointerId === start.pointerId) then(event);
    };
  const cancel = () => {
    stop.abort();
    onCancel(moved);
  };
  window.addEventListener(
    'pointermove',
    own((move) => {
      moved ||= Math.hypot(move.clientX - start.clientX, move.clientY - start.clientY) >= threshold;
      if (moved) onMove(move);
    }),
    { signal },
  );
  window.addEventListener(
    'pointerup',
    own((up) => {
      stop.abort();
      onUp(up, moved);
    }),
    { signal },
  );
  window.addEventListener('pointercancel', own(cancel), { signal });
  window.addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      cancel();
    },
    { signal, capture: true },
  );
}

/** The click that follows letting go would select what happens to lie there. */
export function swallowClick(): void {
  const stop = new AbortController();
  const swallow = (click: MouseEvent) => click.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, signal: stop.signal });
  setTimeout(() => stop.abort());
}
