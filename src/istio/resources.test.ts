import { describe, expect, it, test } from 'vitest';
import { filesOf } from './mesh.testkit.ts';
import { resourcesOf } from './resources.ts';

const read = (yaml: string) => resourcesOf('mesh.yaml', filesOf({ 'mesh.yaml': yaml })[0]?.documents ?? []);

test('a resource has its name, its group and its place', () => {
  const [resource] = read(`just: text
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: edge}
`);
  expect(resource).toMatchObject({
    id: 'Gateway/edge/front',
    kind: 'Gateway',
    type: 'Gateway',
    group: 'networking.istio.io',
    namespace: 'edge',
    name: 'front',
    modelled: true,
    stale: false,
    source: { file: 'mesh.yaml', document: 1, path: [] },
  });
});

test.each([
  ['networking.istio.io/v1', 'Gateway', 'Gateway', true],
  ['gateway.networking.k8s.io/v1', 'Gateway', 'Gateway.gateway.networking.k8s.io', false],
  ['v1', 'Service', 'Service', false],
  ['serving.knative.dev/v1', 'Service', 'Service.serving.knative.dev', false],
  ['v1', 'VirtualService', 'VirtualService.core', false],
  ['networking.istio.io/v1beta1', 'VirtualService', 'VirtualService', true],
  ['security.istio.io/v1', 'AuthorizationPolicy', 'AuthorizationPolicy', true],
  ['extensions/v1beta1', 'Deployment', 'Deployment', false],
  ['example.com/v1', 'Widget', 'Widget', false],
  ['', 'VirtualService', 'VirtualService', true],
])('%s %s is a %s, modelled: %s', (apiVersion, kind, type, modelled) => {
  const [resource] = read(`{apiVersion: "${apiVersion}", kind: ${kind}, metadata: {name: x}}`);
  expect(resource).toMatchObject({ type, modelled, id: `${type}//x` });
});

describe('lists', () => {
  it('are unpacked, however deep, with the path to each item', () => {
    const resources = read(`
apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Service, metadata: {name: a}}
- apiVersion: networking.istio.io/v1
  kind: VirtualServiceList
  items:
  - {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: b}}
- just text
`);
    expect(resources.map(({ id, source }) => [id, source.path])).toEqual([
      ['Service//a', ['items', 0]],
      ['VirtualService//b', ['items', 1, 'items', 0]],
    ]);
  });

  it('are a kind like any other without items', () => {
    expect(read('{kind: AllowList, metadata: {name: x}}').map(({ id }) => id)).toEqual(['AllowList//x']);
  });
});

test('what is no object is skipped, and what has odd names is kept', () => {
  const resources = read(`
- a list
---
just text
---
metadata: {name: no-kind}
---
kind: Service
metadata: {name: 8080, namespace: true}
---
kind: Pod
metadata: nonsense
`);
  expect(resources.map(({ id }) => id)).toEqual(['Service/true/8080', 'Pod//']);
});

test('resources of one name are told apart, whatever they are called', () => {
  const named = (name: string) => `{kind: Service, metadata: {name: "${name}"}}\n`;
  const ids = read(['a', 'a', 'a#2', 'a'].map(named).join('---\n')).map(({ id }) => id);
  expect(ids).toEqual(['Service//a', 'Service//a#2', 'Service//a#2#2', 'Service//a#3']);
});
