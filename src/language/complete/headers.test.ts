import { expect, it } from 'vitest';
import { contextOf, withCaret } from '../workspace.testkit.ts';
import { complete } from './index.ts';

const OTHER = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: other, namespace: shop}
spec:
  http:
  - match: [{headers: {x-tenant: {exact: a}}, withoutHeaders: {x-robot: {}}}]
    headers: {response: {set: {x-served-by: a}}}
    route: [{destination: {host: a}}]
`;

function offered(rule: string): readonly string[] {
  const { text, offset } = withCaret(`apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [web.example]
  http:
  - ${rule}
`);
  const { items } = complete(contextOf({ 'a.yaml': text, 'other.yaml': OTHER }), 'a.yaml', offset);
  return items.map(({ label }) => label);
}

it.each([
  [
    'a match',
    'match:\n    - headers:\n        ¦',
    ['x-tenant', 'x-robot', 'user-agent', ':method', 'grpc-timeout'],
    ['set-cookie'],
  ],
  ['a match of what must be absent', 'match:\n    - withoutHeaders:\n        ¦', ['x-tenant', 'cookie'], []],
  [
    'what is set on requests',
    'headers:\n      request:\n        set:\n          ¦',
    ['x-request-id', ':authority'],
    [':method', 'set-cookie'],
  ],
  [
    'what is taken from requests',
    'headers:\n      request:\n        remove:\n        - ¦',
    ['authorization'],
    [':authority'],
  ],
  [
    'what is added to answers',
    'headers:\n      response:\n        add:\n          ¦',
    ['x-served-by', 'cache-control', 'grpc-status'],
    ['x-tenant', ':authority'],
  ],
  ['what pages may read', 'corsPolicy:\n      exposeHeaders:\n      - ¦', ['retry-after'], ['cookie']],
])('headers are offered in %s', (_, rule, some, none) => {
  const names = offered(rule);
  expect(names).toEqual(expect.arrayContaining(some));
  for (const name of none) expect(names).not.toContain(name);
});

it('what is there already is not offered, and names of the workspace come first', () => {
  const names = offered('match:\n    - headers:\n        cookie: {regex: a}\n        ¦');
  expect(names).not.toContain('cookie');
  expect(names[0]).toBe('x-tenant');
});
