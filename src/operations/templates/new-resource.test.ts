import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../checks/index.ts';
import { MODELLED_KINDS, valueAt } from '../../istio/index.ts';
import { emitDocument } from '../../yaml/index.ts';
import { contextOf } from '../operations.testkit.ts';
import { newResource, suggestedName } from './new-resource.ts';

const NEAR = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [www.shop.example, cart]
  http:
  - route:
    - destination: {host: cart.shop.svc.cluster.local, port: {number: 80}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: wild, namespace: shop}
spec:
  hosts: ["*.pay.example"]
  workloadSelector: {labels: {app: pay}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: edge}
spec:
  servers: [{hosts: ["shop/www.shop.example"]}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec: {host: cart.shop.svc.cluster.local}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec: {template: {metadata: {labels: {app: cart}}}}
`;
const { mesh } = contextOf(NEAR);
const near = (type: string) => mesh.resources.find((resource) => resource.type === type);
const made = (kind: (typeof MODELLED_KINDS)[number], type?: string) =>
  newResource(kind, { namespace: 'shop', name: 'made', near: type ? near(type) : undefined });

describe('newResource', () => {
  const neighbours = [
    undefined,
    'VirtualService',
    'ServiceEntry',
    'Gateway',
    'DestinationRule',
    'Deployment',
  ];
  it.each(MODELLED_KINDS.flatMap((kind) => neighbours.map((type) => [kind, type] as const)))(
    'makes a %s near %s that is valid',
    (kind, type) => {
      const context = contextOf(emitDocument(made(kind, type)));
      // By itself: what it refers to (MW20…) stands in the files beside it.
      const problems = checkWorkspace(context.mesh).filter(
        ({ code, severity }) => severity !== 'hint' && !code.startsWith('MW20'),
      );
      expect(problems).toEqual([]);
      expect(context.mesh.resources.map(({ id }) => id)).toEqual([`${kind}/shop/made`]);
    },
  );

  it.each([
    ['VirtualService', 'DestinationRule', ['hosts'], ['cart.shop.svc.cluster.local']],
    ['VirtualService', 'Gateway', ['gateways'], ['edge/front']],
    ['VirtualService', 'Gateway', ['hosts'], ['www.shop.example']],
    ['DestinationRule', 'VirtualService', ['host'], 'cart.shop.svc.cluster.local'],
    ['DestinationRule', 'ServiceEntry', ['host'], '*.pay.example'],
    ['ServiceEntry', 'VirtualService', ['hosts'], ['cart.shop.svc.cluster.local']],
    ['ServiceEntry', 'VirtualService', ['ports', 0, 'number'], 80],
    ['ServiceEntry', 'ServiceEntry', ['resolution'], 'NONE'],
    ['Gateway', 'VirtualService', ['servers', 0, 'hosts'], ['www.shop.example']],
    ['WorkloadEntry', 'ServiceEntry', ['labels'], { app: 'pay' }],
    ['AuthorizationPolicy', 'Deployment', ['selector', 'matchLabels'], { app: 'cart' }],
    ['Sidecar', 'Deployment', ['workloadSelector', 'labels'], { app: 'cart' }],
  ] as const)('connects a %s to a %s: %j is %j', (kind, type, path, expected) => {
    expect(valueAt(made(kind, type), ['spec', ...path])).toEqual(expected);
  });

  it('writes no namespace where there is none', () => {
    expect(newResource('Gateway', { namespace: '', name: 'x' })['metadata']).toEqual({ name: 'x' });
  });
});

describe('suggestedName', () => {
  it.each([
    ['VirtualService', 'DestinationRule', 'cart-routing'],
    ['DestinationRule', 'VirtualService', 'shop-rule'],
    ['Gateway', undefined, 'new-gateway'],
    ['WorkloadEntry', 'Deployment', 'cart-workload'],
  ] as const)('a %s near %s is called %s', (kind, type, name) => {
    expect(suggestedName(kind, { namespace: 'shop', near: type && near(type) })).toBe(name);
  });

  it('is a name that Kubernetes takes, whatever the host', () => {
    expect(suggestedName('VirtualService', { namespace: '', knownHost: '*' })).toBe('new-routing');
    expect(suggestedName('VirtualService', { namespace: '', knownHost: 'Ünïcode_Host.example' })).toMatch(
      /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
    );
  });
});
