import { expect, it } from 'vitest';
import { checkForm as check, httpRule, resource, trafficPolicy } from '../check.testkit.ts';

it.each([
  ['a destination', httpRule('route: [{ weight: 5 }]'), 'spec.http[0].route[0]', 'destination'],
  [
    'a host',
    httpRule('route: [{ destination: { subset: v1 } }]'),
    'spec.http[0].route[0].destination',
    'host',
  ],
  ['a host left empty', resource('DestinationRule', 'host:\nsubsets: []'), 'spec', 'host'],
  ['a status', httpRule('directResponse: { body: { string: hi } }'), 'spec.http[0].directResponse', 'status'],
  [
    'several',
    resource('Gateway', 'servers: [{ port: { number: 80 }, hosts: ["*"] }]'),
    'spec.servers[0].port',
    'name and protocol',
  ],
  [
    'a whole spec',
    'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: a }\n',
    '',
    'spec',
  ],
  [
    'a duration',
    trafficPolicy('loadBalancer: { warmup: { aggression: 1 } }'),
    'spec.trafficPolicy.loadBalancer.warmup',
    'duration',
  ],
])('misses %s', (_, text, path, names) => {
  const found = check(text).filter(({ code }) => code === 'MW0205');
  expect(found).toMatchObject([{ severity: 'error', path }]);
  expect(found[0]?.message).toContain(`needs ${names}.`);
});

it('adds what is missing, down to the last', () => {
  const [problem] = check(httpRule('route: [{ weight: 5 }]'));
  expect(problem?.fixes[0]?.operation).toMatchObject({
    kind: 'set-field',
    path: ['spec', 'http', 0, 'route', 0, 'destination'],
    value: { host: '' },
  });
});

it.each([
  [
    'hosts of a VirtualService, which a delegate has not',
    resource('VirtualService', 'http: [{ route: [{ destination: { host: web } }] }]'),
  ],
  ['an empty text', httpRule('route: [{ destination: { host: "" } }]')],
  [
    'a spec that nothing asks for',
    'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: { name: a }\n',
  ],
])('does not ask for %s', (_, text) => {
  expect(check(text)).toEqual([]);
});
