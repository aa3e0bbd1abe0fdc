import { expect, it } from 'vitest';
import { checkForm as check, httpRule, trafficPolicy } from '../check.testkit.ts';
import { durationMeant } from './duration.ts';

const timeout = (text: string): string =>
  httpRule(`timeout: "${text}"\nroute: [{ destination: { host: web } }]`);
const idle = (text: string): string => trafficPolicy(`connectionPool: { tcp: { idleTimeout: "${text}" } }`);

it.each(['1ms', '500ms', '10s', '1h30m', '+5s', '.5s', '1000us'])('takes %s', (text) => {
  expect(check(timeout(text))).toEqual([]);
});

it.each([
  ['5', '5s'],
  ['5 s', '5s'],
  ['5sec', '5s'],
  ['1d', '24h'],
  ['ten', undefined],
  ['', undefined],
  ['5x', undefined],
])('refuses %j', (text, meant) => {
  const found = check(timeout(text));
  expect(found).toMatchObject([{ code: 'MW0213', severity: 'error', path: 'spec.http[0].timeout' }]);
  expect(found[0]?.fixes).toMatchObject(meant ? [{ operation: { kind: 'set-field', value: meant } }] : []);
});

it.each(['0s', '999us', '-1s', '1.5ms'])('refuses %s, which Istio does not keep', (text) => {
  expect(check(timeout(text))).toMatchObject([{ code: 'MW0214', severity: 'error' }]);
});

it.each(['0s', '0', '1ns'])('takes %s where it turns a limit off', (text) => {
  expect(check(idle(text))).toEqual([]);
});

it('asks even those to be durations', () => {
  expect(check(idle('never'))).toMatchObject([{ code: 'MW0213' }]);
});

it.each([
  ['5', '5s'],
  ['250 millis', '250ms'],
  ['2 minutes', '2m'],
  ['1.5 hrs', '1.5h'],
  ['2 Days', '48h'],
  ['soon', undefined],
  ['1h 30m', undefined],
])('takes %s for %s', (text, meant) => {
  expect(durationMeant(text)).toBe(meant);
});
