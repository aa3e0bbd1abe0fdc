import type { Resource } from '../../istio/index.ts';
import { passedByRules } from '../rules/conflicts/passed-by-rules.ts';
import { sameDestination } from '../rules/conflicts/same-destination.ts';
import { sameExternalPorts } from '../rules/conflicts/same-external-ports.ts';
import { sameHosts } from '../rules/conflicts/same-hosts.ts';
import { sameServers } from '../rules/conflicts/same-servers.ts';
import { onePeerAuthentication, oneSidecar } from '../rules/conflicts/same-workloads.ts';
import { destinations } from '../rules/references/destinations.ts';
import { destinationHost } from '../rules/references/destination-host.ts';
import { egressHosts } from '../rules/references/egress-hosts.ts';
import { gatewayProxies } from '../rules/references/gateway-proxies.ts';
import { gatewaysFound } from '../rules/references/gateways-found.ts';
import { policySelector } from '../rules/references/policy-selector.ts';
import { sourceNamespaces } from '../rules/references/source-namespaces.ts';
import { subsetsDefined } from '../rules/references/subsets-defined.ts';
import { sameGroupLabels } from '../rules/conflicts/same-group-labels.ts';
import { serviceNames } from '../rules/conflicts/service-names.ts';
import { mutualTlsOfRule } from '../rules/mtls/destination-rules.ts';
import { identities } from '../rules/mtls/identities.ts';
import { mutualTlsOfPolicy } from '../rules/mtls/peer-authentications.ts';
import { addressesRequired } from '../rules/references/addresses-required.ts';
import { claimsAuthenticated } from '../rules/references/claims-authenticated.ts';
import { conditionsMet } from '../rules/references/conditions-met.ts';
import { exportToNamespaces } from '../rules/references/export-to-namespaces.ts';
import { gatewayPods } from '../rules/references/gateway-pods.ts';
import { operationHosts } from '../rules/references/operation-hosts.ts';
import { rootSidecar } from '../rules/references/root-sidecar.ts';
import { groupServiceAccount, principalsFound } from '../rules/references/service-accounts-found.ts';
import { subsetLabels } from '../rules/references/subset-labels.ts';
import { reachRules } from '../rules/reach/rules.ts';
import type { LinkedRule } from './linked-rule.ts';

/** Rules about a resource among others, by its type. A new rule is one file in `rules/` and one word here. */
const rules: Readonly<Record<string, readonly LinkedRule[] | undefined>> = {
  VirtualService: [
    destinations,
    subsetsDefined,
    gatewaysFound,
    sameHosts,
    serviceNames,
    passedByRules,
    exportToNamespaces,
    claimsAuthenticated,
    ...reachRules,
  ],
  DestinationRule: [destinationHost, sameDestination, subsetLabels, exportToNamespaces, mutualTlsOfRule],
  ServiceEntry: [sameExternalPorts, exportToNamespaces, addressesRequired, conditionsMet],
  Gateway: [gatewayProxies, sameServers],
  Sidecar: [policySelector, oneSidecar, egressHosts, rootSidecar],
  WorkloadGroup: [groupServiceAccount, sameGroupLabels],
  PeerAuthentication: [policySelector, onePeerAuthentication, mutualTlsOfPolicy],
  AuthorizationPolicy: [
    policySelector,
    sourceNamespaces,
    principalsFound,
    operationHosts,
    gatewayPods,
    conditionsMet,
    identities,
  ],
  RequestAuthentication: [policySelector, gatewayPods],
  Telemetry: [gatewayPods],
  WasmPlugin: [gatewayPods],
  Service: [conditionsMet],
};

/** The rules for a resource; undefined where there are none. */
export const linkedRules = ({ type }: Resource): readonly LinkedRule[] | undefined =>
  Object.hasOwn(rules, type) ? rules[type] : undefined;
