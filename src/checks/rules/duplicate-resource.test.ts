import { expect, it } from 'vitest';
import { brief, checkForm as check } from '../check.testkit.ts';

const sidecar = (name: string, namespace = '', apiVersion = 'networking.istio.io/v1'): string =>
  `apiVersion: ${apiVersion}\nkind: Sidecar\nmetadata: { name: ${name}${namespace && `, namespace: ${namespace}`} }\nspec: {}\n`;

it.each<[string, Record<string, string>, string, string]>([
  ['in one file', { 'a.yaml': `${sidecar('a')}---\n${sidecar('a')}` }, 'a.yaml', 'earlier in this file'],
  ['in two files', { 'a.yaml': sidecar('a'), 'b.yaml': sidecar('a') }, 'b.yaml', 'in a.yaml'],
  [
    'in two versions',
    { 'a.yaml': sidecar('a'), 'b.yaml': sidecar('a', '', 'networking.istio.io/v1beta1') },
    'b.yaml',
    'in a.yaml',
  ],
  [
    'in the default namespace, written or not',
    { 'a.yaml': sidecar('a'), 'b.yaml': sidecar('a', 'default') },
    'b.yaml',
    'in a.yaml',
  ],
])('warns of two of one name %s', (_, files, file, where) => {
  const found = check(files);
  expect(found).toMatchObject([{ code: 'MW0108', severity: 'warning', file, path: 'metadata.name' }]);
  expect(found[0]?.message).toContain(where);
});

it('deletes the one it speaks of', () => {
  const [problem] = check(`${sidecar('a')}---\n${sidecar('a')}`);
  expect(problem?.fixes).toMatchObject([
    { operation: { kind: 'delete-resource', resource: 'Sidecar//a#2' } },
  ]);
});

it.each([
  ['names differ', `${sidecar('a')}---\n${sidecar('b')}`],
  ['namespaces differ', `${sidecar('a', 'shop')}---\n${sidecar('a', 'back')}`],
  ['kinds differ', `${sidecar('a')}---\n${sidecar('a').replace('kind: Sidecar', 'kind: VirtualService')}`],
  [
    'groups differ',
    `${sidecar('a').replace('Sidecar', 'Gateway')}---\n${sidecar('a', '', 'gateway.networking.k8s.io/v1').replace('Sidecar', 'Gateway')}`,
  ],
])('is silent where %s', (_, text) => {
  expect(brief(check(text))).toEqual([]);
});
