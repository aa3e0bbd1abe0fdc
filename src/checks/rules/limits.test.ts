import { expect, it } from 'vitest';
import { checkForm as check, httpRule, resource, trafficPolicy } from '../check.testkit.ts';

const port = (number: string): string =>
  httpRule(`route: [{ destination: { host: web, port: { number: ${number} } } }]`);
const share = (value: string): string =>
  httpRule(
    `fault: { delay: { fixedDelay: 1s, percentage: { value: ${value} } } }\nroute: [{ destination: { host: web } }]`,
  );
const entryPort = (number: string): string =>
  resource('ServiceEntry', `hosts: [a.example]\nports: [{ number: ${number}, name: http }]`);
const codes = (number: string): string =>
  trafficPolicy(`outlierDetection: { outlierDetectionHttpErrorCodes: [${number}] }`);

it.each([
  ['port', port, ['1', '80', '65535'], ['0', '-1', '65536', '70000']],
  ['share', share, ['0', '0.0001', '100'], ['-1', '100.1']],
  ['port of a ServiceEntry', entryPort, ['1', '65535'], ['0', '65536']],
  ['status', codes, ['100', '599'], ['99', '600']],
])('keeps a %s in its range', (_, text, good, bad) => {
  for (const value of good) expect(check(text(value)), value).toEqual([]);
  for (const value of bad)
    expect(check(text(value)), value).toMatchObject([{ code: 'MW0208', severity: 'error' }]);
});

it.each([
  [
    'a match port of 0, which means none',
    httpRule('match: [{ port: 0 }]\nroute: [{ destination: { host: web } }]'),
  ],
  [
    'any port number of a port-level setting, which Istio does not check',
    trafficPolicy('portLevelSettings: [{ port: { number: 70000 }, tls: { mode: DISABLE } }]'),
  ],
])('takes %s', (_, text) => {
  expect(check(text)).toEqual([]);
});

it('says the range', () => {
  expect(check(port('70000'))[0]?.message).toContain(
    '70000 is out of range; a port must be from 1 to 65535.',
  );
});

it.each([
  ['too long', resource('ServiceEntry', `hosts: [a.example]\naddresses: [${'1'.repeat(65)}x]`), 'MW0209'],
  ['empty', resource('RequestAuthentication', 'jwtRules: [{ issuer: "" }]'), 'MW0209'],
  [
    'of another form',
    resource('AuthorizationPolicy', 'targetRefs: [{ kind: Service, name: web, group: Not_A_Group }]'),
    'MW0210',
  ],
  ['too few items', resource('ServiceEntry', 'hosts: []'), 'MW0211'],
  [
    'too many items',
    resource(
      'Gateway',
      'servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: ["*"], tls: { credentialNames: [a, b, c] } }]',
    ),
    'MW0211',
  ],
  [
    'no entry',
    resource('PeerAuthentication', 'selector: { matchLabels: { app: a } }\nportLevelMtls: {}'),
    'MW0211',
  ],
])('refuses what is %s', (_, text, code) => {
  expect(check(text)).toMatchObject([{ code, severity: 'error' }]);
});

it('counts characters, not their halves', () => {
  const address = '\u{1F6A2}'.repeat(64);
  expect(check(resource('ServiceEntry', `hosts: [a.example]\naddresses: ["${address}"]`))).toEqual([]);
  expect(check(resource('ServiceEntry', `hosts: [a.example]\naddresses: ["${address}x"]`))).toHaveLength(1);
});
