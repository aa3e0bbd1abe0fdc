import { expect, it } from 'vitest';
import { checkForm as check, resource, trafficPolicy } from '../check.testkit.ts';

it.each([
  ['another case', trafficPolicy('tls: { mode: simple }'), 'SIMPLE'],
  ['a slip', trafficPolicy('loadBalancer: { simple: RUOND_ROBIN }'), 'ROUND_ROBIN'],
  ['a space', trafficPolicy('tls: { mode: "MUTUAL " }'), 'MUTUAL'],
  [
    'a hyphen',
    resource('ServiceEntry', 'hosts: [far.example]\nresolution: dns-round-robin'),
    'DNS_ROUND_ROBIN',
  ],
])('asks "did you mean" for %s', (_, text, meant) => {
  const found = check(text);
  expect(found).toMatchObject([{ code: 'MW0204', severity: 'error' }]);
  expect(found[0]?.message).toContain(`did you mean ${meant}?`);
  expect(found[0]?.fixes).toMatchObject([{ operation: { kind: 'set-field', value: meant } }]);
});

it('offers the few values there are when nothing is close', () => {
  const [problem] = check(resource('PeerAuthentication', 'mtls: { mode: ENABLED }'));
  expect(problem?.message).toContain('It must be UNSET, DISABLE, PERMISSIVE or STRICT.');
  expect(problem?.fixes).toHaveLength(4);
});

it('tells of a value that is newer than the chosen version', () => {
  const text = resource('ServiceEntry', 'hosts: ["*.far.example"]\nresolution: DYNAMIC_DNS');
  expect(check(text, '1.27')).toMatchObject([
    { code: 'MW0219', severity: 'warning', path: 'spec.resolution' },
  ]);
  expect(check(text, '1.28')).toEqual([]);
});

it('tells of a value that should no longer be chosen', () => {
  expect(check(trafficPolicy('loadBalancer: { simple: LEAST_CONN }'))).toMatchObject([
    { code: 'MW0218', severity: 'info' },
  ]);
});

it.each(['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'])('takes %s', (mode) => {
  expect(check(trafficPolicy(`tls: { mode: ${mode} }`))).toEqual([]);
});
