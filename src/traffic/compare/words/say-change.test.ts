import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourcesOf } from '../../../istio/index.ts';
import { equalValues, parseDocument, type YamlMap, type YamlValue } from '../../../yaml/index.ts';
import { sayChange } from './say-change.ts';

function resource(kind: string, body: string | object) {
  const spec = typeof body === 'string' ? body : `spec: ${JSON.stringify(body)}`;
  const metadata = 'metadata: { name: cart, namespace: shop }';
  const text = `apiVersion: networking.istio.io/v1\nkind: ${kind}\n${metadata}\n${spec}`;
  const [found] = resourcesOf('a.yaml', [parseDocument(text)]);
  if (!found) throw new Error('no resource');
  return found;
}
const say = (kind: string, before: string | object, after: string | object) =>
  sayChange(resource(kind, before), resource(kind, after)).map(({ text }) => text);

const route = (...weights: number[]) =>
  weights.map((weight, n) => ({ destination: { host: 'cart', subset: `v${n + 1}` }, weight }));
const to = (host: string) => [{ destination: { host } }];
const vs = (http: object[], more: object = {}) => ({ hosts: ['cart'], http, ...more });
const prefix = (path: string) => [{ uri: { prefix: path } }];
const rule = (path: string, host: string, more: object = {}) => ({
  match: prefix(path),
  route: to(host),
  ...more,
});

describe('sayChange, of VirtualServices', () => {
  it.each<[string, object, object, string[]]>([
    [
      'weights',
      vs([{ route: route(90, 10) }]),
      vs([{ route: route(80, 20) }]),
      ['All requests: v1 of cart gets 80 % instead of 90 %; v2 of cart gets 20 % instead of 10 %'],
    ],
    [
      'a destination more',
      vs([{ route: route(100) }]),
      vs([{ route: route(90, 10) }]),
      ['All requests: v1 of cart gets 90 % instead of 100 %; v2 of cart gets 10 %, instead of nothing'],
    ],
    [
      'another destination',
      vs([rule('/a', 'one')]),
      vs([rule('/a', 'two')]),
      ['Requests whose path begins with /a: go to two instead of one'],
    ],
    [
      'a timeout',
      vs([{ route: to('a'), timeout: '3s' }]),
      vs([{ route: to('a'), timeout: '5s' }]),
      ['All requests: timeout 3s → 5s'],
    ],
    [
      'a timeout more',
      vs([{ route: to('a') }]),
      vs([{ route: to('a'), timeout: '5s' }]),
      ['All requests: timeout 5s added'],
    ],
    [
      'a timeout less',
      vs([{ route: to('a'), timeout: '5s' }]),
      vs([{ route: to('a') }]),
      ['All requests: timeout 5s taken away'],
    ],
    [
      'a rule in front',
      vs([{ route: to('a') }]),
      vs([rule('/v2', 'b'), { route: to('a') }]),
      ['New rule 1: requests whose path begins with /v2 go to b'],
    ],
    [
      'a rule gone',
      vs([rule('/v2', 'b'), { route: to('a') }]),
      vs([{ route: to('a') }]),
      ['The rule for requests whose path begins with /v2 is gone: they went to b'],
    ],
    [
      'rules changed places',
      vs([rule('/a', 'a'), rule('/b', 'b')]),
      vs([rule('/b', 'b'), rule('/a', 'a')]),
      [
        'The rule for requests whose path begins with /b moved from place 2 to 1, and rules are asked in order',
      ],
    ],
    [
      'a match',
      vs([rule('/a', 'a')]),
      vs([rule('/b', 'a')]),
      ['Rule 1 takes requests whose path begins with /b instead of requests whose path begins with /a'],
    ],
    [
      'a redirect in the place of a route',
      vs([rule('/a', 'a')]),
      vs([{ match: prefix('/a'), redirect: { uri: '/b' } }]),
      [
        'Requests whose path begins with /a: are answered 301: the client is sent to the path /b; before, they went to a',
      ],
    ],
    [
      'a fault',
      vs([{ route: to('a') }]),
      vs([{ route: to('a'), fault: { delay: { fixedDelay: '5s', percentage: { value: 10 } } } }]),
      ['All requests: 10 % of the requests wait 5s before they leave the proxy.'],
    ],
    [
      'a mirror’s share',
      vs([{ route: to('a'), mirror: { host: 'b' }, mirrorPercentage: { value: 10 } }]),
      vs([{ route: to('a'), mirror: { host: 'b' }, mirrorPercentage: { value: 50 } }]),
      [
        'All requests: 50 % of the requests are copied to b; what it answers is thrown away. Before: 10 % of the requests are copied to b; what it answers is thrown away.',
      ],
    ],
    [
      'headers',
      vs([{ route: to('a') }]),
      vs([{ route: to('a'), headers: { request: { set: { 'x-a': 'b' } } } }]),
      ['All requests: headers request set x-a b added'],
    ],
    ['hosts', vs([]), { hosts: ['cart', 'basket'], http: [] }, ['Is for requests to basket too']],
    ['another host', vs([]), { hosts: ['basket'], http: [] }, ['Is for requests to basket instead of cart']],
    [
      'a gateway',
      vs([]),
      vs([], { gateways: ['edge'] }),
      ['Counts for requests through the gateway shop/edge, no longer for those from apps in the mesh'],
    ],
    [
      'a destination’s headers',
      vs([{ route: [{ destination: { host: 'a' }, headers: { request: { set: { a: 'b' } } } }] }]),
      vs([{ route: [{ destination: { host: 'a' }, headers: { request: { set: { a: 'c' } } } }] }]),
      ['All requests: destination a › headers › request › set › a b → c'],
    ],
  ])('%s', (_, before, after, words) => {
    expect(say('VirtualService', before, after)).toEqual(words);
  });
});

describe('sayChange, of other kinds', () => {
  it.each<[string, string, string | object, string | object, string[]]>([
    [
      'a subset',
      'DestinationRule',
      { host: 'a', subsets: [{ name: 'v1', labels: { version: 'v1' } }] },
      {
        host: 'a',
        subsets: [
          { name: 'v1', labels: { version: 'v1' } },
          { name: 'v2', labels: { version: 'v2' } },
        ],
      },
      ['Subset v2 added (labels version v2)'],
    ],
    [
      'labels of a subset',
      'DestinationRule',
      { host: 'a', subsets: [{ name: 'v1', labels: { version: 'v1' } }] },
      { host: 'a', subsets: [{ name: 'v1', labels: { version: 'v3' } }] },
      ['Subset v1: labels › version v1 → v3'],
    ],
    [
      'a pool',
      'DestinationRule',
      { host: 'a', trafficPolicy: { connectionPool: { tcp: { maxConnections: 30 } } } },
      { host: 'a', trafficPolicy: { connectionPool: { tcp: { maxConnections: 64 } } } },
      ['Connection pool › TCP › max connections 30 → 64'],
    ],
    [
      'TLS',
      'DestinationRule',
      { host: 'a' },
      { host: 'a', trafficPolicy: { tls: { mode: 'SIMPLE', sni: 'a.b' } } },
      ['Traffic policy TLS mode SIMPLE, SNI a.b added'],
    ],
    ['its host', 'DestinationRule', { host: 'a' }, { host: 'b' }, ['Is for what is sent to b instead of a']],
    [
      'a port',
      'ServiceEntry',
      { hosts: ['a'], ports: [{ number: 80, name: 'http', protocol: 'HTTP' }] },
      { hosts: ['a'], ports: [{ number: 443, name: 'http', protocol: 'HTTPS' }] },
      ['Port http: number 80 → 443', 'Port http: protocol HTTP → HTTPS'],
    ],
    [
      'a server',
      'Gateway',
      { servers: [{ port: { number: 80 }, hosts: ['a', 'b'] }] },
      { servers: [{ port: { number: 80 }, hosts: ['a', 'c'] }] },
      ['Server 80: hosts › c instead of b'],
    ],
    ['what the cluster writes', 'ServiceEntry', 'status: { a: b }', 'status: { a: c }', []],
    [
      'what nobody models',
      'Deployment',
      { replicas: 2, template: { metadata: { labels: { a: 'b' } } } },
      { replicas: 3, template: { metadata: { labels: { a: 'c' } } } },
      ['Replicas 2 → 3', 'Template › labels › a b → c'],
    ],
  ])('%s', (_, kind, before, after, words) => {
    expect(say(kind, before, after)).toEqual(words);
  });
});

describe('sayChange', () => {
  const value: fc.Arbitrary<YamlValue> = fc.constantFrom('3s', 'cart', 80, true, '80', null);
  const some = (record: Record<string, fc.Arbitrary<unknown>>) => fc.record(record, { requiredKeys: [] });
  const destination = some({ host: fc.constantFrom('a', 'b'), subset: fc.constantFrom('v1', 'v2') });
  const httpRule = some({
    name: fc.constantFrom('one', 'two'),
    match: fc.array(
      some({ uri: some({ prefix: value, exact: value }), method: some({ exact: value }), name: value }),
    ),
    route: fc.array(
      some({ destination, weight: fc.constantFrom(0, 10, 50, 'x'), headers: some({ x: value }) }),
    ),
    redirect: some({ uri: value, x: value }),
    mirror: destination,
    mirrors: fc.array(some({ destination, percentage: some({ value: fc.constantFrom(0, 5), x: value }) })),
    mirrorPercentage: some({ value: fc.constantFrom(0, 5) }),
    fault: some({ delay: some({ fixedDelay: value, percentage: value }), x: value }),
    retries: some({ attempts: value, x: value }),
    timeout: value,
    headers: value,
  });
  const spec = some({
    hosts: fc.array(value),
    host: value,
    gateways: fc.array(value),
    http: fc.oneof(fc.array(httpRule, { maxLength: 4 }), value),
    tcp: fc.array(httpRule, { maxLength: 2 }),
    ports: fc.array(some({ name: value, number: value, x: value })),
    subsets: fc.array(some({ name: value, labels: fc.dictionary(fc.constantFrom('a', 'b'), value) })),
    x: value,
  });
  const kind = fc.constantFrom('VirtualService', 'DestinationRule', 'ServiceEntry', 'ConfigMap');

  it('says something exactly where the data differs, and of a place that is there', () => {
    fc.assert(
      fc.property(kind, spec, spec, (kind, one, other) => {
        const [before, after] = [resource(kind, one), resource(kind, other)];
        const sentences = sayChange(before, after);
        expect(sentences.length > 0).toBe(!equalValues(before.value, after.value));
        for (const { text, path } of sentences) {
          expect(text.trim()).not.toBe('');
          expect(text).not.toMatch(/undefined|NaN|\[object/);
          const there = [before, after].some(({ value }) => has(value, path));
          expect(there, `${text} at ${path.join('.')}`).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const has = (value: YamlMap, path: readonly (string | number)[]): boolean => {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !(step in at)) return false;
    at = (at as Record<string | number, unknown>)[step];
  }
  return true;
};
