import type { ModelledKind } from '../../../istio/index.ts';

/** What a person adds a kind for, in one sentence. */
export const kindPurpose: Record<ModelledKind, string> = {
  VirtualService: 'Decides by path, header or weight where requests to a host go.',
  DestinationRule: 'Says how to talk to a host: TLS, pools, circuit breaker, and its subsets.',
  ServiceEntry: 'Makes a host outside the cluster known to the mesh.',
  Gateway: 'Opens ports at the edge of the mesh for the hosts it names.',
  Sidecar: 'Limits what the proxies of some workloads listen to and know about.',
  WorkloadEntry: 'Describes one workload outside Kubernetes, such as a virtual machine.',
  WorkloadGroup: 'Is the pattern for workloads of one kind outside Kubernetes.',
  PeerAuthentication: 'Says whether workloads accept plain text or only mutual TLS.',
  AuthorizationPolicy: 'Allows or denies requests by who calls and what they ask for.',
  RequestAuthentication: 'Says which tokens (JWT) workloads accept, and who may issue them.',
};
