import { atGateway, FILLER, get, routeTable, withRegexes } from '../traffic.testkit.ts';

withRegexes();

const PORTS =
  '{ number: 80, name: http, protocol: HTTP }, { number: 8080, name: alt, protocol: HTTP }, { number: 443, name: tls, protocol: TLS }';
const entry = (name: string, host: string, more = '') =>
  `ServiceEntry ${name} { hosts: [${host}], ports: [${PORTS}], resolution: DNS, ${more} }`;
const sidecar = (egress: string) => `Sidecar shop/s { egress: [${egress}] }`;
const rules = (host: string, destination: string, more = '') =>
  `VirtualService shop/v { hosts: [${host}], http: [{ ${more} route: [{ destination: ${destination} }] }] }`;
const answer = (name: string, host: string, status: number) =>
  `VirtualService ${name} { hosts: [${host}], http: [{ directResponse: { status: ${status} } }] }`;

routeTable('a Sidecar’s listener for one port', [
  [
    'brings clusters for that port alone',
    [
      entry('far/a', 'a.example'),
      rules('a.example', '{ host: a.example, port: { number: 8080 } }'),
      sidecar('{ port: { number: 80, protocol: HTTP, name: h }, hosts: ["far/a.example", "shop/*"] }'),
    ],
    get('http://a.example/'),
    'no-cluster 503 8080||a.example!',
  ],
  [
    'and the ports of its other listeners besides',
    [
      entry('far/a', 'a.example'),
      rules('a.example', '{ host: a.example, port: { number: 8080 } }'),
      sidecar(
        '{ port: { number: 80, protocol: HTTP, name: h }, hosts: ["far/*", "shop/*"] }, { port: { number: 8080, protocol: HTTP, name: i }, hosts: ["far/*"] }',
      ),
    ],
    get('http://a.example/'),
    'forward 8080||a.example /',
  ],
  [
    'leaves the port alone for what has an address of its own',
    [
      'ServiceEntry far/t { hosts: [t.example], addresses: [10.9.9.9], ports: [{ number: 80, name: t, protocol: TCP }], resolution: STATIC, endpoints: [{ address: 10.1.1.1 }] }',
      entry('far/a', 'a.example'),
      sidecar(
        '{ port: { number: 80, protocol: HTTP, name: h }, hosts: ["far/a.example"] }, { hosts: ["far/*"] }',
      ),
    ],
    get('http://a.example/', { protocol: 'tcp', address: '10.9.9.9' }),
    'tcp 80||t.example',
  ],
  [
    'waits where it is bound, and nowhere else',
    [
      entry('far/a', 'a.example'),
      sidecar('{ port: { number: 80, protocol: HTTP, name: h }, bind: 127.0.0.9, hosts: ["far/*"] }'),
    ],
    get('http://a.example/', { address: '127.0.0.9' }),
    'forward 80||a.example /',
  ],
  [
    'so that calls elsewhere find none',
    [
      entry('far/a', 'a.example'),
      sidecar('{ port: { number: 80, protocol: HTTP, name: h }, bind: 127.0.0.9, hosts: ["far/*"] }'),
    ],
    get('http://a.example/'),
    'passthrough',
  ],
  [
    'waits beside the application where nothing is captured',
    [
      entry('far/a', 'a.example'),
      sidecar('{ port: { number: 80, protocol: HTTP, name: h }, captureMode: NONE, hosts: ["far/*"] }'),
    ],
    get('http://a.example/', { address: '127.0.0.1' }),
    'forward 80||a.example /',
  ],
]);

const PROXY = sidecar('{ port: { number: 15080, protocol: HTTP_PROXY, name: p }, hosts: ["*/*"] }');
const byProxy = (host: string) => get(`http://${host}:15080/`);

routeTable('a Sidecar’s listener for a proxy', [
  [
    'leads to any service, by its name',
    [entry('far/a', 'a.example'), PROXY],
    byProxy('a.example'),
    'forward 80||a.example /',
  ],
  [
    'by the rules for it, which are for no port',
    [
      entry('far/a', 'a.example'),
      'VirtualService far/v { hosts: [a.example], http: [{ match: [{ port: 80 }], directResponse: { status: 201 } }, { directResponse: { status: 202 } }] }',
      PROXY,
    ],
    byProxy('a.example'),
    'direct 202',
  ],
  [
    'and knows nobody without a service',
    [entry('far/a', 'a.example'), answer('far/v', 'b.example', 201), PROXY],
    byProxy('b.example'),
    'passthrough',
  ],
]);

routeTable('a Sidecar’s listener that calls a port by another protocol', [
  [
    'finds no host for what is not HTTP of itself',
    [
      'ServiceEntry far/t { hosts: [t.example], ports: [{ number: 80, name: t, protocol: TCP }], resolution: DNS }',
      sidecar('{ port: { number: 80, protocol: HTTP, name: h }, hosts: ["far/*"] }'),
    ],
    get('http://t.example/'),
    'passthrough',
  ],
]);

routeTable('what a Sidecar leaves out', [
  [
    'is a host of one namespace',
    [FILLER, entry('far/a', 'a.example'), sidecar('{ hosts: ["*/*", "~far/a.example"] }')],
    get('http://a.example/'),
    'passthrough',
  ],
  [
    'not the same host of another',
    [FILLER, entry('other/a', 'a.example'), sidecar('{ hosts: ["*/*", "~far/a.example"] }')],
    get('http://a.example/'),
    'forward 80||a.example /',
  ],
  [
    'is a whole namespace',
    [FILLER, entry('far/a', 'a.example'), sidecar('{ hosts: ["*/*", "~far/*"] }')],
    get('http://a.example/'),
    'passthrough',
  ],
  [
    'is a host of any namespace',
    [FILLER, entry('far/a', 'a.example'), sidecar('{ hosts: ["*/*", "~/a.example"] }')],
    get('http://a.example/'),
    'passthrough',
  ],
  [
    'is everything where it brings nothing',
    [FILLER, sidecar('{ hosts: ["~/*"] }')],
    get('http://filler.base/'),
    'passthrough',
  ],
  [
    'takes a VirtualService along only with all of its hosts',
    [
      FILLER,
      'VirtualService far/v { hosts: [a.example, b.example], http: [{ directResponse: { status: 201 } }] }',
      sidecar('{ hosts: ["*/*", "~far/a.example"] }'),
    ],
    get('http://a.example/'),
    'direct 201',
  ],
]);

routeTable('what VirtualServices send to', [
  [
    'comes along with the port that they name',
    [
      entry('far/a', 'a.example'),
      entry('shop/b', 'b.example'),
      rules('b.example', '{ host: a.example, port: { number: 8080 } }'),
      sidecar('{ hosts: ["./*"] }'),
    ],
    get('http://b.example/'),
    'forward 8080||a.example /',
  ],
  [
    'comes along for delegates too',
    [
      entry('far/a', 'a.example'),
      entry('shop/b', 'b.example'),
      'VirtualService shop/v { hosts: [b.example], http: [{ delegate: { name: d } }] }',
      'VirtualService shop/d { http: [{ route: [{ destination: { host: a.example } }] }] }',
      sidecar('{ hosts: ["./*"] }'),
    ],
    get('http://b.example/'),
    'forward 80||a.example /',
  ],
  [
    'does not where a rule is for another namespace, even in part',
    [
      entry('far/a', 'a.example'),
      entry('shop/b', 'b.example'),
      rules('b.example', '{ host: a.example }', 'match: [{ sourceNamespace: far }, { uri: { prefix: / } }],'),
      sidecar('{ hosts: ["./*"] }'),
    ],
    get('http://b.example/'),
    'no-cluster 503 80||a.example!',
  ],
]);

routeTable('one host in several namespaces', [
  [
    'is the one exported to the client before the older one for all',
    [
      'ServiceEntry far/a { hosts: [a.example], ports: [{ number: 81, name: x, protocol: HTTP }], resolution: DNS }',
      entry('other/a', 'a.example', 'exportTo: [shop]'),
      FILLER,
    ],
    get('http://a.example/'),
    'forward 80||a.example /',
  ],
  [
    'is the older one at a gateway, though its own namespace has one',
    [
      'ServiceEntry far/a { hosts: [a.example], ports: [{ number: 81, name: x, protocol: HTTP }], resolution: DNS }',
      entry('edge/a', 'a.example'),
      'Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }',
      'VirtualService edge/v { hosts: [a.example], gateways: [g], http: [{ route: [{ destination: { host: a.example } }] }] }',
    ],
    get('http://a.example/', { caller: atGateway }),
    'forward 81||a.example /',
  ],
]);

routeTable('a name that Kubernetes answers', [
  [
    'is dialled by its address though nobody is told of the Service',
    [
      'Service far/x @{ annotations: { networking.istio.io/exportTo: "~" } }@ { clusterIP: 10.6.6.6, ports: [{ name: tcp, port: 80 }] }',
      'ServiceEntry shop/e { hosts: [e.example], addresses: [10.6.6.6], ports: [{ number: 80, name: tcp, protocol: TCP }], resolution: NONE }',
    ],
    get('http://x.far/', { protocol: 'tcp' }),
    'tcp 80||e.example',
  ],
]);

const alias = (name: string, target: string, ports = 'ports: [{ port: 80, name: http }]') =>
  `Service ${name} { type: ExternalName, externalName: ${target}, ${ports} }`;

routeTable('a Service that is another name', [
  [
    'leads to the host’s own routes',
    [entry('far/a', 'a.example'), answer('shop/v', 'a.example', 201), alias('shop/other', 'a.example', '')],
    get('http://other/'),
    'direct 201',
  ],
  [
    'over another such name as well',
    [
      entry('far/a', 'a.example'),
      alias('shop/first', 'second.shop.svc.cluster.local'),
      alias('shop/second', 'a.example'),
    ],
    get('http://first.shop/'),
    'forward 80||a.example /',
  ],
  [
    'is unknown where it leads to nothing known',
    [FILLER, alias('shop/other', 'nowhere.example')],
    get('http://other.shop/'),
    'passthrough',
  ],
  [
    'is unknown where it leads back to itself',
    [FILLER, alias('shop/a', 'b.shop.svc.cluster.local'), alias('shop/b', 'a.shop.svc.cluster.local')],
    get('http://a.shop/'),
    'passthrough',
  ],
  [
    'is the host as a destination, with a port that it has',
    [entry('far/a', 'a.example'), rules('b.example', '{ host: other }'), alias('shop/other', 'a.example')],
    get('http://b.example/'),
    'forward 80||a.example /',
  ],
  [
    'but nothing with a port that it has not',
    [
      entry('far/a', 'a.example'),
      rules('b.example', '{ host: other }'),
      alias('shop/other', 'a.example', ''),
    ],
    get('http://b.example/'),
    'no-cluster 503 80||other.shop.svc.cluster.local!',
  ],
  [
    'is asked for by TLS as the host is',
    [entry('far/a', 'a.example'), alias('shop/other', 'a.example')],
    get('https://other.shop.svc.cluster.local/'),
    'tls 443||a.example',
  ],
]);
