import type { ModelledKind } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, texts, type Spot } from '../../spot.ts';
import { faultOfName, faultOfWildcardName, hostMeant, type Fault } from '../../values/host-name.ts';
import { quote } from '../../words.ts';
import { ofDestinations } from '../virtual-service/route-places.ts';

type Form = (host: string) => Fault;

/** Places of hosts that are nothing but names. Where more is asked (a VirtualService's own hosts, a Gateway's) the kind has a rule. */
const places: Partial<Record<ModelledKind, readonly [readonly string[], Form]>> = {
  VirtualService: [ofDestinations('host'), faultOfWildcardName],
  DestinationRule: [['host'], faultOfWildcardName],
  ServiceEntry: [['hosts[]'], faultOfWildcardName],
  Sidecar: [['outboundTrafficPolicy.egressProxy.host'], faultOfName],
};

/** Hosts that are no DNS names. */
export const hostNames: SpecRule = ({ kind, spec }) => {
  const [where, form] = places[kind] ?? [];
  if (!where || !form) return [];
  return texts(all(spec, where)).flatMap((spot) => faultAt(spot, form(spot.value), form));
};

/** A finding for a host, if there is a fault; with a fix where one can tell what was meant. */
export function faultAt(spot: Spot<string>, fault: Fault, form: Form): readonly Finding[] {
  if (!fault) return [];
  const meant = hostMeant(spot.value, (host) => form(host) === null);
  const mends = meant === undefined ? [] : [setting(spot.path, meant)];
  return [refuse('MW0320', spot, `${quote(spot.value)} is no host name: ${fault}.`, { mends })];
}
