import { describe, expect, it, test } from 'vitest';
import { parseDocument } from '../yaml/index.ts';
import { key, linkMesh, meshChanges, meshSettings, touchedKeys } from './index.ts';
import { brokenDocument, documentOf, filesOf, meshOf } from './mesh.testkit.ts';

const service = (name: string, namespace = 'shop', extra = ''): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}}\n${extra}`;
const join = (...documents: string[]): string => documents.join('---\n');
const ids = (resources: readonly { readonly id: string }[]): string[] => resources.map(({ id }) => id);

describe('finding', () => {
  const mesh = meshOf({
    'b.yaml': join(service('carts'), service('desk', 'office', 'spec: {selector: {app: desk}}\n')),
    'a.yaml': `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: carts, namespace: shop}
spec:
  hosts: [carts, api.example]
  gateways: [mesh, edge/front, side]
  http:
  - delegate: {name: part}
  - route: [{destination: {host: desk}}]
    mirrors: [{destination: {host: copy.example}}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: desk-v1, namespace: office}
spec: {template: {metadata: {labels: {app: desk, version: v1}}}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec: {hosts: [pay.partner.example, '*.partner.example']}
`,
  });

  it.each([
    [key.kind('Service'), ['Service/shop/carts', 'Service/office/desk']],
    [key.kindIn('Service', 'office'), ['Service/office/desk']],
    [key.name('Service', 'shop', 'carts'), ['Service/shop/carts']],
    [key.host('Service', 'carts.shop.svc.cluster.local'), ['Service/shop/carts']],
    [key.host('VirtualService', 'carts.shop.svc.cluster.local'), ['VirtualService/shop/carts']],
    [key.host('VirtualService', 'api.example'), ['VirtualService/shop/carts']],
    [key.host('ServiceEntry', '*.partner.example'), ['ServiceEntry/shop/pay']],
    [key.under('.partner.example'), ['ServiceEntry/shop/pay']],
    [key.under('.svc.cluster.local'), ['Service/shop/carts', 'Service/office/desk']],
    [key.delegating('shop', 'part'), ['VirtualService/shop/carts']],
    [key.sendingTo('desk.shop.svc.cluster.local'), ['VirtualService/shop/carts']],
    [key.sendingTo('copy.example'), ['VirtualService/shop/carts']],
    [key.bound('mesh'), ['VirtualService/shop/carts']],
    [key.bound('edge/front'), ['VirtualService/shop/carts']],
    [key.bound('shop/side'), ['VirtualService/shop/carts']],
    [key.labelled('office', 'app', 'desk'), ['Deployment/office/desk-v1']],
    [key.labelledAnywhere('version', 'v1'), ['Deployment/office/desk-v1']],
    [key.selecting('office', 'app', 'desk'), ['Service/office/desk']],
    [key.labelled('shop', 'app', 'desk'), []],
  ])('by %s', (asked, expected) => {
    expect(ids(mesh.find(asked))).toEqual(expected);
  });

  it('keeps resources in the order of the files', () => {
    expect(ids(mesh.resources)[0]).toBe('Service/shop/carts');
  });
});

test('the default namespace is that of resources that name none', () => {
  const mesh = meshOf(
    '{kind: Service, apiVersion: v1, metadata: {name: a}}',
    meshSettings({}, { defaultNamespace: 'dev' }),
  );
  expect(ids(mesh.find(key.host('Service', 'a.dev.svc.cluster.local')))).toEqual(['Service//a']);
});

test('resources found are ordered by age: timestamps first, then path, then place', () => {
  const twin = (stamp: string): string =>
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: n${stamp.slice(-3, -1)}${stamp.length}, creationTimestamp: ${stamp || '~'}}\nspec: {hosts: [h.example]}\n`;
  const mesh = meshOf({
    'z.yaml': join(twin('"2024-05-01T00:00:02Z"'), twin('')),
    'a.yaml': join(
      twin('"2024-05-01T00:00:09Z"').replace(/name: \w+/, 'name: late'),
      twin('').replace(/name: \w*/, 'name: unborn'),
    ),
  });
  expect(mesh.find(key.host('VirtualService', 'h.example')).map(({ name }) => name)).toEqual([
    'n2Z22',
    'late',
    'unborn',
    'n0',
  ]);
});

test('resources of the same second are ordered by name, then namespace', () => {
  const twin = (name: string, namespace: string): string =>
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${name}, namespace: ${namespace}, creationTimestamp: "2024-05-01T00:00:02Z"}\nspec: {hosts: [h.example]}\n`;
  const mesh = meshOf({ 'a.yaml': join(twin('b', 'x'), twin('a', 'z'), twin('a', 'y')) });
  expect(mesh.find(key.host('VirtualService', 'h.example')).map(({ id }) => id)).toEqual([
    'VirtualService/y/a',
    'VirtualService/z/a',
    'VirtualService/x/b',
  ]);
});

test('resources of one name in different files are told apart and keep identity', () => {
  const texts = { 'a.yaml': service('x'), 'b.yaml': join(service('x'), service('y')) };
  const before = meshOf(texts);
  expect(ids(before.resources)).toEqual(['Service/shop/x', 'Service/shop/x#2', 'Service/shop/y']);
  const [first, second] = before.files;
  if (!first || !second) throw new Error('two files were given');
  const edited = parseDocument(service('y', 'shop', 'spec: {}\n'));
  const after = linkMesh(
    [first, { path: 'b.yaml', documents: [...second.documents.slice(0, 1), edited] }],
    before.settings,
    before,
  );
  expect(after.resources[1]).toBe(before.resources[1]);
  expect(after.files[0]).toBe(first);
});

describe('an edit', () => {
  const texts = [service('a'), service('b'), service('c')];
  const files = (...documents: ReturnType<typeof parseDocument>[]) => [{ path: 'm.yaml', documents }];
  const documents = texts.map((text) => parseDocument(text));
  const before = linkMesh(files(...documents));

  it('of nothing gives the same mesh', () => {
    expect(linkMesh(files(...documents), before.settings, before)).toBe(before);
  });

  it('keeps the identity of every other resource, and names what it touched', () => {
    const edited = parseDocument(service('b', 'shop', 'spec: {selector: {app: b}}\n'));
    const [first, , third] = documents;
    if (!first || !third) throw new Error('three documents were given');
    const after = linkMesh(files(first, edited, third), before.settings, before);
    expect(after.resources[0]).toBe(before.resources[0]);
    expect(after.resources[2]).toBe(before.resources[2]);
    const touched = touchedKeys(before, after);
    expect(touched?.has(key.selecting('shop', 'app', 'b'))).toBe(true);
    expect(touched?.has(key.name('Service', 'shop', 'a'))).toBe(false);
  });

  it('that shifts documents moves their place but counts only what came', () => {
    const after = linkMesh(files(parseDocument(service('new')), ...documents), before.settings, before);
    expect(after.resources[1]?.source.document).toBe(1);
    expect(after.resources[1]?.value).toBe(before.resources[0]?.value);
    expect(meshChanges(before, after).map(({ after: came }) => came?.id)).toEqual(['Service/shop/new']);
    expect(after.find(key.kind('Service'))).toHaveLength(4);
  });

  it('that reorders documents counts what changed places, for order is age', () => {
    const after = linkMesh(files(...documents.toReversed()), before.settings, before);
    const moved = new Set(meshChanges(before, after).map(({ after: one }) => one?.id));
    expect(moved).toEqual(new Set(ids(before.resources)));
    expect(ids(after.find(key.kind('Service')))).toEqual(ids(before.resources).toReversed());
  });

  it('of most of a large mesh touches everything, of a part of it only that', () => {
    const many = Array.from({ length: 1450 }, (_, n) =>
      documentOf({ apiVersion: 'v1', kind: 'Service', metadata: { name: `s${n}` } }),
    );
    const small = linkMesh(files(...many.slice(0, 400)));
    const large = linkMesh(files(...many.slice(0, 1400)), small.settings, small);
    expect(touchedKeys(small, large)).toBeNull();
    const more = linkMesh(files(...many), small.settings, large);
    expect(touchedKeys(large, more)?.has(key.name('Service', 'default', 's1449'))).toBe(true);
  });

  it('of the settings touches everything', () => {
    const settings = meshSettings({ rootNamespace: 'mesh-root' });
    const after = linkMesh(files(...documents), settings, before);
    expect(touchedKeys(before, after)).toBeNull();
    expect(after.resources[0]).toBe(before.resources[0]);
  });
});

describe('a broken document', () => {
  const [file] = filesOf({ 'm.yaml': join(service('a'), service('b'), service('c')) });
  if (!file) throw new Error('one file was given');
  const before = linkMesh([file]);
  const broken = (...at: number[]) => [
    {
      path: 'm.yaml',
      documents: file.documents.map((document, n) => (at.includes(n) ? brokenDocument() : document)),
    },
  ];

  it('keeps its last good resources, marked stale, and disturbs no other', () => {
    const after = linkMesh(broken(1), before.settings, before);
    expect(after.resources.map(({ id, stale }) => [id, stale])).toEqual([
      ['Service/shop/a', false],
      ['Service/shop/b', true],
      ['Service/shop/c', false],
    ]);
    expect(after.resources[0]).toBe(before.resources[0]);
    const again = linkMesh(
      [
        {
          path: 'm.yaml',
          documents: [file.documents[0], brokenDocument('other'), file.documents[2]].flatMap(
            (one) => one ?? [],
          ),
        },
      ],
      after.settings,
      after,
    );
    expect(again.resources[1]).toBe(after.resources[1]);
    expect(linkMesh([file], again.settings, again).resources[1]?.stale).toBe(false);
  });

  it('keeps the resources of both documents that a lost marker ran together', () => {
    const [first, , third] = file.documents;
    const after = linkMesh(
      [{ path: 'm.yaml', documents: [brokenDocument(), third].flatMap((one) => one ?? []) }],
      before.settings,
      before,
    );
    expect(first).toBeDefined();
    expect(after.resources.map(({ id, stale }) => [id, stale])).toEqual([
      ['Service/shop/a', true],
      ['Service/shop/b', true],
      ['Service/shop/c', false],
    ]);
  });

  it('gives way to the same resource read elsewhere in the file', () => {
    const after = linkMesh(broken(1), before.settings, before);
    const pasted = linkMesh(
      [{ path: 'm.yaml', documents: [...(broken(1)[0]?.documents ?? []), parseDocument(service('b'))] }],
      after.settings,
      after,
    );
    expect(pasted.resources.filter(({ name }) => name === 'b').map(({ stale }) => stale)).toEqual([false]);
  });

  it('has none when it was never read', () => {
    expect(linkMesh([{ path: 'm.yaml', documents: [brokenDocument()] }]).resources).toEqual([]);
  });
});
