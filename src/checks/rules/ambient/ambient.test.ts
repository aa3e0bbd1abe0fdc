import { judgedTogether, service } from '../../linked/linked.testkit.ts';

const here = (code: string): boolean => code.startsWith('MW25');
const namespace = (name: string, labels: string): string =>
  `Namespace default/${name} {} | labels: { ${labels} }`;
const ambient = namespace('shop', 'istio.io/dataplane-mode: ambient');
const enrolled = namespace('shop', 'istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint');
const web = service('shop/web', 80);
const vs = (place: string, host = 'web'): string =>
  `VirtualService ${place} { hosts: [${host}], http: [{ redirect: { uri: / } }] }`;
const rule =
  'DestinationRule shop/d { host: web, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 3 } } }';
const host = 'web.shop.svc.cluster.local';

judgedTogether(
  'rules for requests in ambient mode',
  [
    ['with a waypoint', [enrolled, web, vs('shop/v'), rule]],
    ['without ambient mode', [namespace('shop', 'a: b'), web, vs('shop/v'), rule]],
    [
      'a Service without a waypoint',
      [ambient, web, vs('shop/v'), rule],
      'MW2502 VirtualService/v spec.hosts[0]',
      'MW2502 DestinationRule/d spec.host',
    ],
    [
      'a host that is no Service',
      [ambient, vs('shop/v', 'a.example')],
      'MW2501 VirtualService/v spec.hosts[0]',
    ],
    [
      'rules from another namespace',
      [enrolled, web, vs('back/v', host)],
      'MW2503 VirtualService/v spec.hosts[0]',
    ],
    [
      'rules about connections only',
      [
        ambient,
        web,
        'DestinationRule shop/d { host: web, trafficPolicy: { connectionPool: { tcp: { maxConnections: 3 } } } }',
      ],
    ],
    [
      'sidecars win',
      [namespace('shop', 'istio.io/dataplane-mode: ambient, istio-injection: enabled'), web, vs('shop/v')],
    ],
  ],
  here,
);

const target = 'targetRefs: [{ kind: Service, group: "", name: web }], ';
const policy = (more: string, what = 'paths: [/a]'): string =>
  `AuthorizationPolicy shop/a { ${more}rules: [{ to: [{ operation: { ${what} } }] }] }`;

judgedTogether(
  'policies in ambient mode',
  [
    ['with a target and a waypoint', [enrolled, policy(target)]],
    ['about ports only', [ambient, policy('', 'ports: ["80"]')]],
    ['without a target', [enrolled, policy('')], 'MW2504 AuthorizationPolicy/a metadata.name'],
    ['without a waypoint', [ambient, policy(target)], 'MW2501 AuthorizationPolicy/a metadata.name'],
    [
      'Telemetry without either',
      [ambient, 'Telemetry shop/t { tracing: [{ randomSamplingPercentage: 5 }] }'],
      'MW2501 Telemetry/t metadata.name',
      'MW2504 Telemetry/t metadata.name',
    ],
    [
      'Telemetry of connections',
      [ambient, 'Telemetry shop/t { metrics: [{ providers: [{ name: prometheus }] }] }'],
    ],
    [
      'a Sidecar',
      [ambient, 'Sidecar shop/s { egress: [{ hosts: ["./*"] }] }'],
      'MW2505 Sidecar/s metadata.name',
    ],
    ['a Sidecar elsewhere', [ambient, 'Sidecar back/s { egress: [{ hosts: ["./*"] }] }']],
  ],
  here,
);

const pod = (labels: string, containers = 'a', annotations = ''): string =>
  `Pod shop/p { containers: [${containers
    .split(' ')
    .map((name) => `{ name: ${name} }`)
    .join(', ')}] } | labels: { ${labels} }${annotations && `, annotations: { ${annotations} }`}`;

judgedTogether(
  'workloads in ambient mode',
  [
    ['like their namespace', [enrolled, pod('app: web')]],
    [
      'and with sidecars',
      [namespace('shop', 'istio.io/dataplane-mode: ambient, istio-injection: enabled'), pod('app: web')],
      'MW2506 Pod/p metadata.name',
    ],
    ['with a sidecar in it', [ambient, pod('app: web', 'a istio-proxy')], 'MW2511 Pod/p metadata.name'],
    [
      'with a sidecar, and asking for ambient mode',
      [namespace('shop', 'a: b'), pod('istio.io/dataplane-mode: ambient', 'a istio-proxy')],
      'MW2510 Pod/p metadata.name',
    ],
    [
      'redirected, and asking for a sidecar',
      [ambient, pod('sidecar.istio.io/inject: "true"', 'a', 'ambient.istio.io/redirection: enabled')],
      'MW2506 Pod/p metadata.name',
      'MW2509 Pod/p metadata.name',
    ],
    [
      'a waypoint without ambient mode',
      [namespace('shop', 'a: b'), pod('istio.io/use-waypoint: w')],
      'MW2507 Pod/p metadata.name',
    ],
    [
      'a waypoint that is not there',
      [enrolled, 'KubernetesGateway shop/other { gatewayClassName: istio-waypoint }', pod('app: web')],
      'MW2508 Pod/p metadata.name',
    ],
    [
      'a waypoint that is',
      [enrolled, 'KubernetesGateway shop/waypoint { gatewayClassName: istio-waypoint }', pod('app: web')],
    ],
    [
      'a policy that nobody enforces',
      [ambient, pod('app: web'), policy('')],
      'MW2501 AuthorizationPolicy/a metadata.name',
      'MW2504 AuthorizationPolicy/a metadata.name',
      'MW2512 Pod/p metadata.name',
    ],
  ],
  here,
);
