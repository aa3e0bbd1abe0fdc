import { judgedTogether, service } from '../../linked/linked.testkit.ts';

const here = (code: string): boolean => code >= 'MW2050' && code < 'MW2100';
const web = service('shop/web', 80);
const vs = (more: string): string =>
  `VirtualService shop/v { hosts: [web.example], http: [{ redirect: { uri: / } }]${more} }`;

judgedTogether(
  'namespaces that something is shown to',
  [
    ['a known one', ['Namespace default/back', vs(', exportTo: [back, "."]')]],
    ['nothing known of namespaces', [vs(', exportTo: [bakc]')]],
    [
      'one that is not there',
      ['Namespace default/back', vs(', exportTo: [bakc]')],
      'MW2051 VirtualService/v spec.exportTo[0]',
    ],
  ],
  here,
);

judgedTogether(
  'subsets and Sidecars',
  [
    [
      'a subset without labels',
      [
        web,
        'Pod shop/p { app: web, version: v1 }',
        'DestinationRule shop/d { host: web, subsets: [{ name: v1 }] }',
      ],
      'MW2052 DestinationRule/d spec.subsets[0]',
    ],
    [
      'a subset with labels',
      [web, 'DestinationRule shop/d { host: web, subsets: [{ name: v1, labels: { version: v1 } }] }'],
    ],
    ['a host that is not known', ['DestinationRule shop/d { host: web, subsets: [{ name: v1 }] }']],
    [
      'a Sidecar of the mesh for some',
      ['Sidecar istio-system/s { workloadSelector: { labels: { app: web } }, egress: [{ hosts: ["./*"] }] }'],
      'MW2053 Sidecar/s spec.workloadSelector',
    ],
    ['a Sidecar of the mesh for all', ['Sidecar istio-system/s { egress: [{ hosts: ["./*"] }] }']],
    [
      'a Sidecar of a namespace for some',
      ['Sidecar shop/s { workloadSelector: { labels: { app: web } }, egress: [{ hosts: ["./*"] }] }'],
    ],
  ],
  here,
);

const group = (name: string, account: string, labels = 'app: vm'): string =>
  `WorkloadGroup shop/${name} { metadata: { labels: { ${labels} } }, template: { serviceAccount: ${account} } }`;

judgedTogether(
  'service accounts',
  [
    ['one that is there', ['ServiceAccount shop/vm', group('g', 'vm')]],
    ['the one of every namespace', ['ServiceAccount shop/vm', group('g', 'default')]],
    ['nothing known of them', [group('g', 'vm')]],
    [
      'one of another namespace',
      ['ServiceAccount back/vm', group('g', 'vm')],
      'MW2054 WorkloadGroup/g spec.template.serviceAccount',
    ],
    [
      'groups with the same labels',
      [group('g', 'default'), group('h', 'default'), group('i', 'default', 'app: other')],
      'MW2055 WorkloadGroup/g spec.metadata.labels',
      'MW2055 WorkloadGroup/h spec.metadata.labels',
    ],
  ],
  here,
);

const from = (source: string): string =>
  `AuthorizationPolicy shop/a { rules: [{ from: [{ source: { ${source} } }] }] }`;
const to = (host: string): string =>
  `AuthorizationPolicy shop/a { rules: [{ to: [{ operation: { hosts: ["${host}"] } }] }] }`;
const principal = 'spec.rules[0].from[0].source.principals[0]';
const host = 'spec.rules[0].to[0].operation.hosts[0]';

judgedTogether(
  'callers and hosts of a policy',
  [
    ['an account', ['ServiceAccount shop/web', from('principals: [cluster.local/ns/shop/sa/web]')]],
    [
      'an account that is not there',
      ['ServiceAccount shop/web', from('principals: [cluster.local/ns/shop/sa/wbe]')],
      `MW2057 AuthorizationPolicy/a ${principal}`,
    ],
    ['a pattern', ['ServiceAccount shop/web', from('principals: ["*/sa/wbe"]')]],
    [
      'another domain',
      ['ServiceAccount shop/web', from('principals: [corp.example/ns/shop/sa/web]')],
      `MW2058 AuthorizationPolicy/a ${principal}`,
    ],
    ['a Service', [web, to('web'), 'Namespace default/shop']],
    ['a Service with its port', [web, to('web.shop:80'), 'Namespace default/shop']],
    ['a name outside', [web, to('api.example.com')]],
    ['a Service that is not there', [web, to('wbe')], `MW2056 AuthorizationPolicy/a ${host}`],
    [
      'one of a namespace, not there',
      [web, to('wbe.shop'), 'Namespace default/shop'],
      `MW2056 AuthorizationPolicy/a ${host}`,
    ],
    ['nothing known of Services', [to('web')]],
  ],
  here,
);

const claims = `VirtualService shop/v { hosts: [web.example], gateways: [g], http: [{ match: [{ headers: { "@request.auth.claims.sub": { exact: a } } }], redirect: { uri: / } }] }`;
const gateway = (selector: string): string =>
  `Gateway shop/g { selector: { ${selector} }, servers: [{ port: { number: 80, name: p, protocol: HTTP }, hosts: [web.example] }] }`;
const jwt = (place: string, selector = ''): string =>
  `RequestAuthentication ${place} { ${selector && `selector: { matchLabels: { ${selector} } }, `}jwtRules: [{ issuer: a, jwksUri: "https://a.example" }] }`;
const claim = 'MW2061 VirtualService/v spec.http[0].match[0].headers["@request.auth.claims.sub"]';

judgedTogether(
  'claims',
  [
    ['read by nobody', [claims, gateway('istio: ingressgateway')], claim],
    ['read by the whole mesh', [claims, gateway('istio: ingressgateway'), jwt('istio-system/j')]],
    [
      'read by that gateway',
      [claims, gateway('istio: ingressgateway'), jwt('istio-system/j', 'app: istio-ingressgateway')],
    ],
    [
      'read for something else in the namespace',
      [
        claims,
        gateway('istio: ingressgateway'),
        'RequestAuthentication istio-system/j { jwtRules: [{ issuer: a }], targetRefs: [{ kind: Service, group: "", name: web }] }',
      ],
      claim,
    ],
    ['read elsewhere', [claims, gateway('istio: ingressgateway'), jwt('shop/j')], claim],
    ['read beside a gateway of its own', [claims, gateway('app: edge'), jwt('shop/j', 'app: edge')]],
    [
      'read beside its pods',
      [claims, gateway('app: edge'), 'Pod edge/p { app: edge }', jwt('shop/j', 'app: edge')],
      claim,
    ],
  ],
  here,
);

const entry = (more: string): string =>
  `ServiceEntry shop/e { hosts: [db.example], resolution: DNS, ports: [{ number: 443, name: p${more} }] }`;

judgedTogether(
  'addresses',
  [
    ['TCP without', [entry(', protocol: tcp')], 'MW2062 ServiceEntry/e spec.ports[0]'],
    ['nothing said', [entry('')], 'MW2062 ServiceEntry/e spec.ports[0]'],
    ['TLS', [entry(', protocol: TLS')]],
    ['TCP with', [entry(', protocol: TCP').replace('resolution', 'addresses: [10.0.0.1], resolution')]],
  ],
  here,
);

judgedTogether(
  'other names for a Service',
  [
    [
      'another domain',
      [
        web,
        'VirtualService shop/v { hosts: [web], http: [{ route: [{ destination: { host: web.shop.svc.corp.example } }] }] }',
      ],
      'MW2064 VirtualService/v spec.http[0].route[0].destination.host',
    ],
    [
      'another domain in a DestinationRule',
      [web, 'DestinationRule shop/d { host: web.shop.svc.corp.example }'],
      'MW2064 DestinationRule/d spec.host',
    ],
    [
      'a Gateway made by Istio',
      [vs(', gateways: [shop/g~istio-autogenerated-k8s-gateway~http]')],
      'MW2059 VirtualService/v spec.gateways[0]',
    ],
  ],
  here,
);

const deny = (selector: string): string =>
  `AuthorizationPolicy shop/a { selector: { matchLabels: { ${selector} } }, rules: [{}] }`;
const proxied = 'Pod shop/p { containers: [{ name: istio-proxy }] } | labels: { app: web }';

judgedTogether('who enforces a policy', [
  ['a pod with a proxy', [proxied, deny('app: web')]],
  [
    'a pod without',
    [
      'Namespace default/shop {}',
      'Pod shop/p { containers: [{ name: a }] } | labels: { app: web }',
      deny('app: web'),
    ],
    'MW2015 AuthorizationPolicy/a spec.selector',
  ],
  [
    'a pod that will have one',
    [
      'Namespace default/shop {} | labels: { istio-injection: enabled }',
      'Pod shop/p { app: web }',
      deny('app: web'),
    ],
  ],
  [
    'an ambient pod',
    [
      'Namespace default/shop {} | labels: { istio.io/dataplane-mode: ambient }',
      'Pod shop/p { app: web }',
      deny('app: web'),
    ],
  ],
  ['all of a namespace', [proxied, 'AuthorizationPolicy shop/a { rules: [{}] }']],
  [
    'nobody of a namespace',
    ['Pod far/p { app: web }', 'AuthorizationPolicy shop/a { rules: [{}] }'],
    'MW2063 AuthorizationPolicy/a metadata.name',
  ],
  [
    'a Gateway of Kubernetes',
    [
      'Pod far/p { app: web }',
      'AuthorizationPolicy shop/a { targetRefs: [{ kind: Gateway, group: gateway.networking.k8s.io, name: g }], rules: [{}] }',
    ],
  ],
  [
    'a Service that is there, and one that is not',
    [
      'Service shop/web { ports: [{ port: 80 }] }',
      'AuthorizationPolicy shop/a { targetRefs: [{ kind: Service, group: core, name: web }, { kind: Service, group: "", name: wbe }], rules: [{}] }',
    ],
    'MW2067 AuthorizationPolicy/a spec.targetRefs[1].name',
  ],
  [
    'a Service of another namespace, which it cannot be for',
    [
      'Service far/web { ports: [{ port: 80 }] }',
      'RequestAuthentication shop/a { targetRef: { kind: Service, name: web }, jwtRules: [{ issuer: a }] }',
    ],
    'MW2067 RequestAuthentication/a spec.targetRef.name',
  ],
  [
    'a ServiceEntry that only the cluster may have',
    [
      'AuthorizationPolicy shop/a { targetRefs: [{ kind: ServiceEntry, group: networking.istio.io, name: e }], rules: [{}] }',
    ],
  ],
  [
    'the pods of one',
    ['Pod shop/p { gateway.networking.k8s.io/gateway-name: g, app: web }', deny('app: web')],
    'MW2066 AuthorizationPolicy/a spec.selector',
  ],
  [
    'conditions that are not met',
    [
      'ServiceEntry shop/e { hosts: [a.example], resolution: DNS, ports: [{ number: 80, name: p, protocol: HTTP }] } | | status: { conditions: [{ type: Ready, status: "True" }, { type: Bound, status: "False", message: no waypoint }] }',
    ],
    'MW2065 ServiceEntry/e status.conditions[1]',
  ],
]);
