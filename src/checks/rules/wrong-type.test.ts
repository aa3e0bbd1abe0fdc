import { expect, it } from 'vitest';
import { checkForm as check, httpRule, resource, trafficPolicy } from '../check.testkit.ts';

const route = 'route: [{ destination: { host: web } }]';

it.each([
  ['a number for text', httpRule(`name: 5\n${route}`), 'spec.http[0].name', ['5']],
  [
    'true for text',
    resource('DestinationRule', 'host: web\nsubsets: [{ name: v1, labels: { on-sale: true } }]'),
    'spec.subsets[0].labels.on-sale',
    ['true'],
  ],
  ['a number for a duration', httpRule(`timeout: 5\n${route}`), 'spec.http[0].timeout', ['5s']],
  [
    'text for a number',
    httpRule('route: [{ destination: { host: web, port: { number: "8080" } } }]'),
    'spec.http[0].route[0].destination.port.number',
    [8080],
  ],
  [
    'text for true',
    httpRule(`match: [{ ignoreUriCase: "true" }]\n${route}`),
    'spec.http[0].match[0].ignoreUriCase',
    [true],
  ],
  [
    'a fraction for a whole number',
    httpRule('route: [{ destination: { host: web }, weight: 10.5 }]'),
    'spec.http[0].route[0].weight',
    [],
  ],
  [
    'one for a list',
    httpRule(`match: { uri: { exact: /a } }\n${route}`),
    'spec.http[0].match',
    [[{ uri: { exact: '/a' } }]],
  ],
  [
    'one text for a list',
    resource('VirtualService', 'hosts: web.example\nhttp: []'),
    'spec.hosts',
    [['web.example']],
  ],
  [
    'a list for one',
    httpRule('route: [{ destination: [{ host: web }] }]'),
    'spec.http[0].route[0].destination',
    [{ host: 'web' }],
  ],
  [
    'a number for a port',
    httpRule('route: [{ destination: { host: web, port: 80 } }]'),
    'spec.http[0].route[0].destination.port',
    [{ number: 80 }],
  ],
  [
    'text for a match',
    httpRule(`match: [{ uri: /a }]\n${route}`),
    'spec.http[0].match[0].uri',
    [{ exact: '/a' }, { prefix: '/a' }],
  ],
  [
    'text for a destination',
    httpRule('route: [{ destination: web }]'),
    'spec.http[0].route[0].destination',
    [{ host: 'web' }],
  ],
  [
    'a list for pairs',
    httpRule(`headers: { request: { set: [a, b] } }\n${route}`),
    'spec.http[0].headers.request.set',
    [],
  ],
  ['a number for a choice', trafficPolicy('tls: { mode: 1 }'), 'spec.trafficPolicy.tls.mode', []],
  [
    'text for a share',
    httpRule(
      'mirror: { host: b }\nmirrorPercentage: { value: "ten" }\nroute: [{ destination: { host: web } }]',
    ),
    'spec.http[0].mirrorPercentage.value',
    [],
  ],
])('%s is said, with what was probably meant', (_, text, path, meant) => {
  const found = check(text);
  expect(found).toMatchObject([{ code: 'MW0203', severity: 'error', path }]);
  expect(found[0]?.fixes.map(({ operation }) => 'value' in operation && operation.value)).toEqual(meant);
});

it.each([
  ['a float without fraction', httpRule('route: [{ destination: { host: web }, weight: 10.0 }]')],
  [
    'a fraction where one may stand',
    httpRule(`fault: { delay: { fixedDelay: 1s, percentage: { value: 0.5 } } }\n${route}`),
  ],
  [
    'a whole number where a fraction may stand',
    httpRule(`fault: { delay: { fixedDelay: 1s, percentage: { value: 10 } } }\n${route}`),
  ],
  ['an empty match', httpRule(`match: [{ uri: {}, headers: { x-any: {} } }]\n${route}`)],
  [
    'text in quotes that looks like a number',
    resource('DestinationRule', 'host: web\nsubsets: [{ name: v1, labels: { version: "1" } }]'),
  ],
  ['empty lists and maps', resource('VirtualService', 'hosts: []\nhttp: []\nexportTo: []')],
])('%s is fine', (_, text) => {
  expect(check(text)).toEqual([]);
});

it('takes an address between brackets for one, as kubectl does', () => {
  const text = resource(
    'ServiceEntry',
    'hosts: [far.example]\naddresses: [10.0.0.1, 2001:db8::]\nresolution: STATIC',
  );
  expect(check(text)).toMatchObject([{ code: 'MW0010', severity: 'warning', path: 'spec.addresses[1]' }]);
});
