/** A word of Istio's, in plain sentences. */
export interface Word {
  readonly term: string;
  /** Other words that people look for when they mean this one. */
  readonly also?: readonly string[];
  readonly means: string;
  /** Terms that say more. */
  readonly see?: readonly string[];
}

/** From the general to the particular; a search finds them by any of their words. */
export const GLOSSARY: readonly Word[] = [
  {
    term: 'Mesh',
    also: ['service mesh'],
    means:
      'All workloads whose traffic Istio’s proxies carry, in one cluster or several. What stands in the dashed frame on the canvas is inside it.',
    see: ['Sidecar proxy', 'Control plane'],
  },
  {
    term: 'Control plane',
    also: ['istiod', 'Pilot'],
    means:
      'istiod: it reads the configuration and the cluster, works out what each proxy has to know, and sends it to them. No request passes through it.',
    see: ['Sidecar proxy'],
  },
  {
    term: 'Sidecar proxy',
    also: ['Envoy', 'istio-proxy', 'data plane', 'injection'],
    means:
      'An Envoy that runs beside an app in its pod and takes every connection into and out of it. Route rules are applied by the sidecar of the caller; authorization and mutual TLS are enforced by that of the called.',
    see: ['Sidecar', 'Mesh'],
  },
  {
    term: 'Ambient mode',
    also: ['ztunnel', 'waypoint', 'sidecarless'],
    means:
      'A mesh without sidecars: ztunnel, one on each node, opens mutual TLS, and a waypoint proxy applies what has to read HTTP. Route rules without a waypoint have no effect there.',
    see: ['Sidecar proxy'],
  },
  {
    term: 'Workload',
    also: ['pod', 'app', 'Deployment'],
    means:
      'Something that runs and has labels: mostly the pods of a Deployment. Selectors in Istio’s resources pick workloads by their labels.',
    see: ['Workload selector'],
  },
  {
    term: 'Host',
    also: ['hosts', 'FQDN', 'short name', 'DNS name'],
    means:
      'The name that a request asks for. A name without dots, such as reviews, is completed with the namespace of the resource that writes it: reviews.shop.svc.cluster.local. Write the whole name where there is doubt.',
    see: ['Kubernetes Service', 'ServiceEntry'],
  },
  {
    term: 'Kubernetes Service',
    also: ['Service', 'ClusterIP', 'headless'],
    means:
      'A name inside the cluster and the ports behind it. Istio reads it by itself and takes the protocol from a port’s name (http-web, grpc, tcp-db) or from appProtocol.',
    see: ['Host', 'Protocol selection'],
  },
  {
    term: 'Protocol selection',
    also: ['port name', 'appProtocol'],
    means:
      'How a proxy knows what is spoken at a port: by the prefix of its name, by appProtocol, or by the protocol of a ServiceEntry’s port. Rules about paths and headers work only where it is HTTP that the proxy can read.',
    see: ['TLS passthrough'],
  },
  {
    term: 'VirtualService',
    also: ['route rule', 'routing'],
    means:
      'Says where requests for a host go: rules with matches are tried from the top, and the first that fits decides. It can also rewrite, delay, retry, mirror and split by weight.',
    see: ['Destination', 'Match', 'DestinationRule'],
  },
  {
    term: 'Match',
    also: ['prefix', 'exact', 'regex', 'uri', 'headers'],
    means:
      'The conditions of a rule. Those in one item must all hold; of several items one is enough. A prefix takes text, not path segments: /v1 also fits /v10.',
    see: ['VirtualService'],
  },
  {
    term: 'Destination',
    also: ['route', 'destination.host'],
    means:
      'Where a rule sends a request: a host that the mesh knows, perhaps one of its subsets and ports. A host that nobody defines answers 503.',
    see: ['Host', 'Subset', 'Weight'],
  },
  {
    term: 'Weight',
    also: ['canary', 'traffic splitting', 'percentage'],
    means:
      'The share of a rule’s requests that a destination gets. Shares are of their sum, which should be 100 so that people can read them.',
    see: ['Subset', 'Mirroring'],
  },
  {
    term: 'Rewrite',
    means:
      'Another path or host name for the request before it goes on. After a match by prefix, only the prefix is replaced.',
    see: ['Match', 'Redirect'],
  },
  {
    term: 'Redirect',
    means:
      'The proxy answers by itself and sends the caller elsewhere, often from http to https. Nothing is forwarded, so a rule has either a redirect or a route.',
    see: ['Rewrite', 'Direct response'],
  },
  {
    term: 'Direct response',
    also: ['directResponse'],
    means: 'The proxy answers by itself with a status and a body, and nothing is forwarded.',
    see: ['Redirect'],
  },
  {
    term: 'Mirroring',
    also: ['mirror', 'shadow traffic', 'mirrorPercentage'],
    means:
      'Sends a copy of requests to a second destination, to try it with real traffic. Its answers are dropped, so callers notice nothing, but what the copies write is written twice.',
    see: ['Weight', 'VirtualService'],
  },
  {
    term: 'Fault injection',
    also: ['fault', 'abort', 'delay', 'chaos'],
    means:
      'Delays or errors on purpose for a share of the requests, made by the caller’s proxy, to see how an app copes.',
    see: ['Timeout', 'Retry'],
  },
  {
    term: 'Timeout',
    means:
      'How long a whole call may take, all tries together; then the caller gets 504. Where none is written there is no limit.',
    see: ['Retry'],
  },
  {
    term: 'Retry',
    also: ['retries', 'attempts', 'perTryTimeout', 'retryOn'],
    means:
      'The proxy tries a failed call again. Where nothing is written, Istio retries twice after connection failures and a few other errors; attempts: 0 switches that off.',
    see: ['Timeout'],
  },
  {
    term: 'Delegate',
    also: ['delegation'],
    means:
      'A rule that hands its requests to another VirtualService, which has no hosts of its own. So one team owns the host and others their paths.',
    see: ['VirtualService'],
  },
  {
    term: 'DestinationRule',
    also: ['traffic policy', 'trafficPolicy'],
    means:
      'What happens once it is decided where a request goes: load balancing, connection limits, circuit breaking, TLS, and the subsets of the host. It routes nothing by itself.',
    see: ['Subset', 'Outlier detection', 'Connection pool', 'TLS origination'],
  },
  {
    term: 'Subset',
    also: ['version', 'v1', 'v2'],
    means:
      'A named part of a host’s endpoints, picked by labels, mostly a version. A VirtualService may name it only if a DestinationRule of that host defines it; else callers get 503.',
    see: ['DestinationRule', 'Weight'],
  },
  {
    term: 'Connection pool',
    also: ['circuit breaker', 'maxConnections', 'http1MaxPendingRequests'],
    means:
      'Limits for connections and waiting requests to a host, for each proxy on its own. What is beyond them is refused at once with 503 instead of piling up.',
    see: ['Outlier detection'],
  },
  {
    term: 'Outlier detection',
    also: ['circuit breaker', 'ejection', 'consecutive5xxErrors', 'maxEjectionPercent'],
    means:
      'A proxy stops sending to an endpoint that failed several times in a row, for a while that grows. It never ejects more than maxEjectionPercent of them, 10 % where nothing is written: with few endpoints that may be none.',
    see: ['Connection pool', 'Locality failover'],
  },
  {
    term: 'Load balancing',
    also: ['loadBalancer', 'round robin', 'least request', 'consistent hash', 'sticky session'],
    means:
      'How a proxy chooses among endpoints. Least request is the default; a consistent hash keeps a user, header or cookie at one endpoint.',
    see: ['DestinationRule'],
  },
  {
    term: 'Locality failover',
    also: ['region', 'zone', 'localityLbSetting', 'locality'],
    means:
      'Traffic stays in the caller’s region and zone while endpoints there are healthy, and moves on when they are not. Needs outlier detection, which is what finds out that they are not.',
    see: ['Outlier detection'],
  },
  {
    term: 'ServiceEntry',
    also: ['external service', 'external host', 'MESH_EXTERNAL'],
    means:
      'Adds a host to those that the mesh knows: an API outside, or a machine beside the cluster. Only then can rules and policies be written for it, and, where unknown hosts are blocked, can it be called at all.',
    see: ['Resolution', 'Outbound traffic policy', 'Host'],
  },
  {
    term: 'Resolution',
    also: ['DNS', 'STATIC', 'NONE', 'DYNAMIC_DNS'],
    means:
      'How a proxy comes to the addresses of a ServiceEntry: STATIC as written, DNS by asking for the name, NONE by keeping the address that the app itself had found.',
    see: ['ServiceEntry'],
  },
  {
    term: 'Location',
    also: ['MESH_EXTERNAL', 'MESH_INTERNAL'],
    means:
      'Whether a ServiceEntry’s hosts are part of the mesh. Outside ones are not called with the mesh’s own mutual TLS.',
    see: ['ServiceEntry', 'mTLS'],
  },
  {
    term: 'WorkloadEntry',
    also: ['virtual machine', 'VM'],
    means:
      'One endpoint that is not a pod, mostly a virtual machine: its address, labels and service account. A ServiceEntry picks it by labels.',
    see: ['WorkloadGroup', 'ServiceEntry'],
  },
  {
    term: 'WorkloadGroup',
    means:
      'The pattern for many WorkloadEntries, as a Deployment is for pods, with a probe for their health.',
    see: ['WorkloadEntry'],
  },
  {
    term: 'Gateway',
    also: ['ingress', 'egress', 'load balancer'],
    means:
      'Opens ports on proxies at the edge of the mesh: which hosts, which protocol, which certificate. It routes nothing; VirtualServices that name it in gateways do.',
    see: ['Ingress gateway', 'Egress gateway', 'mesh'],
  },
  {
    term: 'Ingress gateway',
    also: ['edge', 'istio-ingressgateway'],
    means: 'The proxies through which requests come in from outside. A Gateway picks them by its selector.',
    see: ['Gateway'],
  },
  {
    term: 'Egress gateway',
    also: ['istio-egressgateway'],
    means:
      'Proxies through which calls to the outside leave, so that they have known addresses and can be watched in one place. Takes two hops in a VirtualService: from the sidecars to the gateway, from there on.',
    see: ['Gateway', 'ServiceEntry'],
  },
  {
    term: 'mesh',
    also: ['gateways: mesh', 'gateways'],
    means:
      'The name, in a VirtualService’s gateways, for all sidecars. It is meant where gateways are not written; written beside real gateways it must be named, or sidecars ignore the rules.',
    see: ['Gateway', 'VirtualService'],
  },
  {
    term: 'Sidecar',
    also: ['egress hosts', 'proxy scope'],
    means:
      'The resource, not the proxy: it says which hosts the proxies of a namespace or of chosen workloads are told of, and so keeps them small. What is not listed is not known to them.',
    see: ['Sidecar proxy', 'exportTo'],
  },
  {
    term: 'exportTo',
    also: ['visibility'],
    means:
      'The namespaces that may see a resource: a dot for its own, a star for all, which is the default. Whoever does not see it is served as if it were not there.',
    see: ['Sidecar'],
  },
  {
    term: 'Outbound traffic policy',
    also: ['REGISTRY_ONLY', 'ALLOW_ANY', 'passthrough'],
    means:
      'What becomes of calls to hosts that the mesh does not know: ALLOW_ANY lets them through as they are, REGISTRY_ONLY blocks them. It stands in the MeshConfig, here under Settings.',
    see: ['ServiceEntry'],
  },
  {
    term: 'Root namespace',
    also: ['istio-system', 'mesh-wide'],
    means:
      'Where policies for the whole mesh stand, istio-system by default. A PeerAuthentication without selector there counts for everybody.',
    see: ['PeerAuthentication'],
  },
  {
    term: 'mTLS',
    also: ['mutual TLS', 'ISTIO_MUTUAL', 'STRICT', 'PERMISSIVE'],
    means:
      'TLS in which both sides show a certificate. Inside the mesh Istio makes the certificates and uses it by itself; PeerAuthentication says whether plain text is taken too.',
    see: ['PeerAuthentication', 'TLS origination'],
  },
  {
    term: 'TLS origination',
    also: ['SIMPLE', 'MUTUAL', 'tls mode'],
    means:
      'The app calls in plain HTTP and the proxy opens TLS to the destination, by tls.mode in a DestinationRule. SIMPLE checks the server’s certificate and shows none; MUTUAL shows one too. An app that opens TLS itself must not have it opened twice.',
    see: ['DestinationRule', 'SNI', 'TLS passthrough'],
  },
  {
    term: 'TLS passthrough',
    also: ['PASSTHROUGH', 'HTTPS', 'sniHosts'],
    means:
      'The app’s own TLS goes through the proxy unopened. It can be routed by the name in its SNI, by tls rules, but its paths and headers cannot be seen: http rules do not apply.',
    see: ['SNI', 'TLS origination'],
  },
  {
    term: 'SNI',
    also: ['server name indication', 'sniHosts'],
    means:
      'The host name that a TLS client says in plain text when it connects. Proxies route unopened TLS by it.',
    see: ['TLS passthrough'],
  },
  {
    term: 'PeerAuthentication',
    also: ['STRICT', 'PERMISSIVE'],
    means:
      'Which connections workloads take: only mutual TLS (STRICT), plain text too (PERMISSIVE, the default), or none of it (DISABLE).',
    see: ['mTLS'],
  },
  {
    term: 'RequestAuthentication',
    also: ['JWT', 'token', 'jwtRules'],
    means:
      'Which tokens are valid. A request with an invalid one is refused with 401; one without any passes, unless an AuthorizationPolicy asks for it.',
    see: ['AuthorizationPolicy'],
  },
  {
    term: 'AuthorizationPolicy',
    also: ['ALLOW', 'DENY', 'CUSTOM', 'RBAC'],
    means:
      'Who may ask what of a workload. CUSTOM and DENY are tried first; once any ALLOW counts for a workload, what none of them allows is refused with 403.',
    see: ['RequestAuthentication', 'Principal'],
  },
  {
    term: 'Principal',
    also: ['identity', 'SPIFFE', 'service account'],
    means:
      'Who a caller is by its certificate: cluster.local/ns/shop/sa/frontend for the service account frontend in shop. Known only over mutual TLS.',
    see: ['AuthorizationPolicy', 'mTLS'],
  },
  {
    term: 'Workload selector',
    also: ['selector', 'matchLabels', 'workloadSelector'],
    means:
      'Labels that a workload must all have to be meant. Without a selector a policy counts for its whole namespace.',
    see: ['Workload', 'Root namespace'],
  },
  {
    term: 'Cluster',
    also: ['Envoy cluster', 'outbound|80||'],
    means:
      'In Envoy’s words a destination with its endpoints and policies, for example outbound|80|v1|reviews.shop.svc.cluster.local: direction, port, subset, host.',
    see: ['Subset', 'DestinationRule'],
  },
  {
    term: 'Listener',
    also: ['0.0.0.0_80', 'filter chain'],
    means:
      'In Envoy’s words an address and port at which a proxy takes connections. Whether one exists for a port depends on the hosts that the mesh knows at that port.',
    see: ['Cluster', 'Protocol selection'],
  },
];
