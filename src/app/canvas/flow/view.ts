import type { PlacedTopology } from '../../../topology/index.ts';
import type { Rect } from './rect.ts';

/** Where the picture stands in its window: `x`, `y` in CSS pixels, `zoom` 1 at 100 %. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 2;

/** Kept free around the picture, in CSS pixels: at the top for the toolbar, at the bottom for the map. */
const MARGIN = { top: 68, right: 24, bottom: 36, left: 24 };

/** The least zoom at which a first look still reads. */
const READABLE = 0.6;

/** The rectangle around everything drawn; null where nothing is. */
export function boundsOf(placed: PlacedTopology): Rect | null {
  const boxes: Rect[] = placed.boundary ? [...placed.nodes, placed.boundary] : [...placed.nodes];
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The view that shows all of `bounds`, centred, and never larger than 100 %. */
export function fitView(bounds: Rect, size: Size): View {
  const room = roomOf(size);
  const zoom = clampZoom(Math.min(1, room.width / bounds.width, room.height / bounds.height));
  return onPixels({
    zoom,
    x: room.x + (room.width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: room.y + (room.height - bounds.height * zoom) / 2 - bounds.y * zoom,
  });
}

/** On whole pixels, where text is sharp. */
function onPixels({ x, y, zoom }: View): View {
  return { x: Math.round(x), y: Math.round(y), zoom };
}

/** What a workspace opens with: all of it, or where it is too large to read so, its beginning. */
export function firstView(bounds: Rect, size: Size): View {
  const whole = fitView(bounds, size);
  if (whole.zoom >= READABLE) return whole;
  const room = roomOf(size);
  const beside = (extent: number, space: number) => Math.max(0, (space - extent * READABLE) / 2);
  return onPixels({
    zoom: READABLE,
    x: room.x + beside(bounds.width, room.width) - bounds.x * READABLE,
    y: room.y + beside(bounds.height, room.height) - bounds.y * READABLE,
  });
}

/** The view in which `box` is wholly seen, moved no further than it must be; the same view where it is seen already. */
export function revealView(box: Rect, view: View, size: Size): View {
  const room = roomOf(size);
  const { zoom } = view;
  const dx = shift(box.x * zoom + view.x, box.width * zoom, room.x, room.width);
  const dy = shift(box.y * zoom + view.y, box.height * zoom, room.y, room.height);
  return dx === 0 && dy === 0 ? view : { zoom, x: view.x + dx, y: view.y + dy };
}

/** The nearest zoom that the canvas allows. */
export function clampZoom(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}

/** How far something has to move to lie between two ends; where it is too long, its beginning counts. */
function shift(start: number, length: number, from: number, space: number): number {
  if (start < from || length > space) return from - start;
  return Math.min(0, from + space - start - length);
}

function roomOf(size: Size): Rect {
  return {
    x: MARGIN.left,
    y: MARGIN.top,
    width: Math.max(80, size.width - MARGIN.left - MARGIN.right),
    height: Math.max(80, size.height - MARGIN.top - MARGIN.bottom),
  };
}
