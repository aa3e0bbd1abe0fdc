import type { LinkedRule } from '../../linked/linked-rule.ts';
import { addressOfAnother } from './address-of-another.ts';
import { doubleTls } from './double-tls.ts';
import { externalMutual } from './external-mutual.ts';
import { gatewayKinds, servedHosts } from './gateway-kinds.ts';
import { gatewayLoop } from './gateway-loop.ts';
import { inertEjection } from './inert-ejection.ts';
import { kindOfConnection } from './kind-of-connection.ts';
import { labelsFromDns } from './labels-from-dns.ts';
import { plainToTls } from './plain-to-tls.ts';
import { requestsToTls } from './requests-to-tls.ts';
import { sidecarCredential } from './sidecar-credential.ts';
import { splitEntries } from './split-entries.ts';
import { subsetUse } from './subset-use.ts';
import { uncoveredHosts } from './uncovered-hosts.ts';
import { unregisteredHost } from './unregistered-host.ts';
import { unverifiedServer } from './unverified-server.ts';

/** What really happens to calls, by the kind that says otherwise. */
export const trafficRules: Readonly<
  Record<'VirtualService' | 'DestinationRule' | 'ServiceEntry' | 'Gateway', readonly LinkedRule[]>
> = {
  VirtualService: [
    kindOfConnection,
    requestsToTls,
    addressOfAnother,
    gatewayKinds,
    uncoveredHosts,
    gatewayLoop,
    unregisteredHost,
  ],
  DestinationRule: [
    doubleTls,
    externalMutual,
    sidecarCredential,
    labelsFromDns,
    inertEjection,
    unverifiedServer,
    subsetUse,
  ],
  ServiceEntry: [plainToTls, splitEntries],
  Gateway: [servedHosts],
};
