import { judgedTogether, service, type LinkedCase } from '../../linked/linked.testkit.ts';

/** Without what is said of every host outside. */
const traffic = (title: string, cases: readonly LinkedCase[]): void =>
  judgedTogether(title, cases, (code) => code.startsWith('MW32') && code !== 'MW3220');

const HTTPS = '{ number: 443, name: https, protocol: HTTPS }';
const HTTP = '{ number: 80, name: http, protocol: HTTP }';
const TO_443 = '{ number: 80, name: http, protocol: HTTP, targetPort: 443 }';
const entry = (ports: string, rest = 'resolution: DNS', host = 'pay.example', name = 'e'): string =>
  `ServiceEntry shop/${name} { hosts: ["${host}"], ports: [${ports}], ${rest} }`;
const to = (host: string, port?: number, subset?: string): string =>
  `route: [{ destination: { host: "${host}"${port ? `, port: { number: ${String(port)} }` : ''}${subset ? `, subset: ${subset}` : ''} } }]`;
const vs = (rules: string, hosts = 'pay.example', more = ''): string =>
  `VirtualService shop/v { hosts: ["${hosts}"], ${rules}${more} }`;
const dr = (rest: string, host = 'pay.example'): string =>
  `DestinationRule shop/d { host: "${host}", ${rest} }`;
const simple = 'trafficPolicy: { tls: { mode: SIMPLE } }';
const web = service('shop/web', 80);

traffic('kinds of connections', [
  [
    'http rules for HTTPS',
    [entry(HTTPS), vs(`http: [{ redirect: { uri: / } }]`)],
    'MW3201 VirtualService/v spec.http',
  ],
  [
    'http rules for HTTP',
    [
      entry(`${TO_443}, ${HTTPS}`),
      dr('trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: SIMPLE } }] }'),
      vs(`http: [{ redirect: { uri: / } }]`),
    ],
  ],
  [
    'http rules where sidecars find out',
    [entry('{ number: 9000, name: any }'), vs(`http: [{ redirect: { uri: / } }]`)],
  ],
  [
    'tls rules for HTTP',
    [entry(HTTP), vs(`tls: [{ match: [{ sniHosts: [pay.example] }], ${to('pay.example')} }]`)],
    'MW3202 VirtualService/v spec.tls',
  ],
  [
    'tls rules for HTTPS',
    [entry(HTTPS), vs(`tls: [{ match: [{ sniHosts: [pay.example] }], ${to('pay.example')} }]`)],
  ],
  [
    'tcp rules for HTTPS',
    [entry(HTTPS), vs(`tcp: [{ ${to('pay.example')} }]`)],
    'MW3202 VirtualService/v spec.tcp',
  ],
  [
    'a host that nobody knows beside',
    [entry(HTTPS), vs(`http: [{ redirect: { uri: / } }]`, 'pay.example", "far.example')],
  ],
]);

traffic('TLS twice', [
  ['around HTTPS', [entry(HTTPS), dr(simple)], 'MW3203 DestinationRule/d spec.trafficPolicy.tls.mode'],
  [
    'around HTTPS, of two ports',
    [entry(`${TO_443}, ${HTTPS}`), dr(simple)],
    'MW3203 DestinationRule/d spec.trafficPolicy.tls.mode',
  ],
  [
    'around requests that a rule sends there',
    [
      entry(`${HTTP}, ${HTTPS}`),
      dr('trafficPolicy: { portLevelSettings: [{ port: { number: 443 }, tls: { mode: SIMPLE } }] }'),
      vs(`http: [{ ${to('pay.example', 443)} }]`),
    ],
    'MW3203 DestinationRule/d spec.trafficPolicy.portLevelSettings[0].tls.mode',
  ],
  [
    'for the port of HTTP alone',
    [
      entry(`${TO_443}, ${HTTPS}`),
      dr('trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: SIMPLE } }] }'),
    ],
  ],
  ['switched off', [entry(HTTPS), dr('trafficPolicy: { tls: { mode: DISABLE } }')]],
  [
    'under a star',
    [entry(HTTPS), dr(simple, '*.example')],
    'MW3203 DestinationRule/d spec.trafficPolicy.tls.mode',
  ],
]);

traffic('plain text to TLS', [
  ['by targetPort', [entry(TO_443)], 'MW3204 ServiceEntry/e spec.ports[0].targetPort'],
  [
    'by number',
    [entry('{ number: 443, name: http, protocol: HTTP }')],
    'MW3204 ServiceEntry/e spec.ports[0].protocol',
  ],
  ['with TLS opened', [entry(TO_443), dr(simple)]],
  [
    'TLS of another port',
    [
      entry(`${TO_443}, ${HTTP.replace('80', '81').replace('name: http', 'name: b')}`),
      dr('trafficPolicy: { portLevelSettings: [{ port: { number: 81 }, tls: { mode: SIMPLE } }] }'),
    ],
    'MW3204 ServiceEntry/e spec.ports[0].targetPort',
  ],
  ['within the mesh', [entry(TO_443, 'location: MESH_INTERNAL, resolution: DNS')]],
  ['plain HTTP', [entry(HTTP)]],
  [
    'requests to a port of TLS',
    [entry(`${HTTP}, ${HTTPS}`), vs(`http: [{ ${to('pay.example', 443)} }]`)],
    'MW3205 VirtualService/v spec.http[0].route[0].destination.host',
  ],
  [
    'requests to a port of TLS that a rule for some workloads opens',
    [
      entry(`${HTTP}, ${HTTPS}`),
      vs(`http: [{ ${to('pay.example', 443)} }]`),
      dr(`workloadSelector: { matchLabels: { istio: egress } }, ${simple}`),
    ],
  ],
  ['requests to a port of HTTP', [entry(`${HTTP}, ${HTTPS}`), vs(`http: [{ ${to('pay.example', 80)} }]`)]],
  [
    'connections to a port of TLS',
    [
      entry(`${HTTP}, ${HTTPS}`),
      vs(`tls: [{ match: [{ sniHosts: [pay.example] }], ${to('pay.example', 443)} }]`),
    ],
  ],
]);

traffic('certificates', [
  [
    'of the mesh for a host outside',
    [entry(HTTP), dr('trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }')],
    'MW3206 DestinationRule/d spec.trafficPolicy.tls.mode',
  ],
  [
    'of the mesh for a host inside',
    [
      entry(HTTP, 'location: MESH_INTERNAL, resolution: DNS'),
      dr('trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }'),
    ],
  ],
  [
    'of the mesh for an endpoint with a sidecar',
    [
      entry(HTTP, 'resolution: STATIC, endpoints: [{ address: 10.0.0.1, serviceAccount: pay }]'),
      dr('trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }'),
    ],
  ],
  [
    'by name, for sidecars',
    [web, dr('trafficPolicy: { tls: { mode: SIMPLE, credentialName: c } }', 'web')],
    'MW3207 DestinationRule/d spec.trafficPolicy.tls.credentialName',
  ],
  [
    'by name, for some workloads',
    [
      web,
      dr(
        'workloadSelector: { matchLabels: { app: a } }, exportTo: ["."], trafficPolicy: { tls: { mode: SIMPLE, credentialName: c } }',
        'web',
      ),
    ],
  ],
  [
    'by name, for gateways',
    [
      web,
      dr('trafficPolicy: { tls: { mode: SIMPLE, credentialName: c } }', 'web'),
      vs(`http: [{ ${to('web')} }]`, 'web.example', ', gateways: [far/g]'),
    ],
  ],
  [
    'SNI without names to check',
    [web, dr('trafficPolicy: { tls: { mode: SIMPLE, sni: a.example } }', 'web')],
    'MW3210 DestinationRule/d spec.trafficPolicy.tls.sni',
  ],
  [
    'SNI with names to check',
    [
      web,
      dr('trafficPolicy: { tls: { mode: SIMPLE, sni: a.example, subjectAltNames: [a.example] } }', 'web'),
    ],
  ],
  [
    'SNI with names of the ServiceEntry',
    [
      entry(HTTP, 'resolution: DNS, subjectAltNames: [a.example]'),
      dr('trafficPolicy: { tls: { mode: SIMPLE, sni: a.example } }'),
    ],
  ],
]);

const labelled = 'subsets: [{ name: a, labels: { v: "1" } }]';

traffic('endpoints', [
  ['labels of a name', [entry(HTTP), dr(labelled)], 'MW3208 DestinationRule/d spec.subsets[0].labels'],
  [
    'labels of endpoints',
    [entry(HTTP, 'resolution: DNS, endpoints: [{ address: a.example, labels: { v: "1" } }]'), dr(labelled)],
  ],
  [
    'other labels of endpoints',
    [entry(HTTP, 'resolution: DNS, endpoints: [{ address: a.example, labels: { v: "2" } }]'), dr(labelled)],
    'MW3208 DestinationRule/d spec.subsets[0].labels',
  ],
  ['labels of workloads', [web, dr(labelled, 'web')]],
  ['no labels', [entry(HTTP), dr('subsets: [{ name: a }]')]],
  [
    'ejection of one',
    [entry(HTTP), dr('trafficPolicy: { outlierDetection: { interval: 1s } }')],
    'MW3209 DestinationRule/d spec.trafficPolicy.outlierDetection',
  ],
  ['ejection of all', [entry(HTTP), dr('trafficPolicy: { outlierDetection: { maxEjectionPercent: 100 } }')]],
  [
    'half of two',
    [
      entry(HTTP, 'resolution: STATIC, endpoints: [{ address: 10.0.0.1 }, { address: 10.0.0.2 }]'),
      dr('trafficPolicy: { outlierDetection: { maxEjectionPercent: 50 } }'),
    ],
  ],
  [
    'a third of two',
    [
      entry(HTTP, 'resolution: STATIC, endpoints: [{ address: 10.0.0.1 }, { address: 10.0.0.2 }]'),
      dr('trafficPolicy: { outlierDetection: { maxEjectionPercent: 33 } }'),
    ],
    'MW3209 DestinationRule/d spec.trafficPolicy.outlierDetection',
  ],
  ['any number of pods', [web, dr('trafficPolicy: { outlierDetection: {} }', 'web')]],
  [
    'an address of another',
    [web, entry(HTTP, 'resolution: NONE'), vs(`http: [{ ${to('pay.example', 80)} }]`, 'web')],
    'MW3211 VirtualService/v spec.http[0].route[0].destination.host',
  ],
  ['its own address', [entry(HTTP, 'resolution: NONE'), vs(`http: [{ ${to('pay.example', 80)} }]`)]],
  [
    'its own address, at a gateway',
    [
      entry(HTTP, 'resolution: NONE'),
      vs(`http: [{ ${to('pay.example', 80)} }]`, 'pay.example', ', gateways: [far/g]'),
    ],
    'MW3211 VirtualService/v spec.http[0].route[0].destination.host',
  ],
  [
    'a name under a star',
    [web, entry(HTTP, 'resolution: NONE', '*.example'), vs(`http: [{ ${to('pay.example', 80)} }]`, 'web')],
    'MW3212 VirtualService/v spec.http[0].route[0].destination.host',
  ],
  [
    'ports of entries that do not join',
    [entry(HTTP), entry(HTTPS, 'resolution: NONE', 'pay.example', 'f')],
    'MW3219 ServiceEntry/f spec.ports[0]',
  ],
  ['ports of entries that join', [entry(HTTP), entry(HTTPS, 'resolution: DNS', 'pay.example', 'f')]],
  [
    'a subset that gets nothing',
    [
      web,
      dr('subsets: [{ name: a, labels: { v: "1" } }, { name: b, labels: { v: "2" } }]', 'web'),
      vs(`http: [{ ${to('web', 80, 'a')} }]`, 'web'),
    ],
    'MW3218 DestinationRule/d spec.subsets[1].name',
  ],
  [
    'a subset that gets copies',
    [
      web,
      dr('subsets: [{ name: a, labels: { v: "1" } }]', 'web'),
      vs(`http: [{ ${to('web')}, mirror: { host: web, subset: a } }]`, 'web'),
    ],
    'MW3218 DestinationRule/d spec.subsets[0].name',
  ],
  ['subsets of a host that nobody sends to', [web, dr('subsets: [{ name: a, labels: { v: "1" } }]', 'web')]],
]);

const gateway = (servers: string): string =>
  `Gateway shop/g { selector: { istio: edge }, servers: [${servers}] }`;
const server = (protocol: string, tls = '', hosts = '"*.example"', number = 443): string =>
  `{ port: { number: ${String(number)}, name: p${String(number)}, protocol: ${protocol} }, hosts: [${hosts}]${tls && `, tls: { ${tls} }`} }`;
const plain = server('HTTP', '', undefined, 80);
const ends = server('HTTPS', 'mode: SIMPLE, credentialName: c');
const passes = server('TLS', 'mode: PASSTHROUGH');
const atGateway = (rules: string, hosts?: string): string => vs(rules, hosts, ', gateways: [g]');
const http = `http: [{ ${to('web')} }]`;
const tls = `tls: [{ match: [{ sniHosts: [pay.example] }], ${to('web')} }]`;

traffic('at a Gateway', [
  ['http rules where TLS ends', [web, gateway(ends), atGateway(http)]],
  [
    'http rules where TLS passes',
    [web, gateway(passes), atGateway(http)],
    'MW3213 VirtualService/v spec.http',
  ],
  [
    'http rules where nobody says',
    [web, gateway(server('HTTPS', 'minProtocolVersion: TLSV1_2')), atGateway(http)],
    'MW3213 VirtualService/v spec.http',
  ],
  ['http rules where both do', [web, gateway(`${plain}, ${passes}`), atGateway(http)]],
  ['tls rules where TLS ends', [web, gateway(ends), atGateway(tls)], 'MW3213 VirtualService/v spec.tls'],
  ['tls rules where TLS passes', [web, gateway(passes), atGateway(tls)]],
  [
    'tcp rules where TLS ends for any bytes',
    [web, gateway(server('TLS', 'mode: SIMPLE, credentialName: c')), atGateway(`tcp: [{ ${to('web')} }]`)],
  ],
  [
    'http rules for the mesh too',
    [web, gateway(passes), vs(`${http}, ${tls}`, 'pay.example', ', gateways: [g, mesh]')],
  ],
  ['a server without routes', [gateway(plain)], 'MW3214 Gateway/g spec.servers[0].hosts'],
  ['a server that redirects', [gateway(server('HTTP', 'httpsRedirect: true'))]],
  [
    'a server for other hosts',
    [web, gateway(`${plain}, ${server('HTTP', '', 'other.test', 81)}`), atGateway(http)],
    'MW3214 Gateway/g spec.servers[1].hosts',
  ],
  [
    'one of two hosts',
    [web, gateway(plain), atGateway(http, 'pay.example", "other.test')],
    'MW3215 VirtualService/v spec.hosts[1]',
  ],
  ['both hosts', [web, gateway(plain), atGateway(http, 'pay.example", "b.example')]],
]);

const edge = 'Service shop/edge { selector: { istio: edge }, ports: [{ name: http, port: 80 }] }';
const both = (rules: string): string => vs(rules, 'pay.example', ', gateways: [mesh, g]');

traffic('through a gateway and out', [
  [
    'and back again',
    [edge, entry(HTTP), gateway(plain), both(`http: [{ ${to('edge')} }]`)],
    'MW3216 VirtualService/v spec.http[0].route[0].destination.host',
  ],
  [
    'each at its place',
    [
      edge,
      entry(HTTP),
      gateway(plain),
      both(
        `http: [{ match: [{ gateways: [mesh] }], ${to('edge')} }, { match: [{ gateways: [g] }], ${to('pay.example')} }]`,
      ),
    ],
  ],
  [
    'back again for some',
    [edge, entry(HTTP), gateway(plain), both(`http: [{ match: [{ uri: { prefix: /a } }], ${to('edge')} }]`)],
    'MW3216 VirtualService/v spec.http[0].route[0].destination.host',
  ],
  [
    'rules for a host that nobody knows',
    [entry(HTTP, 'resolution: DNS', 'b.example'), vs('http: [{ redirect: { uri: / } }]')],
    'MW3217 VirtualService/v spec.hosts[0]',
  ],
  ['rules for a Service, where the files hold none', [vs('http: [{ redirect: { uri: / } }]', 'web')]],
  [
    'rules for a Service that is not there',
    [web, vs('http: [{ redirect: { uri: / } }]', 'wbe')],
    'MW3217 VirtualService/v spec.hosts[0]',
  ],
]);

judgedTogether(
  'hosts outside',
  [
    [
      'said once',
      [entry(HTTP), entry(HTTP, 'resolution: DNS', 'b.example', 'f')],
      'MW3220 ServiceEntry/e spec.hosts',
    ],
    ['not of hosts inside', [entry(HTTP, 'location: MESH_INTERNAL, resolution: DNS')]],
  ],
  (code) => code === 'MW3220',
);
