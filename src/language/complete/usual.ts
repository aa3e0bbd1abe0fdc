import type { Format } from '../../istio/index.ts';
import type { NamePlace } from '../names/index.ts';

interface Usual {
  readonly text: string;
  readonly detail: string;
}

const DURATIONS: readonly Usual[] = ['1s', '5s', '10s', '30s', '1m'].map((text) => ({ text, detail: '' }));

const USUAL: Partial<Record<Format, readonly Usual[]>> = {
  duration: DURATIONS,
  'duration-any': DURATIONS,
  'http-status': [
    { text: '503', detail: 'Service Unavailable' },
    { text: '500', detail: 'Internal Server Error' },
    { text: '429', detail: 'Too Many Requests' },
    { text: '404', detail: 'Not Found' },
    { text: '403', detail: 'Forbidden' },
    { text: '200', detail: 'OK' },
  ],
};

/** What is often written at a place that names nothing: durations, statuses, the share that is left to a destination. */
export function usualValues(place: NamePlace): readonly Usual[] {
  const { format } = place.field;
  if (format === 'weight') return remainder(place);
  return (format && USUAL[format]) ?? [];
}

/** What the destinations beside leave of 100. */
function remainder({ path, textAt }: NamePlace): readonly Usual[] {
  const index = path.at(-2);
  if (typeof index !== 'number') return [];
  const list = path.slice(0, -2);
  const others = [];
  for (let at = 0; at < 100; at++) {
    if (at === index) continue;
    const weight = textAt([...list, at, 'weight']);
    if (weight === undefined && textAt([...list, at, 'destination', 'host']) === undefined) break;
    others.push(Number(weight ?? 0));
  }
  const left = 100 - others.reduce((sum, weight) => sum + weight, 0);
  return left > 0 && left < 100 ? [{ text: String(left), detail: 'what the others leave of 100' }] : [];
}
