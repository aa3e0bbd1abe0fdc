/** Whether a button of the mouse, or a finger, is down on the page; and who waits for it to be let go. */
export interface Presses {
  /**
   * Resolves once nothing is pressed, and what a click means has been done: at once where nothing is. A press that ends
   * elsewhere than it began means nothing to the browser, so nobody should move what stands under one.
   */
  released(): Promise<void>;
  dispose(): void;
}

const ENDS = ['pointerup', 'pointercancel', 'dragend'] as const;

export function watchPresses(page: EventTarget): Presses {
  const stop = new AbortController();
  const on = { capture: true, passive: true, signal: stop.signal };
  let waiting: (() => void)[] = [];
  let down = false;
  const end = () => {
    if (!down) return;
    down = false;
    // The click comes with the release, before anything that is due later.
    setTimeout(() => {
      if (down) return;
      const all = waiting;
      waiting = [];
      for (const go of all) go();
    });
  };
  page.addEventListener('pointerdown', () => (down = true), on);
  for (const type of ENDS) page.addEventListener(type, end, on);
  // Let go outside the window, where nobody tells.
  page.addEventListener('pointermove', (event) => (event as PointerEvent).buttons === 0 && end(), on);
  page.addEventListener('blur', (event) => event.target === page && end(), on);
  return {
    released: () => (down ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    dispose() {
      stop.abort();
      end();
    },
  };
}

let presses: Presses | undefined;

/** See `Presses.released`; of this page, from the first call on. */
export function released(): Promise<void> {
  if (typeof window === 'undefined') return Promise.resolve();
  return (presses ??= watchPresses(window)).released();
}
