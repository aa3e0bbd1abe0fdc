import { expect, it } from 'vitest';
import { passedPlaces } from './passed.ts';
import { get, sent, withRegexes } from './traffic.testkit.ts';

withRegexes();

const MESH = [
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: STATIC, endpoints: [{ address: 10.0.0.1, labels: { v: one } }, { address: 10.0.0.2, labels: { v: two } }] }',
  'DestinationRule shop/d { host: a.example, subsets: [{ name: one, labels: { v: one } }, { name: two, labels: { v: two } }] }',
  'VirtualService shop/root { hosts: [a.example], http: [{ delegate: { name: leaf, namespace: shop } }] }',
  'VirtualService shop/leaf { http: [{ match: [{ uri: { prefix: /x } }], route: [{ destination: { host: a.example, subset: one }, weight: 1 }, { destination: { host: gone.example }, weight: 1 }, { destination: { host: a.example, subset: two }, weight: 2 }] }] }',
];

it('reads rule, delegate and each destination that is there off a trace', () => {
  const { common, branches } = passedPlaces(sent(MESH, get('http://a.example/x')));
  expect(common.map(({ resource }) => resource)).toEqual([
    'VirtualService/shop/root',
    'VirtualService/shop/leaf',
  ]);
  expect(common[1]?.path).toEqual(['spec', 'http', 0]);
  expect(
    branches.map(({ destination, passed }) => [
      destination.subset,
      ...passed.map(({ resource, port, subset }) => [resource, port ?? subset]),
    ]),
  ).toEqual([
    ['one', ['ServiceEntry/shop/e', 80], ['DestinationRule/shop/d', 'one']],
    ['two', ['ServiceEntry/shop/e', 80], ['DestinationRule/shop/d', 'two']],
  ]);
});

it('ends at the VirtualService whose rules all pass it by', () => {
  const { common, branches } = passedPlaces(sent(MESH, get('http://a.example/y')));
  expect(common.map(({ resource }) => resource)).toEqual(['VirtualService/shop/root']);
  expect(branches).toEqual([]);
});
