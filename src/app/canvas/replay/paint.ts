import type { EndpointFrame, LoadFrame, Replay } from '../../../topology/index.ts';
import { failingOf, poolWords, SIGNS, tagWords, widthOf } from './look.ts';
import type { ShownSpot } from './spotsOf.ts';

/** Changes an element only where it differs from what was last written: a moment lasts a sixtieth of a second. */
type Write = (value: string) => void;

function writer(write: Write): Write {
  let last: string | undefined;
  return (value) => {
    if (value === last) return;
    last = value;
    write(value);
  };
}

const attribute = (element: Element, name: string): Write =>
  writer((value) => (value ? element.setAttribute(name, value) : element.removeAttribute(name)));
const property = (element: HTMLElement | SVGElement, name: string): Write =>
  writer((value) => element.style.setProperty(name, value));
const text = (element: Element | null): Write => writer((value) => element && (element.textContent = value));

/** Takes the elements that were drawn for a replay, and returns what shows a moment with them. */
export function paint(
  replay: Replay,
  spots: readonly ShownSpot[],
  layer: SVGSVGElement,
  tags: HTMLElement,
): (frame: LoadFrame) => void {
  const lines = [...layer.querySelectorAll<SVGPathElement>('[data-line]')].map((path) => ({
    width: property(path, 'stroke-width'),
    fails: property(path, '--fails'),
    failing: attribute(path, 'data-failing'),
  }));
  const places = [...tags.children].map((place, index) => placePainter(replay, place, spots[index]));
  return (frame) => {
    for (const [index, flowing] of frame.lines.entries()) {
      const line = lines[index];
      const failing = failingOf(flowing);
      line?.width(`${widthOf(flowing, replay.busiest)}px`);
      line?.fails(`${failing}%`);
      line?.failing(failing >= 10 ? 'yes' : '');
    }
    for (const place of places) place(frame);
  };
}

function placePainter(
  { load: { callers } }: Replay,
  place: Element,
  shown: ShownSpot | undefined,
): (frame: LoadFrame) => void {
  if (!shown) return () => {};
  const { spot, pool } = shown;
  const veil = place.querySelector('[data-veil]');
  const veiled = veil && attribute(veil, 'data-state');
  const endpoints = [...place.querySelectorAll('[data-endpoint]')].map((tag) =>
    endpointPainter(tag, callers),
  );
  const showPool = poolPainter(place.querySelector<HTMLElement>('[data-pool]'));
  return (frame) => {
    const told = spot === null ? [] : (frame.spots[spot] ?? []);
    for (const [index, show] of endpoints.entries()) {
      const endpoint = told[index];
      if (endpoint) show(endpoint);
    }
    if (told[0]) veiled?.(told[0].state);
    if (pool !== null && frame.pools[pool]) showPool(frame.pools[pool]);
  };
}

function endpointPainter(tag: Element, callers: number): (endpoint: EndpointFrame) => void {
  const state = attribute(tag, 'data-state');
  const sign = text(tag.querySelector('[data-sign]'));
  const words = text(tag.querySelector('[data-words]'));
  return (endpoint) => {
    state(endpoint.state);
    sign(SIGNS[endpoint.state]);
    words(tagWords(endpoint, callers));
  };
}

function poolPainter(tag: HTMLElement | null): (pool: LoadFrame['pools'][number]) => void {
  if (!tag) return () => {};
  const full = attribute(tag, 'data-full');
  const gauge = tag.querySelector<HTMLElement>('span');
  const fill = gauge ? property(gauge, '--fill') : () => {};
  const words = text(tag.querySelector('[data-words]'));
  return (pool) => {
    full(pool.refused > 0 ? 'yes' : '');
    fill(String(Math.round(pool.fill * 100) / 100));
    words(poolWords(pool) ?? '');
  };
}
