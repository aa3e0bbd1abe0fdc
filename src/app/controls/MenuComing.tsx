import { useEffect } from 'react';
import { keepTyping, takeTyped } from '../commands/typedAhead.ts';

/** Stands for a menu whose code is on its way. Escape, or a press elsewhere, means it is no longer wanted. */
export function MenuComing({ onClose }: { onClose: () => void }) {
  useEffect(() => {
    keepTyping();
    const stop = new AbortController();
    const options = { signal: stop.signal, capture: true };
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        // It takes back the menu and nothing else, as it would if the menu stood.
        event.preventDefault();
        event.stopPropagation();
        takeTyped();
        onClose();
      },
      options,
    );
    window.addEventListener(
      'pointerdown',
      ({ target }) => {
        // The button that asked for it closes it by itself.
        if (!(target instanceof Element && target.closest('[aria-expanded=true]'))) onClose();
      },
      options,
    );
    return () => stop.abort();
  }, [onClose]);
  return null;
}
