import { type PlacedTopology, overlaps, type Rect } from '../../../topology/index.ts';

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

/** The window onto the picture, in CSS pixels, and what of it lies under other things. */
export interface Pane extends Size {
  /** How far down the tools reach. */
  readonly head: number;
  /** The size of the map in the lower right corner; null where there is none. */
  readonly map: Size | null;
  /** So many times as large as usual everything is drawn; 1 where nobody presents. */
  readonly scale?: number;
}

/** So little that a mesh of thousands, all opened, fits into a narrow window. */
export const MIN_ZOOM = 0.01;
export const MAX_ZOOM = 2;

/** Kept free around the picture, in CSS pixels. */
const MARGIN = { top: 18, side: 24, bottom: 28 };
/** The map's distance from the corner, and what is kept free beside it. */
const MAP_MARGIN = 12;

/** The least zoom at which a whole picture is worth seeing at once: its names can be read. */
const READABLE = 0.7;
/** Of a part that was asked for more can be seen at once. */
export const LEAST_OF_PART = 0.5;
/** The zoom at which a picture too large for that begins; less, down to the other, where it is then seen from side to side. */
const BEGINNING = 0.85;
const LEAST_ACROSS = 0.6;

/** The rectangle around everything drawn; null where nothing is. */
export function boundsOf(placed: PlacedTopology): Rect | null {
  return boundsAround(placed.boundary ? [...placed.nodes, placed.boundary] : placed.nodes);
}

function boundsAround(boxes: readonly Rect[]): Rect | null {
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

/** What suits a window in which all is `scale` times as large: what suits one that is as much smaller, enlarged. */
function enlarged(pane: Pane, suits: (usual: Pane) => View): View {
  const { scale = 1, width, height, head, map } = pane;
  if (scale === 1) return suits(pane);
  const usual = {
    width: width / scale,
    height: height / scale,
    head: head / scale,
    map: map && { width: map.width / scale, height: map.height / scale },
  };
  const { x, y, zoom } = suits(usual);
  return { x: x * scale, y: y * scale, zoom: zoom * scale };
}

/** The view that shows all of a picture, centred, never larger than 100 %, and with no node under the tools or the map. */
export const fitView = (placed: PlacedTopology, pane: Pane): View =>
  enlarged(pane, (usual) => fitUsual(placed, usual));

function fitUsual(placed: PlacedTopology, pane: Pane): View {
  const bounds = boundsOf(placed);
  if (!bounds) return { x: 0, y: 0, zoom: 1 };
  const whole = fitInto(bounds, roomOf(pane));
  const map = mapRect(pane);
  if (!map || !placed.nodes.some((node) => overlaps(onScreen(node, whole), map))) return whole;
  const { x, y, width, height } = roomOf(pane);
  const beside = fitInto(bounds, { x, y, width: Math.max(80, map.x - MAP_MARGIN - x), height });
  const above = fitInto(bounds, { x, y, width, height: Math.max(80, map.y - MAP_MARGIN - y) });
  return beside.zoom > above.zoom ? beside : above;
}

function fitInto(bounds: Rect, room: Rect): View {
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

/**
 * What a picture is first seen in: all of it, or where it would be smaller than `least`, and could hardly be read, where
 * its requests begin.
 */
export function firstView(placed: PlacedTopology, pane: Pane, least?: number): View {
  // A room wants to see where it is rather than each name at once; what is spoken of is enlarged.
  const enough = least ?? ((pane.scale ?? 1) > 1 ? LEAST_OF_PART : READABLE);
  return enlarged(pane, (usual) => firstUsual(placed, usual, enough));
}

function firstUsual(placed: PlacedTopology, pane: Pane, least: number): View {
  const whole = fitUsual(placed, pane);
  const bounds = boundsOf(placed);
  if (!bounds || whole.zoom >= least) return whole;
  const room = roomOf(pane);
  const down = placed.flow === 'down';
  const first = firstNode(placed) ?? bounds;
  const across = down ? room.width / bounds.width : room.height / bounds.height;
  const zoom = across < LEAST_ACROSS ? BEGINNING : Math.min(across, BEGINNING);
  return onPixels({
    zoom,
    x: alignment(bounds.x, bounds.width, first.x + first.width / 2, room.x, room.width, zoom, !down),
    y: alignment(bounds.y, bounds.height, first.y + first.height / 2, room.y, room.height, zoom, down),
  });
}

/** Where the requests begin: of the nodes furthest up the flow the one in their middle. */
function firstNode({ nodes, flow }: PlacedTopology): Rect | undefined {
  const [main, cross] = flow === 'down' ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const start = nodes.reduce((least, node) => Math.min(least, node[main]), Infinity);
  const line = nodes.filter((node) => node[main] === start).toSorted((a, b) => a[cross] - b[cross]);
  return line[Math.floor(line.length / 2)];
}

/** How far along one axis the picture is moved: to its start, or so that `middle` is in the middle and no room stays empty. */
function alignment(
  from: number,
  extent: number,
  middle: number,
  at: number,
  space: number,
  zoom: number,
  toStart: boolean,
): number {
  if (extent * zoom <= space) return at + (space - extent * zoom) / 2 - from * zoom;
  const start = at - from * zoom;
  if (toStart) return start;
  const centred = at + space / 2 - middle * zoom;
  return Math.min(start, Math.max(start - (extent * zoom - space), centred));
}

/** The view in which `box` is wholly seen, moved no further than it must be; the same view where it is seen already. */
export function revealView(box: Rect, view: View, pane: Pane): View {
  const room = roomOf(pane);
  const { zoom } = view;
  const seen = onScreen(box, view);
  const dx = shift(seen.x, seen.width, room.x, room.width);
  const dy = shift(seen.y, seen.height, room.y, room.height);
  const moved = dx === 0 && dy === 0 ? view : { zoom, x: view.x + dx, y: view.y + dy };
  const map = mapRect(pane);
  const hidden = onScreen(box, moved);
  if (!map || !overlaps(hidden, map)) return moved;
  const up = hidden.y + hidden.height - (map.y - MAP_MARGIN);
  const left = hidden.x + hidden.width - (map.x - MAP_MARGIN);
  // Clear of the map by the shorter way that does not push it out at the other side.
  const goesUp = hidden.y - up >= room.y && (up <= left || hidden.x - left < room.x);
  if (!goesUp && hidden.x - left < room.x) return moved;
  return goesUp ? { ...moved, y: moved.y - up } : { ...moved, x: moved.x - left };
}

/**
 * The view in which all of these are seen, no larger than it was and moved no further than it must be; the first of them
 * where together they would be too small to be read.
 */
export function revealAll(boxes: readonly Rect[], view: View, pane: Pane): View {
  const [first] = boxes;
  const box = boundsAround(boxes);
  if (!first || !box) return view;
  const room = roomOf(pane);
  const whole = fitInto(box, room);
  if (whole.zoom < LEAST_OF_PART) return revealView(first, view, pane);
  const fits = box.width * view.zoom <= room.width && box.height * view.zoom <= room.height;
  return revealView(box, fits ? view : whole, pane);
}

/** Whether anything of a picture is seen. */
export function showsSome(placed: PlacedTopology, view: View, pane: Pane): boolean {
  const room = roomOf(pane);
  return placed.nodes.some((node) => overlaps(onScreen(node, view), room));
}

/** Whether all of a picture is seen, its boundary too, with nothing under the tools. */
export function showsWhole(placed: PlacedTopology, view: View, { width, height, head }: Pane): boolean {
  const bounds = boundsOf(placed);
  if (!bounds) return false;
  const seen = onScreen(bounds, view);
  // One pixel of grace: a view that fits is rounded to whole pixels.
  return (
    seen.x >= -1 &&
    seen.y >= head - 1 &&
    seen.x + seen.width <= width + 1 &&
    seen.y + seen.height <= height + 1
  );
}

/** The point of the picture in the middle of the window. */
export function middleOf({ x, y, zoom }: View, { width, height }: Size): { x: number; y: number } {
  return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
}

/** The view with this point of the picture in the middle of the window. */
export function viewAround(point: { x: number; y: number }, zoom: number, { width, height }: Size): View {
  return onPixels({ zoom, x: width / 2 - point.x * zoom, y: height / 2 - point.y * zoom });
}

/** The nearest zoom that the canvas allows. */
export function clampZoom(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}

function onScreen({ x, y, width, height }: Rect, view: View): Rect {
  const { zoom } = view;
  return { x: x * zoom + view.x, y: y * zoom + view.y, width: width * zoom, height: height * zoom };
}

/** How far something has to move to lie between two ends; where it is too long, its beginning counts. */
function shift(start: number, length: number, from: number, space: number): number {
  if (start < from || length > space) return from - start;
  return Math.min(0, from + space - start - length);
}

function mapRect({ width, height, map }: Pane): Rect | null {
  if (!map) return null;
  const x = width - MAP_MARGIN - map.width;
  const y = height - MAP_MARGIN - map.height;
  return { x, y, width: map.width, height: map.height };
}

function roomOf({ width, height, head }: Pane): Rect {
  const top = head + MARGIN.top;
  return {
    x: MARGIN.side,
    y: top,
    width: Math.max(80, width - 2 * MARGIN.side),
    height: Math.max(80, height - top - MARGIN.bottom),
  };
}
