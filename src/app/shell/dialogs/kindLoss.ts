/** What it means for traffic when a resource of this type goes; nothing is said of kinds that are not modelled. */
export const kindLoss: Readonly<Record<string, string>> = {
  VirtualService:
    'Requests to its hosts are no longer routed by it. They go to the host that they name, without its matches, weights, rewrites and timeouts.',
  DestinationRule:
    'Calls to its host lose its TLS, connection pool and circuit breaker settings. Routes to its subsets have nowhere to go, and answer 503.',
  ServiceEntry:
    'The mesh no longer knows its hosts. Whether requests to them still get out depends on the mesh’s outbound traffic policy.',
  Gateway:
    'The gateway’s proxies close the ports that only this resource opens. Its VirtualServices no longer receive from there.',
  Sidecar: 'The proxies it selects know every service of the mesh again.',
  WorkloadEntry: 'Its address is no longer an endpoint of the services that select it.',
  WorkloadGroup: 'Workloads outside Kubernetes can no longer register by it.',
  PeerAuthentication: 'The workloads it selects go by the setting of their namespace or of the mesh.',
  AuthorizationPolicy:
    'What it denied is no longer denied by it. If it was the only policy that allows, everything is allowed.',
  RequestAuthentication: 'Tokens are no longer checked by it, and rules that read them find none.',
  Service: 'Its host is no longer known to the mesh, nor its ports and endpoints.',
};
