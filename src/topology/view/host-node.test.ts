import { describe, expect, it } from 'vitest';
import { meshOf } from '../../istio/mesh.testkit.ts';
import { topologyOf } from '../topology.ts';
import { hostNode, knownHosts } from './host-node.ts';

const topology = topologyOf(
  meshOf(`
apiVersion: v1
kind: Service
metadata: {name: till, namespace: shop}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: banks, namespace: shop}
spec: {hosts: ['*.bank.example', post.example], ports: [{number: 443, name: https, protocol: HTTPS}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: routes, namespace: shop}
spec:
  hosts: [front.example]
  http: [{route: [{destination: {host: nowhere.example}}]}]
`),
);

describe('hostNode', () => {
  it.each([
    ['till.shop.svc.cluster.local', 'Service/shop/till'],
    ['post.example', 'ServiceEntry/shop/banks'],
    ['a.bank.example', 'ServiceEntry/shop/banks'],
    ['nowhere.example', 'Host/nowhere.example'],
    ['front.example', 'VirtualService/shop/routes'],
    ['till', undefined],
  ])('of %s is %s', (host, id) => {
    expect(hostNode(topology, host)?.id).toBe(id);
  });
});

describe('knownHosts', () => {
  it('are all hosts with a node of their own, each by its whole name', () => {
    expect(knownHosts(topology).map(({ host }) => host)).toEqual([
      'till.shop.svc.cluster.local',
      '*.bank.example',
      'post.example',
      'nowhere.example',
    ]);
  });
});
