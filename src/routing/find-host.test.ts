import { expect, test } from 'vitest';
import { key, meshSettings } from '../istio/index.ts';
import { meshOf } from '../istio/mesh.testkit.ts';
import { findHost } from './find-host.ts';
import { definersUnder, hostClaims } from './host-claims.ts';

const entry = (name: string, namespace: string, hosts: string, more = ''): string =>
  `{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: ${name}, namespace: ${namespace}}, spec: {hosts: [${hosts}]${more}}}\n`;
const service = (name: string, namespace: string, annotations = ''): string =>
  `{apiVersion: v1, kind: Service, metadata: {name: ${name}, namespace: ${namespace}${annotations}}}\n`;
const rule = (kind: string, name: string, hosts: string): string =>
  `{apiVersion: networking.istio.io/v1, kind: ${kind}, metadata: {name: ${name}, namespace: a}, spec: {${hosts}}}\n`;
const mesh = (...documents: string[]) => meshOf(documents.join('---\n'));
const names = (found: readonly { name: string; namespace: string }[]): string[] =>
  found.map(({ name, namespace }) => `${namespace}/${name}`);

const HOST = 'carts.a.svc.cluster.local';

test.each([
  ['nobody', [], 'x.example', 'a', []],
  ['the one that does', [entry('e', 'b', 'x.example')], 'x.example', 'a', ['b/e']],
  [
    "the client's own namespace before an older one",
    [entry('old', 'b', 'x.example'), entry('own', 'a', 'x.example')],
    'x.example',
    'a',
    ['a/own'],
  ],
  [
    'the oldest where the client has none',
    [entry('old', 'b', 'x.example'), entry('new', 'c', 'x.example')],
    'x.example',
    'a',
    ['b/old'],
  ],
  [
    'a Service before an older ServiceEntry',
    [entry('e', 'b', HOST), service('carts', 'a')],
    HOST,
    'c',
    ['a/carts'],
  ],
  [
    'a Service alone, even in one namespace with a ServiceEntry',
    [entry('e', 'a', HOST), service('carts', 'a')],
    HOST,
    'c',
    ['a/carts'],
  ],
  [
    'all ServiceEntries of the namespace that wins',
    [entry('e', 'b', 'x.example'), entry('f', 'b', 'x.example')],
    'x.example',
    'a',
    ['b/e', 'b/f'],
  ],
  ['no wildcard for a name it covers', [entry('e', 'a', "'*.example'")], 'x.example', 'a', []],
  ['a wildcard asked for as such', [entry('e', 'a', "'*.example'")], '*.example', 'a', ['a/e']],
])('a host is defined by %s', (_, documents, host, client, expected) => {
  expect(names(findHost(mesh(...documents), host, client).resources)).toEqual(expected);
});

test.each([
  [', exportTo: ["."]', 'a', ['a/e'], []],
  [', exportTo: ["."]', 'b', [], ['a/e']],
  [', exportTo: [b]', 'b', ['a/e'], []],
  [', exportTo: ["~"]', 'a', [], ['a/e']],
  [', exportTo: ["*"]', 'b', ['a/e'], []],
])('with %s clients in %s see %s', (exportTo, client, visible, hidden) => {
  const found = findHost(mesh(entry('e', 'a', 'x.example', exportTo)), 'x.example', client);
  expect([names(found.resources), names(found.hidden)]).toEqual([visible, hidden]);
});

test('a Service is exported by annotation, and the mesh may say for all', () => {
  const annotated = service('carts', 'a', ', annotations: {networking.istio.io/exportTo: ".,c"}');
  expect(findHost(mesh(annotated), HOST, 'b').resources).toEqual([]);
  expect(findHost(mesh(annotated), HOST, 'c').resources).toHaveLength(1);
  const settings = meshSettings({ defaultServiceExportTo: ['.'] });
  expect(findHost(meshOf(service('carts', 'a'), settings), HOST, 'b').resources).toEqual([]);
  expect(findHost(meshOf(service('carts', 'a'), settings), HOST, 'a').resources).toHaveLength(1);
});

test('claims come most specific first, then oldest, odd wildcards included', () => {
  const claimed = mesh(
    rule('VirtualService', 'all', 'hosts: ["*"]'),
    rule('VirtualService', 'odd', 'hosts: ["*-api.shop.example"]'),
    rule('VirtualService', 'near', 'hosts: ["*.shop.example"]'),
    rule('VirtualService', 'far', 'hosts: ["*.example", other.example]'),
    rule('VirtualService', 'exact', 'hosts: [v2-api.shop.example]'),
    rule('VirtualService', 'second', 'hosts: [v2-api.shop.example]'),
  );
  const told = (host: string) =>
    hostClaims(claimed, 'VirtualService', host).map(({ resource, host: by }) => `${resource.name} ${by}`);
  expect(told('v2-api.shop.example')).toEqual([
    'exact v2-api.shop.example',
    'second v2-api.shop.example',
    'odd *-api.shop.example',
    'near *.shop.example',
    'far *.example',
    'all *',
  ]);
  expect(told('*.shop.example')).toEqual(['near *.shop.example', 'far *.example', 'all *']);
  expect(told('plain')).toEqual(['all *']);
});

test('what stands under a wildcard is found by its ending', () => {
  const all = mesh(
    entry('e', 'a', 'x.shop.example'),
    entry('f', 'a', '"*.shop.example"'),
    entry('g', 'a', 'shop.example'),
  );
  expect(names(definersUnder(all, '*.shop.example'))).toEqual(['a/e', 'a/f']);
  expect(names(definersUnder(all, '*'))).toEqual(['a/e', 'a/f', 'a/g']);
  expect(all.find(key.under('.shop.example'))).toHaveLength(2);
});
