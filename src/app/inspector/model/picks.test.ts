import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../operations/operations.testkit.ts';
import { parsePath } from '../../../yaml/index.ts';
import { picks } from './picks.ts';

const { mesh } = contextOf(`apiVersion: v1
kind: Service
metadata: {name: stock, namespace: depot}
spec: {selector: {app: stock}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: stock, namespace: shop}
spec: {host: stock.depot.svc.cluster.local}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: unknown, namespace: shop}
spec: {host: nobody}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: all, namespace: istio-system}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: shop}
`);

describe('the pods that labels pick', () => {
  it.each([
    [
      'DestinationRule/shop/stock',
      'spec.workloadSelector.matchLabels',
      { namespace: 'shop', labels: { version: 'v1' } },
    ],
    [
      'DestinationRule/shop/stock',
      'spec.subsets[0].labels',
      { namespace: 'depot', labels: { app: 'stock', version: 'v1' } },
    ],
    ['DestinationRule/shop/unknown', 'spec.subsets[0].labels', null],
    ['PeerAuthentication/istio-system/all', 'spec.selector.matchLabels', null],
    ['Gateway/shop/front', 'spec.selector', null],
  ])('of %s at %s', (id, path, expected) => {
    const resource = mesh.byId.get(id);
    if (!resource) throw new Error(`no ${id}`);
    expect(picks(mesh, resource, parsePath(path), { version: 'v1' })).toEqual(expected);
    expect(picks(mesh, resource, parsePath(path), {})).toBeNull();
  });
});
