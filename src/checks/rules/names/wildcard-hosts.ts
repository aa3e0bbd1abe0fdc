import type { Finding } from '../../finding.ts';
import { refuse, say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, text, texts, type Spot } from '../../spot.ts';
import { isPartialWildcard } from '../../values/host-name.ts';
import { quote } from '../../words.ts';
import { ofDestinations } from '../virtual-service/route-places.ts';

const destinations = ofDestinations('host');

/** `*` where one service must be named. */
export const bareWildcardDestination: SpecRule = ({ spec }) =>
  texts(all(spec, destinations))
    .filter(({ value }) => value === '*')
    .map((spot) =>
      refuse('MW0321', spot, 'Traffic cannot be sent to "*"; a destination is one service. Name it.'),
    );

/** `*` as the host of a ServiceEntry: Istio does not let one entry stand for the whole world. */
export const bareWildcardEntry: SpecRule = ({ spec }) =>
  texts(all(spec, 'hosts[]'))
    .filter(({ value }) => value === '*')
    .map((spot) =>
      refuse(
        'MW0321',
        spot,
        'A ServiceEntry cannot have the host "*". Name the hosts, such as *.example.com.',
      ),
    );

/** `*-eu.example`: accepted for a ServiceEntry, and matched by no proxy, but where names are looked up one by one. */
export const partialWildcardEntry: SpecRule = ({ spec }) =>
  text(at(spec, 'resolution')) === 'DYNAMIC_DNS'
    ? []
    : texts(all(spec, 'hosts[]')).flatMap((spot) => {
        if (!isPartialWildcard(spot.value)) return [];
        const message = `${partial(spot)} Istio accepts it, but no request matches it.`;
        return [say('MW0323', spot, message, { mends: wholeLabel(spot) })];
      });

/** The same for hosts that Istio refuses in this form: those of Gateways and Sidecars. `host` is the part after the slash. */
export function partialWildcard(spot: Spot<string>, host: string): readonly Finding[] {
  if (!isPartialWildcard(host)) return [];
  return [refuse('MW0322', spot, partial(spot), { mends: wholeLabel(spot) })];
}

const partial = (spot: Spot<string>): string =>
  `In ${quote(spot.value)} the star stands for a part of a label, and Envoy matches whole labels only, as in "*.example.com".`;

function wholeLabel(spot: Spot<string>) {
  const meant = spot.value.replace(/\*[^./]+\./, '*.');
  return meant === spot.value || !/\*\.[^.]+\./.test(meant) ? [] : [setting(spot.path, meant)];
}
