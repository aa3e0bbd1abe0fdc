import { expect, it } from 'vitest';
import type { Operation } from '../operations/index.ts';
import { automaticFix } from './automatic-fix.ts';
import { check, resource } from './check.testkit.ts';
import type { Problem } from './problem.ts';

const [problem] = check(
  'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: a}\nspec: {egres: []}\n',
);
const withFixes = (...operations: Operation[]): Problem => {
  if (!problem) throw new Error('no problem');
  return { ...problem, fixes: operations.map((operation) => ({ title: operation.kind, operation })) };
};

const edit: Operation = {
  kind: 'rename-key',
  resource: 'Sidecar//a',
  path: ['spec', 'egres'],
  key: 'egress',
};
const loss: Operation = { kind: 'remove-field', resource: 'Sidecar//a', path: ['spec', 'egres'] };
const removal: Operation = { kind: 'delete-resource', resource: 'Sidecar//a' };

it('is the only fix that takes nothing away', () => {
  expect(automaticFix(withFixes(edit))?.operation).toBe(edit);
  expect(automaticFix(withFixes(loss, edit))?.operation).toBe(edit);
});

it.each<[string, Operation[]]>([
  ['there is none', []],
  ['there are two ways', [edit, edit]],
  ['a resource would go', [removal]],
  ['a field would go', [loss]],
  ['a value is left to fill in', [{ ...loss, kind: 'set-field', value: [{ host: '' }] }]],
  ['a resource would go among other changes', [{ kind: 'all', label: '', operations: [edit, removal] }]],
  ['it declares something about the cluster', [{ kind: 'assume-namespace', name: 'shop' }]],
])('is none where %s', (_, operations) => {
  expect(automaticFix(withFixes(...operations))).toBeUndefined();
});

it.each([
  [
    'lets every origin in',
    'VirtualService',
    'hosts: [a.example]\nhttp: [{ corsPolicy: { allowOrigins: [{}] }, redirect: { uri: /a } }]',
    'MW0436',
  ],
  [
    'breaks all requests',
    'VirtualService',
    'hosts: [a.example]\nhttp: [{ fault: { abort: { httpStatus: 503 } }, redirect: { uri: /a } }]',
    'MW1115',
  ],
  [
    'asks clients for less',
    'Gateway',
    'selector: { istio: ingressgateway }\nservers: [{ port: { number: 443, name: a, protocol: HTTPS }, hosts: [a.example], tls: { mode: MUTUAL, serverCertificate: a, privateKey: b } }]',
    'MW0716',
  ],
  [
    'asks for all at once',
    'VirtualService',
    'hosts: [a.example]\nhttp: [{ match: [{ uri: { prefix: /a } }, { method: { exact: GET } }], redirect: { uri: /b } }]',
    'MW1102',
  ],
])('is none where it %s', (_, kind, spec, code) => {
  const found = check(resource(kind, spec)).find((each) => each.code === code);
  expect(found?.fixes.length).toBeGreaterThan(0);
  expect(found && automaticFix(found)).toBeUndefined();
});
