import { useStore } from '@xyflow/react';
import type { Point } from '../../../topology/index.ts';

/** Between a place and the words beside it, in CSS pixels. */
const GAP = 14;
/** What is left free at the sides of the window. */
const EDGE = 6;

/**
 * Where words beside a place of the picture stand, as a CSS transform from its origin: as large as other words, however
 * near or far the picture is, and no further aside than the window goes.
 */
export function useBeside({ x, y }: Point, widest: number): string {
  const zoom = useStore(({ transform }) => transform[2]);
  const aside = useStore(({ transform: [left], width }) => {
    const at = left + x * zoom;
    return Math.round(Math.max(EDGE - at, Math.min(GAP, width - EDGE - widest - at)));
  });
  return `translate(${x}px, ${y}px) scale(${1 / zoom}) translate(${aside}px, ${GAP}px)`;
}
