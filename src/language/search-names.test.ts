import { formatPath } from '../yaml/index.ts';
import { describe, expect, it } from 'vitest';
import { searchNames, type FoundName } from './search-names.ts';
import { contextOf } from './workspace.testkit.ts';

const { mesh } = contextOf({
  'shop.yaml': `
apiVersion: v1
kind: Service
metadata: {name: till, namespace: shop}
spec: {ports: [{port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: till-routes, namespace: shop}
spec:
  hosts: [till, Till.Example]
  http:
  - mirror: {host: scanner.depot.svc.cluster.local}
    route: [{destination: {host: till, subset: blue}}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: door, namespace: edge}
spec: {servers: [{hosts: ['shop/till.example'], port: {number: 80, name: http, protocol: HTTP}}]}
`,
  'rules.yaml': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: till, namespace: shop}
spec: {host: till.shop.svc.cluster.local, subsets: [{name: blue}, {name: green}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: bank, namespace: shop}
spec: {hosts: [bank.example], ports: [{number: 443, name: https, protocol: HTTPS}]}
`,
});

const told = ({ name, host, places }: FoundName) =>
  `${name}${name === host ? '' : ` of ${host}`}: ${places
    .map(({ resource, path, defines }) => `${defines ? '!' : ''}${resource.kind} ${formatPath(path)}`)
    .join(', ')}`;

describe('searchNames', () => {
  it('finds a host by any way to write it, with all places, those that define it first', () => {
    expect(searchNames(mesh, 'till.shop').hosts.map(told)).toEqual([
      'till.shop.svc.cluster.local: !Service metadata.name, VirtualService spec.hosts[0], VirtualService spec.http[0].route[0].destination.host, DestinationRule spec.host',
    ]);
  });

  it('finds hosts that only a Gateway, a mirror or a ServiceEntry names', () => {
    expect(searchNames(mesh, 'EXAMPLE').hosts.map(told)).toEqual([
      'Till.Example: VirtualService spec.hosts[1]',
      'till.example: Gateway spec.servers[0].hosts[0]',
      'bank.example: !ServiceEntry spec.hosts[0]',
    ]);
    expect(searchNames(mesh, 'scanner').hosts.map(told)).toEqual([
      'scanner.depot.svc.cluster.local: VirtualService spec.http[0].mirror.host',
    ]);
  });

  it('finds subsets, with the host that they are of', () => {
    expect(searchNames(mesh, 'blue').subsets.map(told)).toEqual([
      'blue of till.shop.svc.cluster.local: !DestinationRule spec.subsets[0].name, VirtualService spec.http[0].route[0].destination.subset',
    ]);
  });

  it.each([
    ['', []],
    ['shop/till', ['Service/shop/till', 'VirtualService/shop/till-routes', 'DestinationRule/shop/till']],
    ['rule till', ['DestinationRule/shop/till']],
    ['door nothing', []],
  ])('finds resources that hold all words of “%s”', (words, ids) => {
    expect(searchNames(mesh, words).resources.map(({ id }) => id)).toEqual(ids);
  });
});
