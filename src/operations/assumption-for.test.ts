import { describe, expect, it } from 'vitest';
import { namespaceToAssume, serviceToAssume, workloadToAssume } from './assumption-for.ts';
import { contextOf } from './operations.testkit.ts';

const { mesh } = contextOf({
  'a.yaml': `apiVersion: v1
kind: Service
metadata: {name: till, namespace: shop}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: stock, namespace: shop}
spec: {hosts: [stock.shop.svc.cluster.local]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: till, namespace: shop}
spec: {template: {metadata: {labels: {app: till, version: v1}}}}
`,
  'meshwright.config.yaml': 'knownNamespaces: [depot]\n',
});

describe('what would have to be in the cluster', () => {
  it('is the Service of a host, with each port once', () => {
    expect(serviceToAssume(mesh, 'cellar.depot.svc.cluster.local', [8080, 80, 8080])).toEqual({
      kind: 'assume-service',
      namespace: 'depot',
      name: 'cellar',
      ports: [80, 8080],
    });
  });

  it.each([
    ['a Service of the files', 'till.shop.svc.cluster.local'],
    ['a host of a ServiceEntry', 'stock.shop.svc.cluster.local'],
    ['a name outside the cluster', 'pay.example'],
    ['a wildcard', '*.shop.svc.cluster.local'],
  ])('is nothing for %s', (_, host) => {
    expect(serviceToAssume(mesh, host)).toBeNull();
  });

  it('is a namespace that nothing speaks of', () => {
    expect(namespaceToAssume(mesh, 'attic')).toEqual({ kind: 'assume-namespace', name: 'attic' });
    expect(namespaceToAssume(mesh, 'depot')).toBeNull();
    expect(namespaceToAssume(mesh, '')).toBeNull();
  });

  it.each([
    ['by the app and its version', 'shop', { app: 'cellar', version: 'v2' }, 'cellar-v2'],
    ['by whatever label there is', 'shop', { tier: 'Front End' }, 'front-end'],
    ['by another name where that is taken', 'shop', { app: 'till', track: 'new' }, 'till-2'],
    ['in another namespace', 'depot', { app: 'till' }, 'till'],
  ])('is a workload, called %s', (_, namespace, labels, name) => {
    expect(workloadToAssume(mesh, namespace, labels)).toEqual({
      kind: 'assume-workload',
      namespace,
      name,
      labels,
    });
  });

  it.each([
    ['labels that a workload has', { app: 'till' }],
    ['no labels', {}],
    ['labels that make no name', { app: '' }],
  ])('is no workload for %s', (_, labels) => {
    expect(workloadToAssume(mesh, 'shop', labels)).toBeNull();
  });
});
