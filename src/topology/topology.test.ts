import { describe, expect, it, test } from 'vitest';
import { document, documents, edgeLines, nodeLines, topologyFrom } from './topology.testkit.ts';

const entry = document(
  'ServiceEntry',
  'partner',
  'hosts: [api.partner.example], ports: [{number: 443, protocol: HTTPS}], resolution: DNS, location: MESH_EXTERNAL',
);
const route = (destination: string): string => `http: [{route: [{destination: {${destination}}}]}]`;

describe('the chain to an external host', () => {
  const rule = document(
    'DestinationRule',
    'partner',
    'host: api.partner.example, trafficPolicy: {tls: {mode: SIMPLE}, connectionPool: {tcp: {maxConnections: 30}}}',
  );
  const routing = document(
    'VirtualService',
    'partner',
    `hosts: [api.partner.example], http: [{match: [{uri: {prefix: /v2/data}}], rewrite: {uri: /data}, route: [{destination: {host: api.partner.example, port: {number: 443}}}]}]`,
  );

  it('goes through all three resources', () => {
    const topology = topologyFrom(documents(entry, rule, routing));
    expect(nodeLines(topology)).toEqual([
      'Caller/any',
      'VirtualService/partner /v2/data* → /data',
      'ServiceEntry/partner 443 HTTPS',
      'DestinationRule/partner',
      'ExternalHost/api.partner.example',
    ]);
    expect(edgeLines(topology)).toEqual([
      'Caller/any > VirtualService/partner route',
      'VirtualService/partner#http.0 > ServiceEntry/partner#port.443 route',
      'ServiceEntry/partner#port.443 > DestinationRule/partner policy',
      'DestinationRule/partner > ExternalHost/api.partner.example resolves SIMPLE',
    ]);
    expect(topology.nodes.map(({ external }) => external ?? false)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(topology.nodes.map(({ detail }) => detail)).toEqual([
      undefined,
      undefined,
      '443 HTTPS',
      'TLS · 30 conns',
      undefined,
    ]);
  });

  it('skips the lanes that are absent', () => {
    expect(edgeLines(topologyFrom(documents(entry, rule)))).toEqual([
      'Caller/any > ServiceEntry/partner route',
      'ServiceEntry/partner#port.443 > DestinationRule/partner policy',
      'DestinationRule/partner > ExternalHost/api.partner.example resolves SIMPLE',
    ]);
    expect(edgeLines(topologyFrom(entry))).toEqual([
      'Caller/any > ServiceEntry/partner route',
      'ServiceEntry/partner#port.443 > ExternalHost/api.partner.example resolves',
    ]);
  });

  it('starts at the workload that the files name', () => {
    const desk = document('Deployment', 'desk', 'template: {metadata: {labels: {app: desk}}}');
    const topology = topologyFrom(documents(desk, entry));
    expect(topology.nodes[0]).toMatchObject({
      id: 'Caller/Deployment/shop/desk',
      kind: 'Caller',
      resource: 'Deployment/shop/desk',
    });
    expect(edgeLines(topology)[0]).toBe('Caller/Deployment/desk > ServiceEntry/partner route');
  });

  it('says where each edge is written', () => {
    const origins = topologyFrom(documents(entry, rule, routing)).edges.map(
      ({ origin }) => origin && [origin.resource, origin.path.join('.')],
    );
    expect(origins).toEqual([
      ['VirtualService/shop/partner', 'spec.hosts'],
      ['VirtualService/shop/partner', 'spec.http.0.route.0.destination'],
      ['DestinationRule/shop/partner', 'spec.host'],
      ['DestinationRule/shop/partner', 'spec.trafficPolicy.tls'],
    ]);
  });
});

describe('mirroring and subsets', () => {
  const mirrored = document(
    'VirtualService',
    'copy',
    'hosts: [api.partner.example], http: [{route: [{destination: {host: api.partner.example, subset: stable}}], mirror: {host: api.partner.example, subset: canary}, mirrorPercentage: {value: 10}}]',
  );
  const policy = (subsets: string): string =>
    document('DestinationRule', 'partner', `host: api.partner.example, subsets: [${subsets}]`);

  it('ends in a node of its own, for replies are dropped', () => {
    expect(
      edgeLines(topologyFrom(documents(entry, policy('{name: stable}, {name: canary}'), mirrored))),
    ).toEqual([
      'Caller/any > VirtualService/copy route',
      'VirtualService/copy#http.0 > ServiceEntry/partner#port.443 route subset stable',
      'VirtualService/copy#http.0 > ServiceEntry/partner#port.443 mirror 10% subset canary',
      'ServiceEntry/partner#port.443 > DestinationRule/partner#subset.stable policy',
      'ServiceEntry/partner#port.443 > DestinationRule/partner#subset.canary policy',
      'DestinationRule/partner#subset.stable > ExternalHost/api.partner.example resolves',
      'DestinationRule/partner#subset.canary > Mirror/api.partner.example/canary mirror 10%',
    ]);
  });

  it('dangles where the subset is defined nowhere', () => {
    const lines = edgeLines(topologyFrom(documents(entry, policy('{name: other}'), mirrored)));
    expect(lines).toContain(
      'VirtualService/copy#http.0 > ServiceEntry/partner#port.443 route subset stable dangling',
    );
    expect(lines).toContain(
      'VirtualService/copy#http.0 > ServiceEntry/partner#port.443 mirror 10% subset canary dangling',
    );
    expect(lines).toContain('ServiceEntry/partner#port.443 > DestinationRule/partner policy dangling');
    expect(edgeLines(topologyFrom(documents(entry, mirrored)))).toContain(
      'VirtualService/copy#http.0 > ServiceEntry/partner#port.443 route subset stable dangling',
    );
  });

  it('looks inert where no endpoint carries the labels', () => {
    const topology = topologyFrom(
      documents(entry, policy('{name: stable, labels: {version: v1}}, {name: canary}'), mirrored),
    );
    expect(nodeLines(topology)).toContain('DestinationRule/partner ~stable | canary');
    expect(edgeLines(topology)).toContain(
      'DestinationRule/partner#subset.stable > ExternalHost/api.partner.example resolves inert',
    );
  });

  it('reaches only the endpoints that carry the labels', () => {
    const two = document(
      'ServiceEntry',
      'partner',
      'hosts: [api.partner.example], ports: [{number: 443, protocol: HTTPS}], resolution: STATIC, endpoints: [{address: 10.1.0.1, labels: {zone: a}}, {address: 10.1.0.2, labels: {zone: b}}]',
    );
    const topology = topologyFrom(
      documents(
        two,
        policy('{name: stable, labels: {zone: a}}, {name: canary, labels: {zone: b}}'),
        document(
          'VirtualService',
          'v',
          `hosts: [api.partner.example], ${route('host: api.partner.example, subset: stable')}`,
        ),
      ),
    );
    expect(nodeLines(topology).at(-1)).toBe(
      'ExternalHost/api.partner.example 10.1.0.1 · zone: a | 10.1.0.2 · zone: b',
    );
    expect(edgeLines(topology).slice(-2)).toEqual([
      'DestinationRule/partner#subset.stable > ExternalHost/api.partner.example#endpoint.10.1.0.1 resolves',
      'DestinationRule/partner#subset.canary > ExternalHost/api.partner.example#endpoint.10.1.0.2 resolves inert idle',
    ]);
  });
});

describe('inside the mesh', () => {
  const carts = document(
    'Service',
    'carts',
    'selector: {app: carts}, ports: [{name: http, port: 80, targetPort: 8080}]',
  );
  const pods = (version: string): string =>
    document(
      'Deployment',
      `carts-${version}`,
      `template: {metadata: {labels: {app: carts, version: ${version}}}}`,
    );
  const subsets = document(
    'DestinationRule',
    'carts',
    'host: carts, trafficPolicy: {portLevelSettings: [{port: {number: 80}, tls: {mode: ISTIO_MUTUAL}}]}, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]',
  );
  const canary = document(
    'VirtualService',
    'carts',
    'hosts: [carts], http: [{timeout: 5s, route: [{destination: {host: carts, subset: v1}, weight: 90}, {destination: {host: carts, subset: v2}, weight: 10}]}]',
  );

  it('a weighted canary reaches the workloads of each subset', () => {
    const topology = topologyFrom(documents(carts, pods('v1'), pods('v2'), subsets, canary));
    expect(edgeLines(topology)).toEqual([
      'Caller/any > VirtualService/carts route',
      'VirtualService/carts#http.0 > Service/carts#port.80 route weight 90 subset v1',
      'VirtualService/carts#http.0 > Service/carts#port.80 route weight 10 subset v2',
      'Service/carts#port.80 > DestinationRule/carts#subset.v1 policy',
      'Service/carts#port.80 > DestinationRule/carts#subset.v2 policy',
      'DestinationRule/carts#subset.v1 > Deployment/carts-v1 selects ISTIO_MUTUAL',
      'DestinationRule/carts#subset.v2 > Deployment/carts-v2 selects ISTIO_MUTUAL',
    ]);
    expect(nodeLines(topology)).toContain('Service/carts 80 HTTP → 8080');
    expect(topology.edges[1]?.marks).toEqual([{ kind: 'timeout', text: '5s' }]);
  });

  it('a subset whose labels no workload carries looks inert; without workloads nothing can be known', () => {
    expect(nodeLines(topologyFrom(documents(carts, pods('v1'), subsets)))).toContain(
      'DestinationRule/carts v1 | ~v2',
    );
    expect(nodeLines(topologyFrom(documents(carts, subsets)))).toContain('DestinationRule/carts v1 | v2');
  });

  it('the last edge carries TLS even where no endpoint is known', () => {
    expect(edgeLines(topologyFrom(documents(carts, subsets, canary)))).toContain(
      'Service/carts#port.80 > DestinationRule/carts#subset.v1 policy ISTIO_MUTUAL',
    );
  });

  it('what nothing defines is a ghost: a mistake, or only not in these files', () => {
    const lost = document('VirtualService', 'v', `hosts: [x.example], ${route('host: reviews')}`);
    expect(nodeLines(topologyFrom(lost))).toContain('Host/reviews.shop.svc.cluster.local (unknown)');
    expect(nodeLines(topologyFrom(documents(lost, carts)))).toContain(
      'Host/reviews.shop.svc.cluster.local (missing)',
    );
    const far = document('VirtualService', 'v', `hosts: [x.example], ${route('host: far.example')}`);
    expect(nodeLines(topologyFrom(far))).toContain('Host/far.example (unknown)');
    expect(nodeLines(topologyFrom(documents(far, carts)))).toContain('Host/far.example (missing)');
    const way = 'VirtualService/v#http.0 > Host/reviews.shop.svc.cluster.local route';
    expect(edgeLines(topologyFrom(lost))).toContain(`${way} unknown`);
    expect(edgeLines(topologyFrom(documents(lost, carts)))).toContain(`${way} dangling`);
  });

  it('a rule for a host that nothing defines hangs on its ghost', () => {
    expect(edgeLines(topologyFrom(subsets))).toEqual([
      'Caller/any > Host/carts.shop.svc.cluster.local route unknown',
      'Host/carts.shop.svc.cluster.local > DestinationRule/carts policy',
    ]);
  });

  it('a port that no definition offers dangles', () => {
    const wrong = document(
      'VirtualService',
      'v',
      `hosts: [carts], ${route('host: carts, port: {number: 81}')}`,
    );
    const edge = topologyFrom(documents(carts, wrong)).edges.find(
      ({ source }) => source === 'VirtualService/shop/v',
    );
    expect(edge).toMatchObject({
      target: 'Service/shop/carts',
      targetRow: null,
      dangling: true,
      reason: 'Service carts has no port 81.',
    });
  });
});

describe('which VirtualService counts', () => {
  const first = document(
    'VirtualService',
    'first',
    `hosts: [api.partner.example], ${route('host: api.partner.example')}`,
  );
  const second = document(
    'VirtualService',
    'second',
    `hosts: [api.partner.example], ${route('host: api.partner.example')}`,
  );

  it('only the older of two: the other looks inert, and its way too', () => {
    const topology = topologyFrom(documents(entry, first, second));
    expect(nodeLines(topology)).toContain('VirtualService/second (inert) ~every request');
    expect(edgeLines(topology)).toContain('Caller/any > VirtualService/second route inert');
    expect(edgeLines(topology)).toContain(
      'VirtualService/second#http.0 > ServiceEntry/partner#port.443 route inert',
    );
    expect(edgeLines(topology)).toContain(
      'ServiceEntry/partner#port.443 > ExternalHost/api.partner.example resolves',
    );
  });

  it('both, where each rules another kind of traffic', () => {
    const tls = document(
      'VirtualService',
      'second',
      'hosts: [api.partner.example], tls: [{match: [{sniHosts: [api.partner.example], port: 443}], route: [{destination: {host: api.partner.example}}]}]',
    );
    expect(nodeLines(topologyFrom(documents(entry, first, tls)))).toContain(
      'VirtualService/second sni api.partner.example, port 443',
    );
  });

  it('rules behind one that takes everything look inert', () => {
    const shut = document(
      'VirtualService',
      'v',
      'hosts: [api.partner.example], http: [{name: all}, {match: [{uri: {prefix: /a}}]}]',
    );
    expect(nodeLines(topologyFrom(documents(entry, shut)))).toContain(
      'VirtualService/v every request | ~/a*',
    );
  });

  it('calls to ports it has no rules for go past it', () => {
    const ports = document(
      'ServiceEntry',
      'partner',
      'hosts: [api.partner.example], ports: [{number: 80, protocol: HTTP, targetPort: 443}, {number: 443, protocol: HTTPS}], resolution: DNS',
    );
    const plain = document(
      'VirtualService',
      'v',
      `hosts: [api.partner.example], ${route('host: api.partner.example, port: {number: 80}')}`,
    );
    const topology = topologyFrom(documents(ports, plain));
    expect(nodeLines(topology)).toContain('ServiceEntry/partner 80 HTTP → 443 | 443 HTTPS');
    expect(edgeLines(topology)).toContain('Caller/any > ServiceEntry/partner#port.443 route');
    expect(edgeLines(topology)).not.toContain('Caller/any > ServiceEntry/partner#port.80 route');
  });
});

test('a root hands on to its delegate, whose rules know where their traffic comes from', () => {
  const topology = topologyFrom(
    documents(
      entry,
      document(
        'VirtualService',
        'root',
        'hosts: [api.partner.example], http: [{match: [{uri: {prefix: /a}}], delegate: {name: part}}, {delegate: {name: gone}}]',
      ),
      document('VirtualService', 'part', route('host: api.partner.example')),
    ),
  );
  expect(nodeLines(topology)).toEqual([
    'Caller/any',
    'VirtualService/root /a* → part | otherwise → gone',
    'VirtualService/part every request',
    'VirtualService/gone (missing)',
    'ServiceEntry/partner 443 HTTPS',
    'ExternalHost/api.partner.example',
  ]);
  expect(edgeLines(topology)).toContain('VirtualService/root#http.0 > VirtualService/part delegate');
  expect(edgeLines(topology)).toContain('VirtualService/root#http.1 > VirtualService/gone delegate dangling');
  const last = topology.edges.find(({ kind }) => kind === 'resolves');
  expect(last?.flows).toEqual(['VirtualService/shop/part http.0', 'VirtualService/shop/root http.0']);
});

describe('gateways', () => {
  const front = document(
    'Gateway',
    'front',
    'selector: {istio: front}, servers: [{port: {number: 80, protocol: HTTP}, hosts: [shop.example]}, {port: {number: 443, protocol: HTTPS}, hosts: ["*.other.example", x.example]}]',
  );
  const bound = (gateways: string): string =>
    document(
      'VirtualService',
      'v',
      `hosts: [shop.example], gateways: ${gateways}, ${route('host: api.partner.example')}`,
    );

  it('take calls from outside, and hand on from the server that admits the hosts', () => {
    const topology = topologyFrom(documents(front, bound('[front]'), entry));
    expect(nodeLines(topology)).toContain(
      'Gateway/front 80 HTTP shop.example | ~443 HTTPS *.other.example +1',
    );
    expect(edgeLines(topology)).toContain('Caller/outside > Gateway/front gateway');
    expect(edgeLines(topology)).toContain('Gateway/front#server.0 > VirtualService/v gateway');
    expect(topology.nodes.find(({ id }) => id === 'Caller/outside')?.external).toBe(true);
    expect(topology.edges.some(({ source }) => source === 'Caller/any')).toBe(false);
  });

  it('that no file defines are ghosts', () => {
    const topology = topologyFrom(documents(bound('[mesh, edge/front]'), entry));
    expect(nodeLines(topology)).toContain('Gateway/edge/front (unknown)');
    expect(edgeLines(topology)).toContain('Gateway/edge/front > VirtualService/v gateway unknown');
    expect(edgeLines(topology)).toContain('Caller/any > VirtualService/v route');
    const withAnother = topologyFrom(documents(bound('[mesh, edge/front]'), entry, front));
    expect(nodeLines(withAnother)).toContain('Gateway/edge/front (missing)');
  });

  it('may be those of the Gateway API, which are not missing', () => {
    const other =
      '{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: door, namespace: shop}, spec: {}}\n';
    const topology = topologyFrom(documents(front, other, bound('[door]'), entry));
    expect(topology.nodes.find(({ label }) => label === 'door')).toMatchObject({ kind: 'Gateway', rows: [] });
    expect(topology.edges.find(({ kind }) => kind === 'gateway')?.dangling).toBe(false);
  });

  it('run in the pods they select', () => {
    const pod = document('Pod', 'front-1', '', ', labels: {istio: front}');
    expect(edgeLines(topologyFrom(documents(front, pod)))).toContain(
      'Gateway/front > Pod/front-1 selects idle',
    );
  });

  it('for egress are reached through their Service, known or not', () => {
    const out = document(
      'Gateway',
      'out',
      'selector: {istio: egressgateway}, servers: [{port: {number: 80, protocol: HTTP}, hosts: [api.partner.example]}]',
    );
    const hop = document(
      'VirtualService',
      'v',
      'hosts: [api.partner.example], gateways: [mesh, out], http: [{match: [{gateways: [mesh]}], route: [{destination: {host: istio-egressgateway.istio-system.svc.cluster.local}}]}, {match: [{gateways: [out]}], route: [{destination: {host: api.partner.example}}]}]',
    );
    const lines = edgeLines(topologyFrom(documents(out, hop, entry)));
    expect(lines).toContain(
      'VirtualService/v#http.0 > Host/istio-egressgateway.istio-system.svc.cluster.local route unknown',
    );
    expect(lines).toContain('Host/istio-egressgateway.istio-system.svc.cluster.local > Gateway/out gateway');
    expect(lines).toContain('Gateway/out#server.0 > VirtualService/v gateway');
    expect(lines.some((line) => line.startsWith('Caller/outside'))).toBe(false);
  });
});

describe('policies and callers', () => {
  const desk = (n: number): string =>
    document('Deployment', `desk-${String(n)}`, `template: {metadata: {labels: {app: desk-${String(n)}}}}`);

  it('policies are badges of what they select', () => {
    const topology = topologyFrom(
      documents(
        desk(1),
        desk(2),
        document('Sidecar', 'one', 'workloadSelector: {labels: {app: desk-1}}'),
        document('Sidecar', 'all', ''),
      ),
    );
    expect(topology.nodes.map(({ label, badges }) => [label, badges?.map((badge) => badge.label)])).toEqual([
      ['desk-1', ['one']],
      ['desk-2', ['all']],
    ]);
  });

  describe('a policy is a badge', () => {
    const till = document('Service', 'till', 'selector: {app: till, tier: back}, ports: [{port: 80}]');
    const pods = document('Deployment', 'till', 'template: {metadata: {labels: {app: till, tier: back}}}');
    const strict = document('PeerAuthentication', 'strict', 'selector: {matchLabels: {app: till}}');
    const wide = document('PeerAuthentication', 'wide', 'mtls: {mode: STRICT}');
    const door = document('Gateway', 'door', 'selector: {istio: door}, servers: []');
    const jwt = document('RequestAuthentication', 'jwt', 'selector: {matchLabels: {istio: door}}').replace(
      'namespace: shop',
      'namespace: edge',
    );
    const elsewhere = document('Service', 'stock', 'ports: [{port: 80}]').replace('shop', 'depot');

    it.each<[string, string, Readonly<Record<string, readonly string[]>>]>([
      ['of the workload, not of its Service', documents(till, pods, strict), { till: ['strict'] }],
      ['of the Service whose pods no file holds', documents(till, strict), { till: ['strict'] }],
      [
        'of no Service whose pods it may not mean',
        documents(till, strict.replace('app: till', 'version: v1')),
        {},
      ],
      ['of the Service, for a whole namespace', documents(till, wide, elsewhere), { till: ['wide'] }],
      ['of nobody, where it means nothing that is drawn', documents(elsewhere, strict), {}],
      ['of the Gateway whose pods no file holds', documents(door, jwt), { door: ['jwt'] }],
      [
        'of any app, where the files know of one namespace',
        documents(entry, wide),
        { 'any app in the mesh': ['wide'] },
      ],
      [
        'of any app, for the whole mesh',
        documents(entry, elsewhere, wide.replace('shop', 'istio-system')),
        {
          'any app in the mesh': ['wide'],
        },
      ],
      [
        'of nobody, where it names a Service to govern',
        documents(
          pods,
          till,
          wide
            .replace('mtls', 'targetRefs: [{kind: Service, name: x}], mtls')
            .replace('PeerAuthentication', 'AuthorizationPolicy'),
        ),
        {},
      ],
      [
        'of the Service that it names to govern, whoever answers for it',
        documents(
          pods,
          till,
          wide
            .replace('mtls', 'targetRefs: [{kind: Service, group: "", name: till}], mtls')
            .replace('PeerAuthentication', 'AuthorizationPolicy'),
        ),
        { till: ['wide'] },
      ],
      [
        'of the ServiceEntry that it names to govern',
        documents(
          entry,
          jwt
            .replace(
              'selector: {matchLabels: {istio: door}}',
              'targetRefs: [{kind: ServiceEntry, group: networking.istio.io, name: partner}]',
            )
            .replace('namespace: edge', 'namespace: shop'),
        ),
        { partner: ['jwt'] },
      ],
    ])('%s', (_, yaml, expected) => {
      const found = topologyFrom(yaml)
        .nodes.filter(({ badges }) => badges)
        .map(({ label, badges }) => [label, badges?.map((one) => one.label)]);
      expect(Object.fromEntries(found)).toEqual(expected);
      expect(found).toHaveLength(Object.keys(expected).length);
    });
  });

  it('callers drawn as one carry what all of them have', () => {
    const many = Array.from({ length: 6 }, (_, n) => desk(n));
    const [all] = topologyFrom(
      documents(
        ...many,
        entry,
        document('Sidecar', 'all', ''),
        document('AuthorizationPolicy', 'one', 'selector: {matchLabels: {app: desk-1}}'),
      ),
    ).nodes;
    expect(all?.badges?.map(({ label }) => label)).toEqual(['all']);
  });

  it('many callers of a namespace are drawn as one', () => {
    const many = Array.from({ length: 6 }, (_, n) => desk(n));
    const topology = topologyFrom(documents(...many, entry));
    expect(topology.nodes[0]).toMatchObject({ id: 'Caller/namespace/shop', detail: '6 workloads' });
    expect(edgeLines(topology)[0]).toBe('Caller/namespace/shop > ServiceEntry/partner route');
  });

  it('an empty workspace has an empty picture', () => {
    expect(topologyFrom('')).toEqual({ nodes: [], edges: [] });
  });
});
