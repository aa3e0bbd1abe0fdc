/** Kinds that Istio reads an annotation on; `any` for all. */
export interface KnownAnnotation {
  readonly on: readonly string[];
  /** What to write instead, where it is deprecated. */
  readonly deprecated?: string;
  readonly reads?:
    'boolean' | 'number' | 'ports' | 'portsOrStar' | 'ranges' | 'rangesOrStar' | 'interception';
}

const POD = ['Pod'];
const SERVICE = ['Service'];

const list = (prefix: string, names: string, known: KnownAnnotation): [string, KnownAnnotation][] =>
  names.split(' ').map((name) => [`${prefix}/${name}`, known]);

/** Istio's annotations (istio.io/latest/docs/reference/config/annotations), and what it reads in those whose form matters. */
export const ISTIO_ANNOTATIONS: ReadonlyMap<string, KnownAnnotation> = new Map([
  ...list('sidecar.istio.io', 'inject', {
    on: POD,
    deprecated: 'Write the label sidecar.istio.io/inject.',
    reads: 'boolean',
  }),
  ...list('sidecar.istio.io', 'rewriteAppHTTPProbers enableCoreDump nativeSidecar', {
    on: POD,
    reads: 'boolean',
  }),
  ...list('sidecar.istio.io', 'interceptionMode', { on: POD, reads: 'interception' }),
  ...list(
    'sidecar.istio.io',
    'status proxyImage proxyImageType proxyCPU proxyCPULimit proxyMemory proxyMemoryLimit bootstrapOverride userVolume userVolumeMount logLevel componentLogLevel agentLogLevel extraStatTags statsHistogramBuckets statsCompression',
    { on: POD },
  ),
  ...list(
    'sidecar.istio.io',
    'statsInclusionPrefixes statsInclusionSuffixes statsInclusionRegexps discoveryAddress',
    {
      on: POD,
      deprecated: 'Write it in proxy.istio.io/config.',
    },
  ),
  ...list('sidecar.istio.io', 'controlPlaneAuthPolicy', { on: POD, deprecated: 'It does nothing any more.' }),
  ...list('status.sidecar.istio.io', 'port', { on: POD, reads: 'number' }),
  ...list('readiness.status.sidecar.istio.io', 'initialDelaySeconds periodSeconds failureThreshold', {
    on: POD,
    reads: 'number',
  }),
  ...list('readiness.status.sidecar.istio.io', 'applicationPorts', { on: POD, reads: 'ports' }),
  ...list('traffic.sidecar.istio.io', 'includeOutboundIPRanges', { on: POD, reads: 'rangesOrStar' }),
  ...list('traffic.sidecar.istio.io', 'excludeOutboundIPRanges', { on: POD, reads: 'ranges' }),
  ...list('traffic.sidecar.istio.io', 'includeInboundPorts includeOutboundPorts', {
    on: POD,
    reads: 'portsOrStar',
  }),
  ...list('traffic.sidecar.istio.io', 'excludeInboundPorts excludeOutboundPorts', {
    on: POD,
    reads: 'ports',
  }),
  ...list('traffic.sidecar.istio.io', 'kubevirtInterfaces excludeInterfaces', { on: POD }),
  ...list('istio.io', 'reroute-virtual-interfaces rev connect-strategy', { on: POD }),
  ...list('proxy.istio.io', 'config overrides', { on: POD }),
  ...list('inject.istio.io', 'templates', { on: POD }),
  ...list('prometheus.istio.io', 'merge-metrics', { on: POD, reads: 'boolean' }),
  ...list('ambient.istio.io', 'redirection bypass-inbound-capture dns-capture waypoint-inbound-binding', {
    on: ['Pod', 'Namespace', 'Gateway', 'GatewayClass'],
  }),
  ...list('networking.istio.io', 'exportTo address-type', { on: SERVICE }),
  ...list('networking.istio.io', 'traffic-distribution', { on: ['Service', 'ServiceEntry', 'Namespace'] }),
  ...list('networking.istio.io', 'service-type', { on: ['Gateway'] }),
  ...list('traffic.istio.io', 'nodeSelector', { on: SERVICE }),
  ...list('topology.istio.io', 'controlPlaneClusters', { on: ['Namespace'] }),
  ...list('alpha.istio.io', 'kubernetes-serviceaccounts canonical-serviceaccounts', {
    on: SERVICE,
    deprecated: 'It does nothing any more.',
  }),
  ...list('alpha.istio.io', 'identity', { on: POD, deprecated: 'It does nothing any more.' }),
  ...list('istio.io', 'dry-run', { on: ['AuthorizationPolicy'] }),
  ...list(
    'istio.io',
    'autoRegistrationGroup workloadController connectedAt disconnectedAt for-service-account',
    {
      on: ['WorkloadEntry', 'WorkloadGroup', 'ServiceAccount'],
    },
  ),
  ...list(
    'gateway.istio.io',
    'managed controller-version name-override service-account alias-for defaults-for-class tls-terminate-mode tls-cipher-suites',
    {
      on: ['any'],
    },
  ),
  ...list('install.operator.istio.io', 'chart-owner owner-generation version', { on: ['any'] }),
  ...list('galley.istio.io', 'analyze-suppress', { on: ['any'] }),
  ...list('kubernetes.io', 'ingress.class', { on: ['Ingress'] }),
]);
