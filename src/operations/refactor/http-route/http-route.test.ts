import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegexes, valueAt } from '../../../istio/index.ts';
import { route } from '../../../traffic/index.ts';
import type { YamlMap } from '../../../yaml/index.ts';
import { contextOf } from '../../operations.testkit.ts';
import { refactored } from '../refactor.testkit.ts';
import type { Answers } from '../types.ts';
import { toHttpRoute } from './http-route.ts';
import { answered, type RouteRequest } from './http-route.testkit.ts';
import { comparePrecedence, mayOverlap } from './precedence.ts';

beforeAll(async () => void (await loadRegexes()));

const service = (name: string, more = '') => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {selector: {app: ${name}}, ports: [{name: http, port: 80${more}}]}
`;
const vs = (spec: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
${spec}`;
const rules = (http: string) => vs(`  hosts: [cart]\n  http:\n${http}`);
const AT = { resource: 'VirtualService/shop/cart' };
const done = (files: readonly string[], given: Answers = {}) =>
  refactored(files.join('---\n'), toHttpRoute, AT, given);
type Done = ReturnType<typeof done>;
const all = ({ context }: Done, kind: string) =>
  context.mesh.resources.filter((resource) => resource.kind === kind).map(({ value }) => value);
const specOf = (after: Done, index = 0) => all(after, 'HTTPRoute')[index]?.['spec'];

describe('to an HTTPRoute', () => {
  it('says for the mesh what the rules say, and takes the VirtualService away', () => {
    const after = done([
      service('cart'),
      rules(`  - match: [{uri: {exact: /v1}, method: {exact: GET}, headers: {x-user: {exact: a}, x-any: {}, x-pre: {prefix: b.}}, queryParams: {q: {regex: "[0-9]+"}}}]
    timeout: 1.5s
    headers: {request: {set: {x-a: "1"}, remove: [x-b]}, response: {add: {x-c: "2"}}}
    route:
    - {destination: {host: cart}, weight: 90}
    - {destination: {host: stock.depot.svc.cluster.local, port: {number: 8080}}, weight: 10, headers: {request: {add: {x-d: "3"}}}}
    mirror: {host: cart}
    mirrorPercentage: {value: 0.5}
  - match: [{uri: {prefix: /old}}]
    redirect: {uri: /new, redirectCode: 308, scheme: https, authority: "a.example:8443"}
  - route: [{destination: {host: cart, port: {number: 80}}}]
`),
    ]);
    expect(all(after, 'VirtualService')).toEqual([]);
    expect(specOf(after)).toEqual({
      parentRefs: [{ group: '', kind: 'Service', name: 'cart' }],
      rules: [
        {
          matches: [
            {
              path: { type: 'Exact', value: '/v1' },
              headers: [
                { type: 'Exact', name: 'x-user', value: 'a' },
                { type: 'RegularExpression', name: 'x-any', value: '.*' },
                { type: 'RegularExpression', name: 'x-pre', value: String.raw`b\..*` },
              ],
              queryParams: [{ type: 'RegularExpression', name: 'q', value: '[0-9]+' }],
              method: 'GET',
            },
          ],
          filters: [
            {
              type: 'RequestHeaderModifier',
              requestHeaderModifier: { set: [{ name: 'x-a', value: '1' }], remove: ['x-b'] },
            },
            {
              type: 'ResponseHeaderModifier',
              responseHeaderModifier: { add: [{ name: 'x-c', value: '2' }] },
            },
            {
              type: 'RequestMirror',
              requestMirror: {
                backendRef: { name: 'cart', port: 80 },
                fraction: { numerator: 5000, denominator: 1_000_000 },
              },
            },
          ],
          backendRefs: [
            { name: 'cart', port: 80, weight: 90 },
            {
              name: 'stock',
              namespace: 'depot',
              port: 8080,
              weight: 10,
              filters: [
                {
                  type: 'RequestHeaderModifier',
                  requestHeaderModifier: { add: [{ name: 'x-d', value: '3' }] },
                },
              ],
            },
          ],
          timeouts: { request: '1s500ms' },
        },
        {
          matches: [{ path: { type: 'PathPrefix', value: '/old' } }],
          filters: [
            {
              type: 'RequestRedirect',
              requestRedirect: {
                scheme: 'https',
                hostname: 'a.example',
                path: { type: 'ReplaceFullPath', replaceFullPath: '/new' },
                port: 8443,
                statusCode: 308,
              },
            },
          ],
        },
        { backendRefs: [{ name: 'cart', port: 80 }] },
      ],
    });
  });

  it.each<[string, string, RegExp, Answers?]>([
    ['faults', 'fault: {abort: {httpStatus: 503}}', /Http rule 1: fault: no faults/],
    ['retries', 'retries: {attempts: 3}', /retries: the standard channel has none/],
    [
      'retries by other causes',
      'retries: {attempts: 3, retryOn: "reset,503"}',
      /retries\.retryOn: reset cannot be said/,
      { channel: 'experimental' },
    ],
    [
      'CORS',
      'corsPolicy: {allowOrigins: [{exact: "https://a.example"}]}',
      /corsPolicy: the standard channel/,
    ],
    [
      'origins by prefix',
      'corsPolicy: {allowOrigins: [{prefix: "https://a"}]}',
      /origins by prefix or expression/,
      { channel: 'experimental' },
    ],
    [
      'rewrites by expression',
      'rewrite: {uriRegexRewrite: {match: a, rewrite: b}}',
      /uriRegexRewrite: an HTTPRoute rewrites no parts/,
    ],
    [
      'rewrites letter by letter',
      'match: [{uri: {prefix: /a/}}], rewrite: {uri: /b}',
      /\/a\/x became \/bx and becomes \/b\/x/,
    ],
    [
      'redirects by prefix of what is none',
      'match: [{uri: {exact: /a}}], redirect: {prefixRewrite: /b}',
      /redirect\.prefixRewrite: a prefix is replaced only/,
    ],
    ['prefixes', 'match: [{uri: {prefix: /a}}]', /prefix \/a takes \/a and \/a\/…, but \/ax no more/],
    [
      'what cannot be asked',
      'match: [{withoutHeaders: {x: {}}}, {uri: {exact: /}}]',
      /withoutHeaders cannot be asked/,
    ],
    ['who calls', 'match: [{sourceLabels: {app: a}}, {uri: {exact: /}}]', /sourceLabels cannot be asked/],
    ['a port of one rule', 'match: [{port: 80}, {uri: {exact: /}}]', /match\.port: only a route as a whole/],
    ['subsets without Services', 'name: sub', /blue cannot be named.*all pods of cart/, { services: '' }],
    [
      'subsets that nobody defines',
      'name: sub',
      /no Service for blue can be made, as no DestinationRule defines it/,
    ],
  ])('says what is lost: %s', (_, field, words, given = {}) => {
    const subset = field === 'name: sub' ? ', subset: blue' : '';
    const after = done(
      [
        service('cart'),
        rules(
          `  - {${field}${field.includes('redirect') ? '' : `, route: [{destination: {host: cart${subset}}}]`}}\n`,
        ),
      ],
      given,
    );
    expect(after.warnings.join('\n')).toMatch(words);
    expect(all(after, 'HTTPRoute')).toHaveLength(1);
  });

  it('says when rules are asked in another order, and matches of one rule that do different things', () => {
    const turned = done([
      service('cart'),
      rules(
        '  - {match: [{uri: {regex: "/.*z"}}], route: [{destination: {host: cart}}]}\n  - {match: [{uri: {prefix: /a}}], redirect: {uri: /}}\n',
      ),
    ]);
    expect(turned.warnings.join('\n')).toMatch(/Http rule 2: an HTTPRoute asks it before http rule 1/);
    const own = done([
      service('cart'),
      rules(
        '  - {match: [{uri: {regex: "/a.*"}}, {method: {exact: GET}}], rewrite: {uri: /b}, route: [{destination: {host: cart}}]}\n',
      ),
    ]);
    expect(own.warnings.join('\n')).toMatch(
      /Http rule 1: an HTTPRoute asks it before an earlier match of its own/,
    );
  });

  it('leaves out what cannot be: answers of its own, delegates, what no request reaches', () => {
    const after = done([
      service('cart'),
      rules(
        '  - {match: [{uri: {exact: /a}}], directResponse: {status: 200}}\n  - {match: [{uri: {exact: /b}}], delegate: {name: other}}\n  - {route: [{destination: {host: cart}}]}\n  - {match: [{uri: {prefix: /x}}], route: [{destination: {host: cart}}]}\n',
      ),
    ]);
    expect(valueAt(specOf(after) ?? null, ['rules'])).toHaveLength(1);
    const said = after.warnings.join('\n');
    expect(said).toMatch(/http rule 1: directResponse.*left out/i);
    expect(said).toMatch(/http rule 2: delegate.*left out/i);
    expect(said).toMatch(/http rule 4: no request reaches it/i);
    expect(() => done([service('cart'), rules('  - {directResponse: {status: 200}}\n')])).toThrow(
      /Nothing of cart can be an HTTPRoute/,
    );
  });

  it('makes a Service for each subset, with the ports and labels of both', () => {
    const after = done([
      service('cart', ', targetPort: 8080'),
      'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: cart, namespace: shop}\nspec: {host: cart, trafficPolicy: {loadBalancer: {simple: RANDOM}}, subsets: [{name: blue, labels: {v: b}}]}\n',
      rules('  - {route: [{destination: {host: cart, subset: blue}}]}\n'),
    ]);
    expect(all(after, 'Service')[1]).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'cart-blue', namespace: 'shop' },
      spec: { selector: { app: 'cart', v: 'b' }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
    });
    expect(after.warnings.join()).toMatch(/DestinationRule cart .* does not count for the Service cart-blue/);
  });

  it('is attached to Gateways of Gateway API, made of Istio’s where there are none, with what they need', () => {
    const gateway = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: edge}
spec:
  selector: {istio: ingress}
  servers:
  - {port: {number: 80, name: http, protocol: HTTP}, hosts: [cart.example]}
  - {port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: cart-tls}, hosts: ["shop/cart.example"]}
  - {port: {number: 444, name: pass, protocol: TLS}, tls: {mode: PASSTHROUGH}, hosts: ["*"]}
`;
    const pods =
      'apiVersion: v1\nkind: Service\nmetadata: {name: ingress, namespace: edge}\nspec: {selector: {istio: ingress, app: i}, ports: [{port: 80}]}\n';
    const bound = vs(
      '  hosts: [cart.example]\n  gateways: [edge/front]\n  http: [{route: [{destination: {host: stock.depot.svc.cluster.local, port: {number: 80}}}]}]\n  tls: [{match: [{sniHosts: [cart.example]}], route: [{destination: {host: cart}}]}]\n',
    );
    const after = done([gateway, pods, bound]);
    expect(specOf(after)).toEqual({
      parentRefs: [{ name: 'front', namespace: 'edge' }],
      hostnames: ['cart.example'],
      rules: [{ backendRefs: [{ name: 'stock', namespace: 'depot', port: 80 }] }],
    });
    expect(all(after, 'Gateway')[1]?.['spec']).toEqual({
      gatewayClassName: 'istio',
      addresses: [{ type: 'Hostname', value: 'ingress.edge.svc.cluster.local' }],
      listeners: [
        {
          name: 'http-1',
          port: 80,
          protocol: 'HTTP',
          hostname: 'cart.example',
          allowedRoutes: { namespaces: { from: 'All' } },
        },
        {
          name: 'https-2',
          port: 443,
          protocol: 'HTTPS',
          hostname: 'cart.example',
          tls: { mode: 'Terminate', certificateRefs: [{ name: 'cart-tls' }] },
          allowedRoutes: {
            namespaces: {
              from: 'Selector',
              selector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
            },
          },
        },
      ],
    });
    expect(all(after, 'ReferenceGrant')[0]?.['metadata']).toEqual({
      name: 'routes-from-shop',
      namespace: 'depot',
    });
    expect(after.warnings.join()).toMatch(/server 3: TLS by PASSTHROUGH is no listener/);
    // The rules for TLS stay where they were.
    expect(valueAt(all(after, 'VirtualService')[0] ?? null, ['spec', 'http'])).toBeUndefined();
    expect(valueAt(all(after, 'VirtualService')[0] ?? null, ['spec', 'tls'])).toHaveLength(1);
    expect(done([gateway, pods, bound], { gateways: [] }).warnings.join()).toMatch(
      /edge\/front is no Gateway of Gateway API in the files/,
    );
  });

  it('makes one route for the mesh and one for gateways, each with the rules that count there', () => {
    const after = done(
      [
        service('cart'),
        vs(
          '  hosts: [cart, cart.example]\n  gateways: [mesh, edge/front]\n  http:\n  - {match: [{gateways: [edge/front], uri: {exact: /}}], redirect: {uri: /home}}\n  - {route: [{destination: {host: cart}}]}\n',
        ),
      ],
      { original: 'keep' },
    );
    expect(all(after, 'HTTPRoute').map((each) => valueAt(each, ['metadata', 'name']))).toEqual([
      'cart',
      'cart-front',
    ]);
    expect(valueAt(specOf(after) ?? null, ['rules'])).toHaveLength(1);
    expect(valueAt(specOf(after, 1) ?? null, ['rules'])).toHaveLength(2);
    expect(all(after, 'VirtualService')).toHaveLength(1);
    const said = after.warnings.join('\n');
    expect(said).toMatch(/cart\.example is no Service or ServiceEntry of the files/);
    expect(said).toMatch(/apply one of them only/);
  });

  it('asks for a port as a whole where all rules do, and reaches hosts outside by Istio’s own kind', () => {
    const entry =
      'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: api, namespace: shop}\nspec: {hosts: [api.example], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}\n';
    const after = done([
      entry,
      vs(
        '  hosts: [api.example]\n  http: [{match: [{port: 80}], route: [{destination: {host: api.example}}]}]\n',
      ),
    ]);
    expect(specOf(after)).toEqual({
      parentRefs: [{ group: 'networking.istio.io', kind: 'ServiceEntry', name: 'api', port: 80 }],
      rules: [
        { backendRefs: [{ group: 'networking.istio.io', kind: 'Hostname', name: 'api.example', port: 80 }] },
      ],
    });
  });

  it('stands beside the Service, where it counts for all callers', () => {
    const after = done([
      vs(
        '  hosts: [stock.depot.svc.cluster.local]\n  http: [{route: [{destination: {host: stock.depot.svc.cluster.local, port: {number: 80}}}]}]\n',
      ),
    ]);
    expect(all(after, 'HTTPRoute')[0]?.['metadata']).toEqual({ name: 'cart', namespace: 'depot' });
    expect(specOf(after)).toMatchObject({
      parentRefs: [{ name: 'stock' }],
      rules: [{ backendRefs: [{ name: 'stock' }] }],
    });
  });

  it('does with requests what the VirtualService did, wherever it says nothing else', () => {
    const path = fc.constantFrom('/', '/v2', '/v2/', '/v2/items', '/v2x', '/v');
    const uri = fc.option(
      fc.oneof(
        fc.tuple(fc.constantFrom('exact', 'prefix'), path).map(([kind, text]) => `uri: {${kind}: ${text}}`),
        fc.constantFrom(
          'uri: {regex: "/v[0-9].*"}',
          'uri: {regex: "/.*items"}',
          'uri: {prefix: /V2}, ignoreUriCase: true',
        ),
      ),
      { nil: '' },
    );
    const match = fc
      .tuple(
        uri,
        fc.constantFrom('', 'method: {exact: GET}'),
        fc.constantFrom('', 'headers: {x: {exact: a}}', 'headers: {x: {prefix: a}, y: {}}'),
      )
      .map((parts) => `{${parts.filter(Boolean).join(', ')}}`);
    const rule = fc.tuple(
      fc.array(match, { maxLength: 2 }),
      fc.constantFrom('', ', rewrite: {uri: /new}', ', rewrite: {uri: /new/}', ', redirect: {uri: /r}'),
    );
    const request = fc.record({
      path: fc.constantFrom('/', '/v2', '/v2/', '/v2/items', '/v2x', '/v2x/items', '/V2/a', '/v', '/w'),
      method: fc.constantFrom('GET', 'POST'),
      headers: fc.constantFrom({}, { x: 'a' }, { x: 'ab', y: '1' }, { x: 'a', y: '' }),
    });
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 4 }),
        fc.array(request, { minLength: 8, maxLength: 8 }),
        fc.constantFrom('segments', 'exact'),
        (made, requests, prefixes) => {
          const http = made.map(([matches, action], index) => {
            const asked = matches.length > 0 ? `match: [${matches.join(', ')}], ` : '';
            const sends = action.includes('redirect')
              ? action.slice(2)
              : `route: [{destination: {host: s${index}, port: {number: 80}}}]${action}`;
            return `  - {${asked}${sends}}\n`;
          });
          const text = [
            ...['cart', 's0', 's1', 's2', 's3'].map((name) => service(name)),
            rules(http.join('')),
          ].join('---\n');
          const after = refactored(text, toHttpRoute, AT, { prefixes });
          const said = after.warnings.join('\n');
          // Each of these is a difference that it tells of.
          if (/asks it before|prefix \/|rewrite\.uri/.test(said)) return;
          const { mesh } = contextOf(text);
          const spec = all(after, 'HTTPRoute')[0] ?? {};
          for (const each of requests) {
            compared += 1;
            expect(answered(spec, each)).toBe(now(mesh, each));
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(50);
  });
});

/** What the VirtualService does, in the words of `answered`. */
function now(mesh: Parameters<typeof route>[0], { path, method, headers }: RouteRequest): string {
  const { outcome } = route(mesh, {
    caller: { kind: 'sidecar', namespace: 'shop' },
    url: `http://cart${path}`,
    method,
    headers,
  });
  if (outcome.kind === 'redirect') return `redirect ${path}`;
  if (outcome.kind === 'not-found') return '404';
  const host = outcome.destinations?.[0]?.host ?? '';
  return `${host.slice(0, host.indexOf('.'))} ${outcome.upstream?.path ?? path}`;
}

describe('precedence', () => {
  const path = (type: string, value: string): YamlMap => ({ path: { type, value } });
  it('is exact, then the longer prefix, then expressions, then method, headers, parameters', () => {
    const sorted = [
      path('Exact', '/a'),
      path('PathPrefix', '/long'),
      { ...path('PathPrefix', '/a'), method: 'GET' },
      { ...path('PathPrefix', '/a'), headers: [{ name: 'x' }] },
      { ...path('PathPrefix', '/a'), queryParams: [{ name: 'x' }] },
      path('PathPrefix', '/a'),
      {},
      path('RegularExpression', '/a.*'),
    ];
    for (const [index, one] of sorted.entries())
      for (const other of sorted.slice(index + 1)) expect(comparePrecedence(one, other)).toBeLessThan(0);
  });

  it.each<[YamlMap, YamlMap, boolean]>([
    [path('Exact', '/a'), path('PathPrefix', '/a'), true],
    [path('Exact', '/ab'), path('PathPrefix', '/a'), false],
    [path('PathPrefix', '/a'), path('PathPrefix', '/a/b'), true],
    [path('PathPrefix', '/a'), path('PathPrefix', '/b'), false],
    [path('RegularExpression', '/a'), path('PathPrefix', '/b'), true],
    [{ method: 'GET' }, { method: 'PUT' }, false],
    [
      { headers: [{ type: 'Exact', name: 'x', value: '1' }] },
      { headers: [{ type: 'Exact', name: 'x', value: '2' }] },
      false,
    ],
    [
      { headers: [{ type: 'Exact', name: 'x', value: '1' }] },
      { headers: [{ type: 'Exact', name: 'y', value: '2' }] },
      true,
    ],
  ])('knows who may meet: %j %j', (a, b, expected) => {
    expect(mayOverlap(a, b)).toBe(expected);
    expect(mayOverlap(b, a)).toBe(expected);
  });
});
