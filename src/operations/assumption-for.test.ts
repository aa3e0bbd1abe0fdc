import { describe, expect, it } from 'vitest';
import { namespaceToAssume, serviceToAssume } from './assumption-for.ts';
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
});
