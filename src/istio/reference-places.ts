/** How the value at a place refers to other resources. */
export type ReferenceReader =
  | 'destination'
  | 'host'
  | 'fullHost'
  | 'gateway'
  | 'delegate'
  | 'labels'
  | 'labelsAnywhere'
  | 'subsetLabels'
  | 'credential'
  | 'scope'
  | 'target';

/** A place in a kind of resource, `*` for any item of a list, and what it refers to. */
export interface ReferencePlace {
  readonly at: string;
  readonly reads: ReferenceReader;
}

const places = (reads: ReferenceReader, ...paths: readonly string[]): ReferencePlace[] =>
  paths.map((at) => ({ at, reads }));

const TRAFFIC_POLICIES = ['spec.trafficPolicy', 'spec.subsets.*.trafficPolicy'].flatMap((policy) => [
  policy,
  `${policy}.portLevelSettings.*`,
]);

const policy = places('labels', 'spec.selector.matchLabels');

const targeting = [...policy, ...places('target', 'spec.targetRefs.*', 'spec.targetRef')];

/** Where each kind refers to others. A new field that refers to something is one line here. */
export const REFERENCE_PLACES: Readonly<Record<string, readonly ReferencePlace[]>> = {
  VirtualService: [
    ...places('host', 'spec.hosts.*'),
    ...places(
      'gateway',
      'spec.gateways.*',
      'spec.http.*.match.*.gateways.*',
      'spec.tls.*.match.*.gateways.*',
      'spec.tcp.*.match.*.gateways.*',
    ),
    ...places(
      'destination',
      'spec.http.*.route.*.destination',
      'spec.http.*.mirror',
      'spec.http.*.mirrors.*.destination',
      'spec.tls.*.route.*.destination',
      'spec.tcp.*.route.*.destination',
    ),
    ...places('delegate', 'spec.http.*.delegate'),
    ...places(
      'labelsAnywhere',
      'spec.http.*.match.*.sourceLabels',
      'spec.tls.*.match.*.sourceLabels',
      'spec.tcp.*.match.*.sourceLabels',
    ),
  ],
  DestinationRule: [
    ...places('host', 'spec.host'),
    ...places('subsetLabels', 'spec.subsets.*.labels'),
    ...places('labels', 'spec.workloadSelector.matchLabels'),
    ...places('credential', ...TRAFFIC_POLICIES.map((at) => `${at}.tls.credentialName`)),
  ],
  ServiceEntry: [...places('fullHost', 'spec.hosts.*'), ...places('labels', 'spec.workloadSelector.labels')],
  Gateway: [
    ...places('labelsAnywhere', 'spec.selector'),
    ...places('credential', 'spec.servers.*.tls.credentialName', 'spec.servers.*.tls.credentialNames.*'),
  ],
  Sidecar: [
    ...places('labels', 'spec.workloadSelector.labels'),
    ...places('scope', 'spec.egress.*.hosts.*'),
    ...places('credential', 'spec.ingress.*.tls.credentialName'),
  ],
  PeerAuthentication: policy,
  AuthorizationPolicy: targeting,
  RequestAuthentication: targeting,
  WasmPlugin: targeting,
  Telemetry: targeting,
  EnvoyFilter: [
    ...places('labels', 'spec.workloadSelector.labels'),
    ...places('target', 'spec.targetRefs.*'),
  ],
  ProxyConfig: policy,
  Service: places('labels', 'spec.selector'),
};
