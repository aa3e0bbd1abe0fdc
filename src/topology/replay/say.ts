import { endpointAt, endpointsOf, type EndpointFrame } from './endpoints.ts';
import type { ReplayedLoad } from './load.ts';
import { edgeFlow, sliceOf } from './parts.ts';

/** So many endpoints are named; of more there are only counts. */
const NAMED = 3;

const seconds = (time: number): string => `${(time / 1000).toFixed(1)} s`;
const whole = (time: number): string => `${Math.ceil(time / 1000)} s`;

/** How an endpoint is, in a few words; nothing of one that just answers, or that nobody asks. */
function sayEndpoint({ state, out, left, failing }: EndpointFrame, callers: number): string | undefined {
  if (state === 'ejected') return `ejected for another ${whole(left)}`;
  if (out) return `ejected by ${out} of ${callers} sidecars`;
  if (state === 'failing') return `fails ${Math.round(100 * failing)} %`;
  return state === 'returning' ? 'just back' : undefined;
}

/** A moment of a load in a sentence: `At 25.0 s: 990 requests a second, eu-1 ejected for another 28 s.` */
export function sayMoment(load: ReplayedLoad, time: number): string {
  const slice = sliceOf(load, time);
  const { rate } = edgeFlow(load, [{ kind: 'sent' }], slice);
  const told = endpointsOf(load)
    .flat()
    .flatMap((endpoint) => {
      const now = endpointAt(load, endpoint, slice, time);
      const words = sayEndpoint(now, load.callers);
      return words === undefined ? [] : [{ now, words }];
    });
  const out = told.filter(({ now }) => now.out > 0).length;
  const all =
    told.length <= NAMED
      ? told.map(({ now, words }) => `${now.name} ${words}`)
      : [`${out} endpoints ejected`, `${told.length - out} others failing or just back`];
  return `At ${seconds(time)}: ${[`${Math.round(rate).toLocaleString('en')} requests a second`, ...all].join(', ')}.`;
}
