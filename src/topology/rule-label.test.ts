import { expect, test } from 'vitest';
import { meshOf } from '../istio/mesh.testkit.ts';
import { rulesOf } from '../routing/index.ts';
import { ruleMarks } from './marks.ts';
import { ruleLabel } from './rule-label.ts';
import { document } from './topology.testkit.ts';

const rules = (spec: string) => {
  const [resource] = meshOf(document('VirtualService', 'v', spec)).resources;
  return resource ? rulesOf(resource) : [];
};
const labels = (spec: string): string[] => rules(spec).map((rule, _, all) => ruleLabel(rule, all));

test.each([
  ['match: [{uri: {prefix: /v2/data}}], rewrite: {uri: /data}', '/v2/data* → /data'],
  ['match: [{uri: {exact: /a}, method: {exact: GET}}]', 'GET /a'],
  ['match: [{uri: {regex: "/a|/b"}}]', '~ /a|/b'],
  ['match: [{headers: {x-canary: {exact: "true"}}}]', 'header x-canary = true'],
  [
    'match: [{headers: {x-a: {prefix: b}, x-c: {regex: d}, x-e: {}}}]',
    'header x-a ^= b, header x-c ~ d, header x-e',
  ],
  ['match: [{withoutHeaders: {x-a: {exact: b}}}]', 'not header x-a = b'],
  ['match: [{queryParams: {v: {exact: "2"}}}]', '?v = 2'],
  [
    'match: [{authority: {exact: a.example}, scheme: {exact: https}, port: 8080}]',
    'host a.example, https:, port 8080',
  ],
  [
    'match: [{sourceLabels: {app: desk}, sourceNamespace: shop, gateways: [front]}]',
    'from app: desk, from shop, at front',
  ],
  ['match: [{uri: {prefix: /a}}, {uri: {prefix: /b}}]', '/a* or /b*'],
  ['match: [{uri: {prefix: /a}}, {port: 1}, {port: 2}]', '/a* or 2 more'],
  ['match: [{uri: {prefix: /a}}, {name: all}]', 'every request'],
  ['redirect: {uri: /new, authority: b.example}', 'every request → redirect 301 b.example/new'],
  ['redirect: {redirectCode: 308}', 'every request → redirect 308'],
  ['directResponse: {status: 503}', 'every request → answer 503'],
  ['delegate: {name: part}', 'every request → part'],
  ['rewrite: {authority: b.example}', 'every request → host b.example'],
  ['rewrite: {uriRegexRewrite: {match: a, rewrite: /b}}', 'every request → /b'],
  ['match: nonsense', 'every request'],
])('an http rule with %s', (rule, expected) => {
  expect(labels(`hosts: [x], http: [{${rule}}]`)).toEqual([expected]);
});

test('the last of several without conditions gets what the others left', () => {
  expect(labels('hosts: [x], http: [{match: [{uri: {prefix: /a}}]}, {}]')).toEqual(['/a*', 'otherwise']);
});

test.each([
  ['tls', 'match: [{sniHosts: [a.example, b.example], port: 443}]', 'sni a.example, b.example, port 443'],
  ['tls', '', 'every TLS connection'],
  ['tcp', 'match: [{destinationSubnets: [10.0.0.0/8]}]', 'to 10.0.0.0/8'],
  ['tcp', '', 'every connection'],
])('a %s rule with %s', (section, rule, expected) => {
  expect(labels(`hosts: [x], ${section}: [{${rule}}]`)).toEqual([expected]);
});

test('a label that says too much at a glance is cut', () => {
  const [label] = labels(`hosts: [x], http: [{match: [{uri: {exact: /${'a'.repeat(100)}}}]}]`);
  expect(label).toHaveLength(60);
  expect(label?.endsWith('…')).toBe(true);
});

test.each([
  ['timeout: 5s', ['5s']],
  ['retries: {attempts: 3}', ['3 retries']],
  ['fault: {abort: {httpStatus: 503, percentage: {value: 10}}}', ['10 % abort 503']],
  [
    'fault: {delay: {fixedDelay: 2s, percent: 50}, abort: {grpcStatus: UNAVAILABLE}}',
    ['50 % delay 2s', '0 % abort UNAVAILABLE'],
  ],
  ['headers: {request: {}}, corsPolicy: {}', ['CORS', 'headers']],
  ['timeout: 5, fault: x', []],
])('an http rule with %s is marked', (rule, expected) => {
  const [one] = rules(`hosts: [x], http: [{${rule}}]`);
  expect(ruleMarks(one?.value ?? null).map(({ text }) => text)).toEqual(expected);
});
