import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, items, text, type Spot } from '../../spot.ts';
import { isAddress, isUnixAddress } from '../../values/address.ts';
import { faultOfName, hostMeant } from '../../values/host-name.ts';
import { quote } from '../../words.ts';
import { socket } from '../workload/socket.ts';
import { byDns, resolutionOf } from './resolution.ts';

/** Where endpoints are: with STATIC at addresses or sockets, with DNS at addresses or names. */
export const endpointAddresses: SpecRule = ({ spec }) => {
  const resolution = resolutionOf(spec);
  const endpoints = all(spec, 'endpoints[]');
  if (resolution === 'STATIC') return endpoints.flatMap((endpoint) => fixed(endpoint, spec));
  return byDns(resolution) ? endpoints.flatMap(named) : [];
};

function fixed(endpoint: Spot, spec: Spot): readonly Finding[] {
  const spot = at(endpoint, 'address');
  const address = written(spot);
  if (address === undefined || isAddress(address)) return [];
  if (address === '') return isFilled(at(endpoint, 'network')) ? [] : [missing(endpoint, spot)];
  if (isUnixAddress(address)) return [...socket(endpoint), ...onePort(spot, at(spec, 'ports'))];
  const what = `${quote(address)} is no IP address, and with the resolution STATIC endpoints are addresses or unix:// sockets.`;
  const mends =
    faultOfName(address) === null ? [setting(['spec', 'resolution'], 'DNS', 'Set resolution to DNS')] : [];
  return [refuse('MW0607', spot, what, { mends })];
}

function onePort(spot: Spot, ports: Spot): readonly Finding[] {
  const count = items(ports).length;
  if (count === 1) return [];
  const what = `A socket serves one port, and this service has ${String(count)}.`;
  return [refuse('MW0608', spot, what)];
}

function named(endpoint: Spot): readonly Finding[] {
  const spot = at(endpoint, 'address');
  const address = written(spot);
  if (address === undefined || isAddress(address)) return [];
  if (address === '') return [missing(endpoint, spot)];
  const fault = isUnixAddress(address) ? 'it is a socket' : faultOfName(address);
  if (!fault) return [];
  const meant = hostMeant(address, (host) => isAddress(host) || faultOfName(host) === null);
  const what = `${quote(address)} is neither a host name nor an IP address: ${fault}. With the resolution DNS endpoints are one of these.`;
  const mends = isUnixAddress(address)
    ? [setting(['spec', 'resolution'], 'STATIC', 'Set resolution to STATIC')]
    : meant === undefined
      ? []
      : [setting(spot.path, meant)];
  return [refuse('MW0607', spot, what, { mends })];
}

/** Undefined for what is no text, of which the schema speaks. */
const written = (spot: Spot): string | undefined => (isPresent(spot) ? text(spot) : '');

function missing(endpoint: Spot, spot: Spot): Finding {
  const what = 'This endpoint has no address.';
  return refuse('MW0607', isPresent(spot) ? spot : endpoint, what, {
    at: 'key',
    mends: [removing(endpoint.path, 'Remove the endpoint')],
  });
}
