import { expect, it } from 'vitest';
import { brief, checkForm as check, httpRule, resource, trafficPolicy } from '../check.testkit.ts';

it.each([
  ['a letter left out', httpRule('timout: 5s\nroute: [{ destination: { host: web } }]'), 'timeout'],
  [
    'letters swapped',
    httpRule('retires: { attempts: 2 }\nroute: [{ destination: { host: web } }]'),
    'retries',
  ],
  ['the case', httpRule('Timeout: 5s\nroute: [{ destination: { host: web } }]'), 'timeout'],
  ['underscores', trafficPolicy('load_balancer: { simple: RANDOM }'), 'loadBalancer'],
  ['the plural', resource('VirtualService', 'host: [web.example]\nhttp: []'), 'hosts'],
])('asks "did you mean" for %s', (_, text, meant) => {
  const [problem, ...others] = check(text);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: 'MW0201', severity: 'error', aliases: ['IST0106'] });
  expect(problem?.message).toContain(`did you mean "${meant}"?`);
  expect(problem?.fixes[0]?.operation).toMatchObject({ kind: 'rename-key', key: meant });
});

it.each([
  [
    'timeout under match',
    httpRule('match: [{ timeout: 5s }]\nroute: [{ destination: { host: web } }]'),
    'spec.http[0]',
  ],
  [
    'retries at a destination',
    httpRule('route: [{ destination: { host: web }, retries: { attempts: 2 } }]'),
    'spec.http[0]',
  ],
  ['hosts beside spec', `hosts: [web.example]\n${resource('VirtualService', 'http: []')}`, 'spec'],
  [
    'a label beside labels',
    'apiVersion: networking.istio.io/v1\nkind: Sidecar\nname: x\nmetadata: { namespace: shop }\nspec: {}',
    'metadata',
  ],
  ['a limit too far out', trafficPolicy('maxConnections: 5'), 'spec.trafficPolicy.connectionPool.tcp'],
])('says where %s belongs', (_, text, place) => {
  const problem = check(text).find(({ code }) => code === 'MW0202');
  expect(problem?.message).toMatch(new RegExp(`in ${place.replaceAll(/[[\].]/g, String.raw`\$&`)}\\.`));
});

it('moves a misplaced field', () => {
  const [problem] = check(httpRule('match: [{ timeout: 5s }]\nroute: [{ destination: { host: web } }]'));
  expect(problem?.fixes[0]?.operation).toEqual({
    kind: 'all',
    label: 'Move to spec.http[0]',
    operations: [
      {
        kind: 'set-field',
        resource: 'VirtualService/shop/sample',
        path: ['spec', 'http', 0, 'timeout'],
        value: '5s',
      },
      {
        kind: 'remove-field',
        resource: 'VirtualService/shop/sample',
        path: ['spec', 'http', 0, 'match', 0, 'timeout'],
      },
    ],
  });
});

it('does not overwrite what stands in the right place', () => {
  const [problem] = check(
    httpRule('timeout: 1s\nmatch: [{ timeout: 5s }]\nroute: [{ destination: { host: web } }]'),
  );
  expect(problem).toMatchObject({ code: 'MW0202', fixes: [] });
});

it('does not offer a name that is written already', () => {
  const [problem] = check(httpRule('timeout: 1s\ntimout: 5s\nroute: [{ destination: { host: web } }]'));
  expect(problem?.fixes.map(({ title }) => title)).toEqual(['Remove timout']);
});

it('lists the fields when nothing is close', () => {
  const [problem] = check(httpRule('route: [{ destination: { host: web, colour: red } }]'));
  expect(problem?.message).toContain('The fields here are host, subset and port.');
  expect(problem).toMatchObject({ line: 10, path: 'spec.http[0].route[0].destination.colour' });
});

it.each([
  [
    'any header',
    httpRule('match: [{ headers: { x-colour: { exact: red } } }]\nroute: [{ destination: { host: web } }]'),
  ],
  ['any label', resource('DestinationRule', 'host: web\nsubsets: [{ name: v1, labels: { timout: "1" } }]')],
  ['what the cluster writes', `${resource('VirtualService', 'http: []')}status: { nonsense: { deep: 1 } }\n`],
  [
    'metadata of the cluster',
    'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: { name: a, uid: u, resourceVersion: "1", generation: 2, managedFields: [{ manager: m }], creationTimestamp: null }\nspec: {}',
  ],
  [
    'newer fields',
    trafficPolicy('connectionPool: { http: { http2KeepAlive: { interval: 5s, timeout: 1s } } }'),
  ],
  [
    'an old spelling that is served',
    httpRule('mirror: { host: b }\nmirror_percent: 5\nroute: [{ destination: { host: web } }]'),
  ],
  [
    'kinds without a schema',
    'apiVersion: telemetry.istio.io/v1\nkind: Telemetry\nmetadata: { name: a }\nspec: { nonsense: 1 }',
  ],
  [
    'kinds of others',
    'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: a }\nspec: { gatewayClassName: x }',
  ],
])('leaves %s alone', (_, text) => {
  expect(brief(check(text)).filter((code) => /MW020[12]/.test(code))).toEqual([]);
});
