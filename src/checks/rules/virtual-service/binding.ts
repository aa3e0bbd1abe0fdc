import { MESH_GATEWAY } from '../../../istio/index.ts';
import { all, at, isFilled, items, texts, type Spot } from '../../spot.ts';

/** The rules count for sidecars, too or only: so it is where no gateways are named. */
export function appliesToMesh(spec: Spot): boolean {
  const gateways = at(spec, 'gateways');
  return !isFilled(gateways) || namesMesh(gateways);
}

export const namesMesh = (gateways: Spot): boolean =>
  texts(items(gateways)).some(({ value }) => value === MESH_GATEWAY);

/** Some rule asks for the name that a client sends while setting up TLS. */
export const asksForSni = (spec: Spot): boolean => all(spec, 'tls[].match[].sniHosts').some(isFilled);

/** A VirtualService without hosts, which others hand requests to. */
export const isDelegate = (spec: Spot): boolean => !isFilled(at(spec, 'hosts'));
