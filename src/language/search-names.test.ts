import { linkMesh, type Mesh } from '../istio/index.ts';
import { formatPath, parseDocument } from '../yaml/index.ts';
import { describe, expect, it } from 'vitest';
import { indexNames, type FoundName, type NameIndex } from './search-names.ts';
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

const indexOf = (asked: Mesh): NameIndex => {
  const steps = indexNames(asked);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
const search = (words: string) => indexOf(mesh).search(words);

const told = ({ name, host, places }: FoundName) =>
  `${name}${name === host ? '' : ` of ${host}`}: ${places
    .map(({ resource, path, defines }) => `${defines ? '!' : ''}${resource.kind} ${formatPath(path)}`)
    .join(', ')}`;

const service = (name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\n`;

describe('indexNames', () => {
  it('finds a host by any way to write it, with all places, those that define it first', () => {
    expect(search('till.shop').hosts.map(told)).toEqual([
      'till.shop.svc.cluster.local: !Service metadata.name, VirtualService spec.hosts[0], VirtualService spec.http[0].route[0].destination.host, DestinationRule spec.host',
    ]);
  });

  it('finds hosts that only a Gateway, a mirror or a ServiceEntry names', () => {
    expect(search('EXAMPLE').hosts.map(told)).toEqual([
      'Till.Example: VirtualService spec.hosts[1]',
      'till.example: Gateway spec.servers[0].hosts[0]',
      'bank.example: !ServiceEntry spec.hosts[0]',
    ]);
    expect(search('scanner').hosts.map(told)).toEqual([
      'scanner.depot.svc.cluster.local: VirtualService spec.http[0].mirror.host',
    ]);
  });

  it('finds subsets, with the host that they are of', () => {
    expect(search('blue').subsets.map(told)).toEqual([
      'blue of till.shop.svc.cluster.local: !DestinationRule spec.subsets[0].name, VirtualService spec.http[0].route[0].destination.subset',
    ]);
  });

  it.each([
    ['', []],
    ['shop/till', ['Service/shop/till', 'VirtualService/shop/till-routes', 'DestinationRule/shop/till']],
    ['rule till', ['DestinationRule/shop/till']],
    ['door nothing', []],
  ])('finds resources that hold all words of “%s”', (words, ids) => {
    expect(search(words).resources.map(({ id }) => id)).toEqual(ids);
  });

  it('takes what changed from the mesh as it is now, and reads no file again that stayed', () => {
    const files = { 'a.yaml': service('one'), 'b.yaml': service('two') };
    const before = contextOf(files).mesh;
    indexOf(before);
    const documents = [
      ...before.files.slice(0, 1),
      { path: 'b.yaml', documents: [parseDocument(service('three'))] },
    ];
    const after = linkMesh(documents, undefined, before);
    const steps = [...indexNames(after)].length;
    expect(steps).toBe(1);
    expect(
      indexOf(after)
        .search('shop.svc')
        .hosts.map(({ name }) => name.split('.')[0]),
    ).toEqual(['one', 'three']);
  });
});
