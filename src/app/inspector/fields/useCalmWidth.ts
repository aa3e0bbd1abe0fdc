import { useEffect, useState, type RefObject } from 'react';
import { released } from '../../../browser/index.ts';

/** Whether a short field takes the whole width for its problems. It never changes under the hands of who is typing in it. */
export function useCalmWidth(frame: RefObject<HTMLElement | null>, troubled: boolean): boolean {
  const [wide, setWide] = useState(troubled);
  useEffect(() => {
    if (wide === troubled) return undefined;
    const element = frame.current;
    let gone = false;
    // A press elsewhere takes the keyboard away; what it is on must not move before it is let go.
    const settle = () =>
      void released().then(() => !gone && !element?.contains(document.activeElement) && setWide(troubled));
    settle();
    element?.addEventListener('focusout', settle);
    return () => {
      gone = true;
      element?.removeEventListener('focusout', settle);
    };
  }, [frame, troubled, wide]);
  return wide;
}
