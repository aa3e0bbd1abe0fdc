import { presentedScale, presentStore } from '../present/presentStore.ts';

/** Size and line height are those of `PlainView.module.css`, which stands in until Monaco is there. */
export const textSize = (scale: number) => ({ fontSize: 12.5 * scale, lineHeight: Math.round(20 * scale) });

/** Calls back with the size of text, now and whenever a trainer makes it larger or smaller. Returns the way to stop. */
export function followSize(change: (size: ReturnType<typeof textSize>) => void): () => void {
  let last = 0;
  const look = () => {
    const scale = presentedScale();
    if (scale === last) return;
    last = scale;
    change(textSize(scale));
  };
  look();
  return presentStore.subscribe(look);
}
