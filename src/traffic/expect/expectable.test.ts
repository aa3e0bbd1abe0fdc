import { expect, it } from 'vitest';
import { route } from '../route.ts';
import { get, meshOf, withRegexes } from '../traffic.testkit.ts';
import { checkExpectation } from './check.ts';
import { expectables, onlyExpected, wholeExpected } from './expectable.ts';

withRegexes();

const MESH = meshOf([
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP, targetPort: 443 }], resolution: DNS }',
  'DestinationRule shop/d { host: a.example, trafficPolicy: { tls: { mode: SIMPLE } } }',
  'VirtualService shop/v { hosts: [a.example], http: [{ match: [{ uri: { prefix: /x } }], timeout: 3s, route: [{ destination: { host: a.example } }] }, { route: [{ destination: { host: a.example }, weight: 3 }, { destination: { host: a.example, subset: gone }, weight: 1 }] }] }',
]);

it.each(['/x', '/y'])('all that can be expected of %s as it is holds', (path) => {
  const request = get(`http://a.example${path}`);
  const { outcome } = route(MESH, request);
  const expected = wholeExpected(outcome);
  expect(checkExpectation(MESH, { name: 'x', request, expect: expected })).toMatchObject({ passed: true });
});

it('what is kept unless somebody says otherwise comes first, and what is left out is not expected', () => {
  const { outcome } = route(MESH, get('http://a.example/x'));
  const facts = expectables(outcome);
  const usual = facts.filter((one) => one.usual).map(({ key }) => key);
  expect(usual).toEqual(['outcome', 'host', 'path']);
  expect(facts.slice(0, 3).map(({ key }) => key)).toEqual(usual);
  expect(facts.find(({ key }) => key === 'sni')?.value).toBe('a.example');
  expect(onlyExpected(outcome, new Set(['path', 'port']))).toEqual({ path: '/x', port: 443 });
});

it('says shares and subsets in words', () => {
  const { outcome } = route(MESH, get('http://a.example/y'));
  expect(expectables(outcome).find(({ key }) => key === 'destinations')?.value).toBe(
    '3 parts to a.example, 1 parts to gone of a.example',
  );
});
