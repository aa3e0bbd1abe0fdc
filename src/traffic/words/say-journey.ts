import { goesRound, type Hop } from '../onward.ts';
import { sayOutcome, type SaidOutcome } from './say-outcome.ts';

/** Which proxy a part of a way is at: `the sidecar in shop`, `the gateway in istio-system`. */
export function sayHop({ request: { caller } }: Hop): string {
  const labels = Object.values(caller.labels ?? {});
  const named = caller.kind === 'gateway' && labels.length === 1 ? ` ${labels[0]}` : '';
  return `the ${caller.kind}${named} in ${caller.namespace}`;
}

const ONWARD = 'Forwarded to ';

/** Says how a whole way of one part at least ends, in a sentence: as its last part does, and by which gateways it came there. */
export function sayJourney(hops: readonly Hop[]): SaidOutcome {
  const last = hops.at(-1)!;
  if (hops.length === 1) return sayOutcome(last.trace, last.request);
  const gateways = hops.slice(1).map(sayHop);
  if (goesRound(hops))
    return {
      tone: 'bad',
      head: 'Round and round',
      text: `By its rule ${gateways.at(-1)} sends it to itself, again and again: a rule that is for the mesh needs a match on the gateway "mesh".`,
    };
  const said = sayOutcome(last.trace, last.request);
  const through = `Forwarded through ${gateways.join(' and ')}`;
  return {
    ...said,
    text: said.text.startsWith(ONWARD)
      ? `${through} to ${said.text.slice(ONWARD.length)}`
      : `${through}; then: ${said.text}`,
  };
}
