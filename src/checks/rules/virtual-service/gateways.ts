import type { SpecRule } from '../../spec-rule.ts';
import { all, at } from '../../spot.ts';
import { gatewayNames } from '../names/gateway-names.ts';

/** Names of Gateways, of the VirtualService and of its matches. Of old names in HTTP and TCP matches istiod says nothing. */
export const gateways: SpecRule = ({ spec }) => [
  ...gatewayNames(at(spec, 'gateways'), 'told'),
  ...all(spec, 'tls[].match[].gateways').flatMap((list) => gatewayNames(list, 'told')),
  ...all(spec, 'http[].match[].gateways').flatMap((list) => gatewayNames(list, 'overlooked')),
  ...all(spec, 'tcp[].match[].gateways').flatMap((list) => gatewayNames(list, 'overlooked')),
];
