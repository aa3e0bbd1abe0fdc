import { expect, it } from 'vitest';
import { checkForm as check, resource } from '../check.testkit.ts';

const mtls = (key: string): string =>
  resource(
    'PeerAuthentication',
    `selector: { matchLabels: { app: a } }\nportLevelMtls: { "${key}": { mode: STRICT } }`,
  );
const selector = (key: string): string =>
  resource('PeerAuthentication', `selector: { matchLabels: { "${key}": a } }`);
const endpointPort = (key: string): string =>
  resource('WorkloadEntry', `address: 10.0.0.1\nports: { "${key}": 80 }`);

it.each([
  ['port numbers', mtls, ['1', '8080', '65535'], ['0', '65536', 'http', '', '80a']],
  ['names of labels', selector, ['app', 'app.example/name'], ['', '*', 'a*']],
  ['names of ports', endpointPort, ['http', 'a'.repeat(62)], ['a'.repeat(63), '-a', 'a_b', '']],
])('keys are %s', (_, text, good, bad) => {
  for (const key of good) expect(check(text(key)), key).toEqual([]);
  for (const key of bad) expect(check(text(key)), key).toMatchObject([{ code: 'MW0212', severity: 'error' }]);
});

it('knows no wildcard in the value of a selector', () => {
  const text = (value: string): string =>
    resource('Sidecar', `workloadSelector: { labels: { app: "${value}" } }\negress: []`);
  expect(check(text('web'))).toEqual([]);
  expect(check(text('w*'))).toMatchObject([{ code: 'MW0210', path: 'spec.workloadSelector.labels.app' }]);
});
