import { expect, it } from 'vitest';
import { checkForm as check, httpRule, resource, trafficPolicy } from '../check.testkit.ts';

const route = 'route: [{ destination: { host: web } }]';

it.each([
  [
    httpRule(`match: [{ uri: { exact: /a, prefix: /b } }]\n${route}`),
    'exact, prefix, regex: exact and prefix are both set',
    ['exact', 'prefix'],
  ],
  [
    httpRule(`match: [{ headers: { x-a: { exact: a, prefix: b, regex: c } } }]\n${route}`),
    'exact, prefix and regex are all set',
    ['exact', 'prefix', 'regex'],
  ],
  [
    trafficPolicy('loadBalancer: { simple: RANDOM, consistentHash: { useSourceIp: true } }'),
    'simple and consistentHash are both set',
    ['simple', 'consistentHash'],
  ],
  [
    trafficPolicy('loadBalancer: { consistentHash: { useSourceIp: false, httpHeaderName: x-user } }'),
    'httpHeaderName and useSourceIp are both set',
    ['httpHeaderName', 'useSourceIp'],
  ],
  [
    resource('ServiceEntry', 'hosts: [a.example]\nendpoints: []\nworkloadSelector: {}'),
    'endpoints and workloadSelector are both set',
    ['endpoints', 'workloadSelector'],
  ],
  [
    httpRule(`redirect: { port: 80, derivePort: FROM_REQUEST_PORT }`),
    'port and derivePort are both set',
    ['port', 'derivePort'],
  ],
])('names the members that are set', (text, words, kept) => {
  const found = check(text);
  expect(found).toMatchObject([{ code: 'MW0206', severity: 'error', aliases: ['IST0106'] }]);
  expect(found[0]?.message).toContain(words);
  expect(found[0]?.fixes.map(({ title }) => title)).toEqual(kept.map((member) => `Keep ${member}`));
});

it('keeps one by removing the others', () => {
  const [problem] = check(httpRule(`match: [{ uri: { exact: /a, prefix: /b } }]\n${route}`));
  expect(problem?.fixes[0]?.operation).toMatchObject({
    kind: 'remove-field',
    path: ['spec', 'http', 0, 'match', 0, 'uri', 'prefix'],
  });
});

it.each([
  ['none', httpRule(`match: [{ uri: {} }]\n${route}`)],
  ['one', httpRule(`match: [{ uri: { regex: "/a.*" } }]\n${route}`)],
  [
    'one of each of two choices',
    trafficPolicy('loadBalancer: { consistentHash: { useSourceIp: true, maglev: { tableSize: 251 } } }'),
  ],
])('is content with %s', (_, text) => {
  expect(check(text)).toEqual([]);
});

it('does not count a member without a value, which the cluster drops', () => {
  const found = check(httpRule(`match: [{ uri: { exact: /a, prefix: } }]\n${route}`));
  expect(found).toMatchObject([{ code: 'MW0215', severity: 'warning' }]);
});
