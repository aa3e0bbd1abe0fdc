import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Tells an element, as `--head`, how far down what lies over the picture's upper end reaches: where it lies over that too, it begins below. */
export function useBelowHead(): RefObject<HTMLElement | null> {
  const own = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = own.current;
    const head = element?.parentElement?.querySelector<HTMLElement>('[data-over=head]');
    if (!element || !head) return;
    const tell = () =>
      element.style.setProperty('--head', `${String(head.offsetTop + head.offsetHeight + 8)}px`);
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(head);
    return () => observer.disconnect();
  }, []);
  return own;
}
