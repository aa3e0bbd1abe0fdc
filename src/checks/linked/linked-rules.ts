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
import { targetsFound } from '../rules/references/targets-found.ts';
import { subsetLabels } from '../rules/references/subset-labels.ts';
import { reachRules } from '../rules/reach/rules.ts';
import { ambientRoutes, ambientRule } from '../rules/ambient/hosts.ts';
import { ambientPolicy } from '../rules/ambient/policies.ts';
import { ambientSidecar } from '../rules/ambient/sidecars.ts';
import { ambientWorkload } from '../rules/ambient/workloads.ts';
import { istioAnnotations } from '../rules/cluster/annotations.ts';
import { fetchedKeys, imageToFill, proxyUser, uncovered } from '../rules/cluster/containers.ts';
import { injection, missingProxy, proxyImages } from '../rules/cluster/namespaces.ts';
import { servicePorts, targetPorts } from '../rules/cluster/service-ports.ts';
import { servicesOfWorkload } from '../rules/cluster/services-of-workload.ts';
import { routeBackends } from '../rules/gateway-api/backends.ts';
import { grants } from '../rules/gateway-api/grants.ts';
import { listeners } from '../rules/gateway-api/listeners.ts';
import { KUBERNETES_GATEWAY, routeParents } from '../rules/gateway-api/parents.ts';
import { envoyPatches } from '../rules/other/envoy-filter.ts';
import { goneKinds } from '../rules/other/gone-kinds.ts';
import { oneTelemetry, telemetryProviders } from '../rules/other/telemetry.ts';
import { trafficRules } from '../rules/traffic/rules.ts';
import { visibilityRules } from '../rules/visibility/rules.ts';
import type { LinkedRule } from './linked-rule.ts';

const ofWorkload: readonly LinkedRule[] = [proxyUser, imageToFill, uncovered, ambientWorkload];

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
    ambientRoutes,
    ...reachRules,
    ...trafficRules.VirtualService,
    ...visibilityRules.VirtualService,
  ],
  DestinationRule: [
    destinationHost,
    sameDestination,
    subsetLabels,
    exportToNamespaces,
    mutualTlsOfRule,
    ambientRule,
    ...trafficRules.DestinationRule,
    ...visibilityRules.DestinationRule,
  ],
  ServiceEntry: [
    sameExternalPorts,
    exportToNamespaces,
    addressesRequired,
    conditionsMet,
    ...trafficRules.ServiceEntry,
  ],
  Gateway: [gatewayProxies, sameServers, ...trafficRules.Gateway],
  Sidecar: [policySelector, oneSidecar, egressHosts, rootSidecar, ambientSidecar],
  WorkloadGroup: [groupServiceAccount, sameGroupLabels],
  PeerAuthentication: [policySelector, onePeerAuthentication, mutualTlsOfPolicy],
  AuthorizationPolicy: [
    policySelector,
    sourceNamespaces,
    principalsFound,
    operationHosts,
    gatewayPods,
    targetsFound,
    conditionsMet,
    identities,
    ambientPolicy,
  ],
  RequestAuthentication: [policySelector, gatewayPods, targetsFound, ambientPolicy],
  Telemetry: [gatewayPods, targetsFound, ambientPolicy, telemetryProviders, oneTelemetry],
  WasmPlugin: [gatewayPods, targetsFound, ambientPolicy],
  EnvoyFilter: [envoyPatches],
  Service: [conditionsMet, servicePorts, targetPorts, istioAnnotations],
  Namespace: [injection, istioAnnotations],
  Pod: [missingProxy, proxyImages, proxyUser, imageToFill, istioAnnotations, ambientWorkload],
  Deployment: [...ofWorkload, servicesOfWorkload, istioAnnotations, fetchedKeys],
  StatefulSet: ofWorkload,
  DaemonSet: ofWorkload,
  HTTPRoute: [routeParents, routeBackends],
  GRPCRoute: [routeParents, routeBackends],
  [KUBERNETES_GATEWAY]: [listeners],
  ReferenceGrant: [grants],
  CustomResourceDefinition: [goneKinds],
};

/** The rules for a resource; undefined where there are none. */
export const linkedRules = ({ type }: Resource): readonly LinkedRule[] | undefined =>
  Object.hasOwn(rules, type) ? rules[type] : undefined;
