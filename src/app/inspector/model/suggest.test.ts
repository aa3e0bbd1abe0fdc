import { describe, expect, it } from 'vitest';
import { meshOf } from '../../../istio/mesh.testkit.ts';
import { type Field, fieldAt, type Resource } from '../../../istio/index.ts';
import { parsePath } from '../../../yaml/index.ts';
import { suggestionsFor, suggests, whatHostIs } from './suggest.ts';

const mesh = meshOf(`
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: basket, namespace: shop }
spec:
  http:
  - route:
    - destination: { host: basket, subset: one, port: { number: 80 } }
    - destination: { host: pay.example }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: basket, namespace: shop }
spec:
  host: basket
  subsets: [{ name: one }, { name: two }]
---
apiVersion: v1
kind: Service
metadata: { name: basket, namespace: shop }
spec: { ports: [{ name: web, port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: stock, namespace: depot }
spec: { ports: [{ port: 9000 }] }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.example], ports: [{ number: 443, name: tls, protocol: TLS }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: doors }
spec: {}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: basket, namespace: shop }
spec: { template: { metadata: { labels: { app: basket, version: v7 } } } }
`);

const resource = mesh.byId.get('VirtualService/shop/basket') as Resource;
const offer = (text: string, of = resource) => {
  const path = parsePath(text);
  return suggestionsFor(mesh, of, fieldAt(of.kind, path) as Field, path).map(({ value }) => value);
};

describe('suggestions', () => {
  it('name Services in full, and short where that means the same, and what ServiceEntries define', () => {
    expect(offer('spec.http[0].route[0].destination.host')).toEqual([
      'basket.shop.svc.cluster.local',
      'basket',
      'stock.depot.svc.cluster.local',
      'pay.example',
    ]);
  });

  it('offer the subsets and ports of the host beside them', () => {
    expect(offer('spec.http[0].route[0].destination.subset')).toEqual(['one', 'two']);
    expect(offer('spec.http[0].route[1].destination.subset')).toEqual([]);
    expect(offer('spec.http[0].route[0].destination.port.number')).toEqual(['80']);
    expect(offer('spec.http[0].route[1].destination.port.number')).toEqual(['443']);
  });

  it('name gateways and namespaces', () => {
    expect(offer('spec.gateways[0]')).toEqual(['mesh', 'doors/edge']);
    expect(offer('metadata.namespace')).toEqual(['shop', 'depot', 'doors']);
  });

  it('know the labels that workloads carry', () => {
    const rule = mesh.byId.get('DestinationRule/shop/basket') as Resource;
    expect(offer('spec.subsets[0].labels.version', rule)).toEqual(['v7']);
    expect(offer('spec.subsets[0].labels.constructor', rule)).toEqual([]);
  });

  it('are offered where a name or a known value is meant, and nowhere else', () => {
    expect(suggests(fieldAt('VirtualService', parsePath('spec.hosts[0]')) as Field)).toBe(true);
    expect(suggests(fieldAt('VirtualService', parsePath('spec.http[0].retries.retryOn')) as Field)).toBe(
      true,
    );
    expect(suggests(fieldAt('VirtualService', parsePath('spec.http[0].timeout')) as Field)).toBe(false);
  });
});

describe('a host in words', () => {
  it.each([
    ['basket', 'Matches Service basket in shop'],
    ['stock.depot.svc.cluster.local', 'Matches Service stock in depot'],
    ['pay.example', 'Matches ServiceEntry pay'],
    ['nowhere.example', undefined],
  ])('%s: %s', (host, words) => {
    expect(whatHostIs(mesh, resource, host)).toBe(words);
  });
});
