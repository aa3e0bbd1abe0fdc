import type { Rect } from '../../../topology/index.ts';
import type { Size, View } from '../flow/view.ts';

/** How canvas units become pixels of the map: `x * scale + dx`. */
export interface MapScale {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

/** Room around the picture, in pixels of the map. */
const MARGIN = 8;

/** Fits the whole picture into a map of this size, centred. */
export function mapScale(bounds: Rect, size: Size): MapScale {
  const width = size.width - 2 * MARGIN;
  const height = size.height - 2 * MARGIN;
  const scale = Math.min(width / Math.max(1, bounds.width), height / Math.max(1, bounds.height));
  return {
    scale,
    dx: MARGIN + (width - bounds.width * scale) / 2 - bounds.x * scale,
    dy: MARGIN + (height - bounds.height * scale) / 2 - bounds.y * scale,
  };
}

/** The window onto the picture, in pixels of the map. */
export function windowOnMap({ scale, dx, dy }: MapScale, view: View, size: Size): Rect {
  return {
    x: (-view.x / view.zoom) * scale + dx,
    y: (-view.y / view.zoom) * scale + dy,
    width: (size.width / view.zoom) * scale,
    height: (size.height / view.zoom) * scale,
  };
}

/** The view whose middle is at a point of the map, at the zoom there is. */
export function viewAt(
  { scale, dx, dy }: MapScale,
  point: { readonly x: number; readonly y: number },
  zoom: number,
  size: Size,
): View {
  return {
    zoom,
    x: size.width / 2 - ((point.x - dx) / scale) * zoom,
    y: size.height / 2 - ((point.y - dy) / scale) * zoom,
  };
}
