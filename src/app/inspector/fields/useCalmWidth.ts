import { useEffect, useState, type RefObject } from 'react';

/** Whether a short field takes the whole width for its problems. It never changes under the hands of who is typing in it. */
export function useCalmWidth(frame: RefObject<HTMLElement | null>, troubled: boolean): boolean {
  const [wide, setWide] = useState(troubled);
  useEffect(() => {
    if (wide === troubled) return undefined;
    const element = frame.current;
    const settle = () => setWide(troubled);
    if (!element?.contains(document.activeElement)) {
      settle();
      return undefined;
    }
    element.addEventListener('focusout', settle, { once: true });
    return () => element.removeEventListener('focusout', settle);
  }, [frame, troubled, wide]);
  return wide;
}
