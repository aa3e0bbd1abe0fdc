import type { SpecRule } from '../../spec-rule.ts';
import { outboundMode } from '../effects/outbound-mode.ts';
import { ignoredEgressProxy } from '../effects/without-effect.ts';
import { destinationPorts } from '../names/destination-ports.ts';
import { hostNames } from '../names/host-names.ts';
import { selector } from '../names/selector.ts';
import { subsetNames } from '../names/subset-names.ts';
import { defaultEndpoint } from './default-endpoint.ts';
import { egressHosts } from './egress-hosts.ts';
import { egressListeners } from './egress-listeners.ts';
import { egressPorts } from './egress-ports.ts';
import { egressProxy } from './egress-proxy.ts';
import { emptySidecar } from './empty-sidecar.ts';
import { ingressPorts } from './ingress-ports.ts';
import { ingressTls } from './ingress-tls.ts';
import { pools } from './pools.ts';
import { repeatedEgress } from './repeated-egress.ts';

export const sidecarRules: readonly SpecRule[] = [
  selector,
  emptySidecar,
  ingressPorts,
  defaultEndpoint,
  ingressTls,
  pools,
  egressListeners,
  egressPorts,
  egressHosts,
  repeatedEgress,
  egressProxy,
  hostNames,
  subsetNames,
  destinationPorts,
  outboundMode,
  ignoredEgressProxy,
];
