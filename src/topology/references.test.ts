import { describe, expect, it } from 'vitest';
import { document, documents, edgeLines, nodeLines, topologyFrom } from './topology.testkit.ts';
import type { Topology } from './types.ts';

const stock = document('Service', 'stock', 'selector: {app: stock}, ports: [{name: http, port: 80}]');
const desk = document('Service', 'desk', 'selector: {app: desk}, ports: [{name: http, port: 80}]');
const pods = (app: string): string =>
  document('Deployment', app, `template: {metadata: {labels: {app: ${app}}}}`);
const bank = document(
  'ServiceEntry',
  'bank',
  'hosts: [bank.example], ports: [{number: 443, name: tls, protocol: TLS}], resolution: DNS, location: MESH_EXTERNAL',
);
const rules = (spec: string): string =>
  document('VirtualService', 'v', `hosts: [stock.shop.svc.cluster.local], ${spec}`);
const subsets = document(
  'DestinationRule',
  'stock',
  'host: stock, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]',
);
const gateway = document(
  'Gateway',
  'front',
  'selector: {istio: front}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]',
);
const to = (host: string, more = ''): string => `{destination: {host: ${host}}${more}}`;

/** What the picture must show of some documents: lines of edges, or of nodes with their rows. */
type Row = readonly [what: string, yaml: string, expected: readonly string[]];

describe('every kind of reference is an edge', () => {
  it.each<Row>([
    [
      'an http route',
      documents(stock, rules(`http: [{route: [${to('stock')}]}]`)),
      ['VirtualService/v#http.0 > Service/stock#port.80 route'],
    ],
    [
      'a tls route, by SNI',
      documents(
        bank,
        document(
          'VirtualService',
          'v',
          `hosts: [bank.example], tls: [{match: [{sniHosts: [bank.example], port: 443}], route: [${to('bank.example')}]}]`,
        ),
      ),
      ['VirtualService/v#tls.0 > ServiceEntry/bank#port.443 route'],
    ],
    [
      'a tcp route',
      documents(
        document('Service', 'store', 'ports: [{name: tcp-db, port: 5432}]'),
        document('VirtualService', 'v', `hosts: [store], tcp: [{route: [${to('store')}]}]`),
      ),
      ['VirtualService/v#tcp.0 > Service/store#port.5432 route'],
    ],
    [
      'weights',
      documents(
        stock,
        desk,
        rules(`http: [{route: [${to('stock', ', weight: 90')}, ${to('desk', ', weight: 10')}]}]`),
      ),
      [
        'VirtualService/v#http.0 > Service/stock#port.80 route weight 90',
        'VirtualService/v#http.0 > Service/desk#port.80 route weight 10',
      ],
    ],
    [
      'a subset, at its row of the DestinationRule',
      documents(stock, subsets, rules('http: [{route: [{destination: {host: stock, subset: v2}}]}]')),
      [
        'VirtualService/v#http.0 > Service/stock#port.80 route subset v2',
        'Service/stock#port.80 > DestinationRule/stock#subset.v2 policy',
      ],
    ],
    [
      'a mirror with its percentage',
      documents(
        stock,
        desk,
        rules(`http: [{route: [${to('stock')}], mirror: {host: desk}, mirrorPercentage: {value: 12.5}}]`),
      ),
      ['VirtualService/v#http.0 > Service/desk#port.80 mirror 12.5%'],
    ],
    [
      'several mirrors',
      documents(
        stock,
        desk,
        rules(
          `http: [{route: [${to('stock')}], mirrors: [{destination: {host: desk}, percentage: {value: 5}}, {destination: {host: stock}}]}]`,
        ),
      ),
      [
        'VirtualService/v#http.0 > Service/desk#port.80 mirror 5%',
        'VirtualService/v#http.0 > Service/stock#port.80 mirror 100%',
      ],
    ],
    [
      'a delegate',
      documents(
        stock,
        rules('http: [{delegate: {name: part, namespace: shop}}]'),
        document('VirtualService', 'part', `http: [{route: [${to('stock')}]}]`),
      ),
      ['VirtualService/v#http.0 > VirtualService/part delegate'],
    ],
    [
      'a gateway binding, from the server that admits the hosts',
      documents(stock, gateway, rules(`gateways: [front], http: [{route: [${to('stock')}]}]`)),
      ['Caller/outside > Gateway/front gateway', 'Gateway/front#server.0 > VirtualService/v gateway'],
    ],
    [
      'a binding by the match of one rule',
      documents(
        stock,
        gateway,
        rules(
          `gateways: [mesh, front], http: [{match: [{gateways: [front]}], route: [${to('stock')}]}, {route: [${to('stock')}]}]`,
        ),
      ),
      ['Gateway/front#server.0 > VirtualService/v gateway', 'Caller/any > VirtualService/v route'],
    ],
    [
      'the pods that a Gateway runs in',
      documents(gateway, document('Pod', 'front-1', '', ', labels: {istio: front}')),
      ['Gateway/front > Pod/front-1 selects idle'],
    ],
    [
      'the workloads that a Service selects',
      documents(stock, pods('stock')),
      ['Service/stock#port.80 > Deployment/stock selects'],
    ],
    [
      'the WorkloadEntries and WorkloadGroups that a Service selects',
      documents(
        stock,
        document('WorkloadEntry', 'vm', 'address: 10.0.0.7, labels: {app: stock}'),
        document('WorkloadGroup', 'vms', 'metadata: {labels: {app: stock}}, template: {}'),
        document('WorkloadEntry', 'other', 'address: 10.0.0.8, labels: {app: desk}'),
      ),
      [
        'Service/stock#port.80 > WorkloadEntry/vm selects',
        'Service/stock#port.80 > WorkloadGroup/vms selects',
      ],
    ],
    [
      'the WorkloadEntries, WorkloadGroups and pods that a ServiceEntry selects',
      documents(
        document(
          'ServiceEntry',
          'old',
          'hosts: [old.example], ports: [{number: 80, protocol: HTTP}], location: MESH_INTERNAL, resolution: STATIC, workloadSelector: {labels: {app: old}}',
        ),
        document('WorkloadEntry', 'vm', 'address: 10.0.0.7, labels: {app: old}'),
        document('WorkloadGroup', 'vms', 'metadata: {labels: {app: old}}, template: {}'),
        pods('old'),
      ),
      [
        'ServiceEntry/old#port.80 > WorkloadEntry/vm selects',
        'ServiceEntry/old#port.80 > WorkloadGroup/vms selects',
        'ServiceEntry/old#port.80 > Deployment/old selects',
      ],
    ],
    [
      'the endpoints of a ServiceEntry',
      document(
        'ServiceEntry',
        'old',
        'hosts: [old.example], ports: [{number: 80, protocol: HTTP}], resolution: STATIC, endpoints: [{address: 10.1.0.1}]',
      ),
      ['ServiceEntry/old#port.80 > ExternalHost/old.example#endpoint.10.1.0.1 resolves'],
    ],
    [
      'what an ExternalName stands for',
      document('Service', 'alias', 'type: ExternalName, externalName: far.example, ports: [{port: 80}]'),
      ['Service/alias#port.80 > ExternalHost/far.example resolves'],
    ],
    [
      'TLS, on the last edge of the way',
      documents(
        bank,
        document('DestinationRule', 'bank', 'host: bank.example, trafficPolicy: {tls: {mode: MUTUAL}}'),
      ),
      ['DestinationRule/bank > ExternalHost/bank.example resolves MUTUAL'],
    ],
    [
      'a DestinationRule for some callers only',
      documents(
        stock,
        document('DestinationRule', 'some', 'host: stock, workloadSelector: {matchLabels: {app: desk}}'),
      ),
      ['Service/stock > DestinationRule/some policy idle'],
    ],
  ])('%s', (_, yaml, expected) => {
    const lines = edgeLines(topologyFrom(yaml));
    for (const line of expected) expect(lines).toContain(line);
    expect(lines.filter((line) => line.includes('WorkloadEntry/other'))).toEqual([]);
  });
});

describe('what dangles is a ghost', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    [
      'a host',
      documents(stock, rules(`http: [{route: [${to('gone')}]}]`)),
      ['Host/gone.shop.svc.cluster.local (missing)'],
      ['VirtualService/v#http.0 > Host/gone.shop.svc.cluster.local route dangling'],
    ],
    [
      'a host to mirror to',
      documents(stock, rules(`http: [{route: [${to('stock')}], mirror: {host: gone}}]`)),
      ['Host/gone.shop.svc.cluster.local (missing)'],
      ['VirtualService/v#http.0 > Host/gone.shop.svc.cluster.local mirror 100% dangling'],
    ],
    [
      'a host that a DestinationRule is for',
      documents(stock, document('DestinationRule', 'gone', 'host: gone')),
      ['Host/gone.shop.svc.cluster.local (missing)', 'DestinationRule/gone (inert)'],
      ['Host/gone.shop.svc.cluster.local > DestinationRule/gone policy'],
    ],
    [
      'a port',
      documents(stock, rules('http: [{route: [{destination: {host: stock, port: {number: 81}}}]}]')),
      [],
      ['VirtualService/v#http.0 > Service/stock route dangling'],
    ],
    [
      'a subset',
      documents(stock, subsets, rules('http: [{route: [{destination: {host: stock, subset: v3}}]}]')),
      [],
      ['VirtualService/v#http.0 > Service/stock#port.80 route subset v3 dangling'],
    ],
    [
      'a Gateway',
      documents(gateway, stock, rules(`gateways: [gone], http: [{route: [${to('stock')}]}]`)),
      ['Gateway/gone (missing)', 'VirtualService/v (inert) ~every request'],
      ['Gateway/gone > VirtualService/v gateway dangling'],
    ],
    [
      'a Gateway where the files hold neither Gateways nor Services: it may well be in the cluster',
      rules(`gateways: [gone], http: [{route: [${to('stock')}]}]`),
      ['Gateway/gone (unknown)', 'VirtualService/v every request'],
      ['Gateway/gone > VirtualService/v gateway unknown'],
    ],
    [
      'a delegate',
      documents(stock, rules('http: [{delegate: {name: gone}}]')),
      ['VirtualService/gone (missing)'],
      ['VirtualService/v#http.0 > VirtualService/gone delegate dangling'],
    ],
  ])('%s', (_, yaml, nodes, edges) => {
    const topology = topologyFrom(yaml);
    for (const line of nodes) expect(nodeLines(topology)).toContain(line);
    for (const line of edges) expect(edgeLines(topology)).toContain(line);
    const dangling = topology.edges.filter((edge) => edge.dangling);
    for (const edge of dangling) expect(edge.reason ?? '', edge.id).toMatch(/\.$/);
  });
});

const marksIn = ({ nodes, edges }: Topology): readonly string[] =>
  [...nodes.flatMap(({ rows }) => rows), ...edges].flatMap(({ id, marks }) =>
    (marks ?? []).map(({ kind, text }) => `${id.includes('>') ? 'edge' : id} ${kind} ${text}`),
  );

it.each<Row>([
  [
    'a delay',
    'fault: {delay: {fixedDelay: 2s, percentage: {value: 10}}}',
    ['http.0 fault 10 % delay 2s', 'edge fault 10 % delay 2s'],
  ],
  [
    'an abort',
    'fault: {abort: {httpStatus: 503, percentage: {value: 1}}}',
    ['http.0 fault 1 % abort 503', 'edge fault 1 % abort 503'],
  ],
  ['a timeout', 'timeout: 5s', ['http.0 timeout 5s', 'edge timeout 5s']],
  ['retries', 'retries: {attempts: 3}', ['http.0 retries 3 retries']],
  ['headers', 'headers: {request: {set: {x-a: b}}}', ['http.0 headers headers']],
  ['CORS', 'corsPolicy: {allowMethods: [GET]}', ['http.0 cors CORS']],
])('%s is marked', (_, spec, expected) => {
  const found = marksIn(topologyFrom(documents(stock, rules(`http: [{${spec}, route: [${to('stock')}]}]`))));
  for (const line of expected) expect(found).toContain(line);
});

describe('what picks workloads without standing in their way is a badge', () => {
  const labels = '{app: desk}';
  it.each([
    ['Sidecar', `workloadSelector: {labels: ${labels}}`],
    ['PeerAuthentication', `selector: {matchLabels: ${labels}}`],
    ['AuthorizationPolicy', `selector: {matchLabels: ${labels}}`],
    ['RequestAuthentication', `selector: {matchLabels: ${labels}}`],
    ['DestinationRule', `host: stock, workloadSelector: {matchLabels: ${labels}}`],
  ])('%s', (kind, spec) => {
    const { nodes } = topologyFrom(documents(stock, pods('desk'), pods('till'), document(kind, 'one', spec)));
    const carrying = nodes.filter(({ badges }) => badges?.some((badge) => badge.label === 'one'));
    expect(carrying.map(({ label }) => label)).toEqual(['desk']);
    expect(carrying[0]?.badges).toEqual([{ kind, label: 'one', resource: `${kind}/shop/one` }]);
    // It calls still: a rule for its calls does not make it an endpoint.
    expect(carrying[0]?.lane).toBe('caller');
  });
});
