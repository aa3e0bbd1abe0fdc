import { describe, expect, it } from 'vitest';
import { valueAt } from '../../istio/index.ts';
import { meshOf, withRegexes } from '../traffic.testkit.ts';
import { explainResource } from './explain.ts';

withRegexes();

/** The sentences of the last resource; each leads to a place that is there, and a `!` marks what is odd. */
function explained(...resources: readonly string[]): readonly string[] {
  const mesh = meshOf(resources);
  const resource = mesh.resources.at(-1);
  if (!resource) throw new Error('no resource');
  return explainResource(mesh, resource).map(({ text, path, odd }) => {
    const there = ['exportTo', 'resolution', 'outboundTrafficPolicy', 'mtls', 'selector'].includes(
      String(path.at(-1)),
    );
    if (!there) expect(valueAt(resource.value, path), path.join('.')).toBeDefined();
    return (odd ? '! ' : '') + text;
  });
}

const ENTRY =
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 443, name: https, protocol: HTTPS }], resolution: DNS }';

describe('explaining', () => {
  it('a VirtualService rule by rule', () => {
    expect(
      explained(
        ENTRY,
        `VirtualService shop/v { hosts: [a.example], http: [
          { match: [{ uri: { prefix: /v2/data }, headers: { x-user: { exact: bob } } }, { sourceLabels: { app: web } }], rewrite: { uri: /data }, timeout: 5s, route: [{ destination: { host: a.example, subset: one, port: { number: 443 } } }], mirror: { host: b }, mirrorPercentage: { value: 10 } },
          { match: [{ method: { exact: PUT } }], fault: { abort: { httpStatus: 500 } }, route: [{ destination: { host: a.example }, weight: 9 }, { destination: { host: b }, weight: 1 }] },
          { match: [{ uri: { exact: /go } }], redirect: { uri: /gone, redirectCode: 302 } } ] }`,
      ),
    ).toEqual([
      'It is for requests to a.example, from apps in the mesh. Its rules are asked in order, and the first that takes a request decides.',
      '! a.example has no port for HTTP (443 is for HTTPS), so calls to its ports pass these http rules by. They count for plain calls to port 80 alone, and only where something else makes the sidecar listen there.',
      'Requests whose path begins with /v2/data and header x-user is bob, or from workloads with app: web go to the subset one of a.example, port 443, with the path beginning with /data in place of what was matched.',
      'After 5s, retries included, the answer is 504.',
      '10 % of the requests are copied to b.shop.svc.cluster.local; what it answers is thrown away.',
      '! No DestinationRule in force defines the subset one of a.example: what goes there is answered 503.',
      'Requests whose method is PUT are spread: 90 % to a.example and 10 % to b.shop.svc.cluster.local.',
      '! The fault happens to 0 % of the requests: it says no percentage.',
      'Requests whose path is /go are answered 302: the client is sent to the path /gone.',
      'What none of these rules takes is answered 404, and no other VirtualService is asked in the mesh.',
    ]);
  });

  it('says of destinations that are not there, once the files tell what is', () => {
    const rule =
      'VirtualService shop/v { hosts: [a], http: [{ route: [{ destination: { host: a, port: { number: 81 } } }], mirrors: [{ destination: { host: b } }] }] }';
    const service =
      'Service shop/a { clusterIP: 10.0.0.1, selector: { app: a }, ports: [{ name: http, port: 80 }] }';
    const odd = (...resources: readonly string[]) =>
      explained(...resources).filter((text) => text.startsWith('!'));
    expect(odd(service, rule)).toEqual([
      '! a.shop.svc.cluster.local has no port 81: what goes there is answered 503.',
      '! Nothing that this proxy sees defines the host b.shop.svc.cluster.local: no copy is ever sent.',
    ]);
    expect(odd(rule)).toEqual([]);
    const here = service.replace('port: 80', 'port: 81');
    expect(odd(here, rule.replace('host: b', 'host: a'))).toEqual([]);
  });

  it('says of a second VirtualService, and of rules behind one that takes all, that nobody asks them', () => {
    const ok = 'directResponse: { status: 200 }';
    const found = explained(
      `VirtualService shop/v { hosts: [a.example], http: [{ ${ok} }] }`,
      `VirtualService shop/w { hosts: [a.example], exportTo: [".", far], http: [{ ${ok} }, { match: [{ uri: { prefix: /a } }], ${ok} }] }`,
    );
    expect(found).toContain('Only proxies in shop and far see it.');
    expect(found).toContain('All requests are answered 200 by the proxy itself.');
    expect(found.filter((text) => text.startsWith('!')).join()).toContain('No request comes to this rule');
    const older = explained(
      `VirtualService shop/v { hosts: [a.example], http: [{ ${ok} }] }`,
      `VirtualService shop/w { hosts: [a.example], http: [{ ${ok} }] }`,
    );
    expect(older.join()).toContain('! For apps in shop, shop/v comes first for a.example');
  });

  it('a DestinationRule with what its ports lose and where TLS is doubled', () => {
    expect(
      explained(
        ENTRY,
        'DestinationRule shop/d { host: a.example, trafficPolicy: { tls: { mode: SIMPLE }, outlierDetection: { consecutive5xxErrors: 2 }, portLevelSettings: [{ port: { number: 80 }, tls: { mode: SIMPLE } }] }, subsets: [{ name: one, labels: { v: one } }] }',
      ),
    ).toEqual([
      'It says how proxies send to a.example.',
      'The proxy opens TLS and checks the server’s certificate; it shows none of its own, so this is no mutual TLS.',
      expect.stringContaining('Outlier detection: after 2 answers'),
      '! On port 443 apps speak TLS themselves: theirs is wrapped in TLS once more, and the call breaks.',
      expect.stringContaining('On port 80: The proxy opens TLS'),
      '! On port 80 the outlierDetection above does not count: settings of a port stand in place of all others.',
      'The subset one is the endpoints with v: one.',
    ]);
    expect(explained('DestinationRule shop/d { host: gone.example }')[1]).toBe(
      '! Nothing in the files defines gone.example, so it counts for nothing here.',
    );
  });

  it.each<readonly [string, string, readonly string[]]>([
    [
      'a ServiceEntry',
      'ServiceEntry shop/e { hosts: [a.example], resolution: DNS, ports: [{ number: 80, name: http, protocol: HTTP, targetPort: 443 }, { number: 5432, name: db, protocol: TCP }] }',
      [
        'It makes a.example known to the mesh, as something outside it: Istio opens no mutual TLS by itself.',
        'The proxy looks its names up by DNS and spreads connections over all addresses.',
        'Port 80 (HTTP) carries plaintext HTTP: rules see paths and headers; endpoints listen on 443.',
        'Port 5432 (TCP) carries bytes: only the address counts.',
        '! It has no address, so every connection to port 5432 is taken for it, wherever it was meant to go.',
      ],
    ],
    [
      'a Gateway',
      'Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, tls: { httpsRedirect: true }, hosts: [a.example] }, { port: { number: 443, name: https, protocol: HTTPS }, tls: { mode: SIMPLE }, hosts: [a.example] }] }',
      [
        'Its servers are opened at the gateway pods with istio: edge, in whatever namespace.',
        'Port 80 sends everything to HTTPS with 301, for a.example.',
        'Port 443 ends TLS with its own certificate, for a.example.',
        '! No VirtualService is bound to this server: HTTP is answered 404, and other connections are closed.',
      ],
    ],
    [
      'a Sidecar',
      'Sidecar shop/s { egress: [{ hosts: ["./*", "far/a.example"] }], outboundTrafficPolicy: {} }',
      [
        'It sets what the sidecars of all workloads of its namespace know.',
        'They see all hosts of their own namespace and a.example of far, and nothing else.',
        'Hosts that they do not know are shut out.',
      ],
    ],
    [
      'a PeerAuthentication',
      'PeerAuthentication shop/p { selector: { matchLabels: { app: web } }, mtls: { mode: STRICT }, portLevelMtls: { 80: { mode: DISABLE } } }',
      [
        'Workloads with app: web take mutual TLS alone; plaintext is refused.',
        'On port 80 they take plaintext, and no mutual TLS is opened to them.',
      ],
    ],
  ])('%s', (_, resource, expected) => {
    expect(explained(resource)).toEqual(expected);
  });

  it.each([
    [
      'shop/a { action: DENY, rules: [{}], selector: { matchLabels: { app: web } } }',
      'For workloads with app: web it refuses',
    ],
    ['shop/a { action: DENY, rules: [{}] }', 'For all workloads of its namespace it refuses'],
    ['istio-system/a { action: DENY, rules: [{}] }', 'For all workloads of the mesh it refuses'],
    [
      'shop/a { action: DENY, rules: [{}], targetRefs: [{ kind: Service, group: "", name: web }, { kind: Gateway, group: gateway.networking.k8s.io, name: door }] }',
      'For the Service web and the Gateway door it refuses',
    ],
  ])('whom a policy is for: %s', (policy, words) => {
    expect(explained(`AuthorizationPolicy ${policy}`)[0]).toContain(words);
  });
});
