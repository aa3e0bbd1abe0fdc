import { expect, it } from 'vitest';
import { check } from './check.testkit.ts';
import { codeInfo, CODES, effectOf, isCode, usualEffect } from './index.ts';

it.each([
  ['what cannot be read', 'MW0001', 'rejected'],
  ['what is no YAML yet', 'MW0012', 'rejected'],
  ['what is only not read here', 'MW0005', 'misbehaves'],
  ['what the webhook refuses', 'MW0201', 'rejected'],
  ['what fails with 503', 'MW2001', 'misbehaves'],
  ['what is warned of', 'MW0303', 'misbehaves'],
  ['what is worth knowing', 'MW0218', 'note'],
] as const)('%s (%s): %s', (_, code, effect) => {
  expect(usualEffect(code)).toBe(effect);
});

const gateway = (server: string) =>
  `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: a}\nspec: {selector: {a: b}, servers: [${server}]}\n`;

it.each([
  ['a server without hosts is refused', gateway('{port: {number: 80, name: http, protocol: HTTP}}'), true],
  [
    'a server without routes is taken',
    gateway('{port: {number: 80, name: http, protocol: HTTP}, hosts: [a.example]}'),
    false,
  ],
  [
    'a milder case of what is refused elsewhere is taken',
    gateway('{port: {number: 80, name: http, protocol: HTTP}, hosts: [a.example], name: null}'),
    false,
  ],
  ['what cannot be read is refused', 'a: [\n', true],
])('%s', (_, text, rejected) => {
  const problems = check(text);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.some((problem) => problem.rejected)).toBe(rejected);
  for (const problem of problems) {
    expect(effectOf(problem) === 'rejected').toBe(problem.rejected);
    if (problem.rejected) expect(problem.severity).toBe('error');
  }
});

it('whatever says that the cluster refuses it counts as rejected', () => {
  for (const [code, { severity, means }] of Object.entries(CODES)) {
    if (isCode(code) && severity === 'error' && means.startsWith('The cluster refuses')) {
      expect([code, usualEffect(code)]).toEqual([code, 'rejected']);
    }
  }
  expect(codeInfo('MW0103').aliases).toContain('IST0106');
});
