import { expect, it } from 'vitest';
import { brief, checkForm as check, httpRule, resource } from '../check.testkit.ts';

const route = 'route: [{ destination: { host: web } }]';

it.each([
  ['a field', httpRule(`match:\n${route}`), 'spec.http[0].match'],
  ['a field written as null', httpRule(`timeout: null\n${route}`), 'spec.http[0].timeout'],
  [
    'an entry of a map',
    httpRule(`match: [{ headers: { x-user: } }]\n${route}`),
    'spec.http[0].match[0].headers.x-user',
  ],
  ['the spec', 'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: { name: a }\nspec:\n', 'spec'],
])('warns that the cluster drops %s', (_, text, path) => {
  expect(check(text)).toMatchObject([{ code: 'MW0215', severity: 'warning', path }]);
});

it.each([
  [
    'an object',
    httpRule(`match: [{ port: 80 }, ]\n${route.replace(' }]', ' }, null]')}`),
    'spec.http[0].route[1]',
  ],
  ['a text', resource('VirtualService', 'hosts:\n  - web.example\n  -\nhttp: []'), 'spec.hosts[1]'],
])('refuses %s of a list that is empty', (_, text, path) => {
  const found = check(text);
  expect(found).toMatchObject([{ code: 'MW0216', severity: 'error', path }]);
  expect(found[0]?.fixes).toMatchObject([{ operation: { kind: 'remove-field' } }]);
});

it('leaves what tools print empty', () => {
  const text =
    'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: { name: a, creationTimestamp: null, annotations: }\nspec: {}\nstatus:\n';
  expect(check(text)).toEqual([]);
});

it('is not said twice of a required field', () => {
  expect(brief(check(resource('DestinationRule', 'host:')))).toEqual(['MW0205 spec']);
});
