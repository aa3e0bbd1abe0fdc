import { describe, expect, it } from 'vitest';
import { contextOf } from '../operations.testkit.ts';
import { namingsByName, namingsOf, wayOf, type Named } from './namings.ts';
import { redirectTargets } from './redirect-targets.ts';
import { whereOf } from './where.ts';

const head = (kind: string, name: string, spec: string, namespace = 'shop') =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n`;
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\n';
const routes = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart]
  gateways: [edge/front]
  http:
  - delegate: {name: parts}
  - mirror: {host: cart}
    route:
    - destination: {host: cart, subset: blue}
    - destination: {host: pay.example}
`;
const context = contextOf({
  'a.yaml': `${service}---\n${routes}`,
  'b.yaml': [
    head('VirtualService', 'parts', '{http: []}'),
    head('VirtualService', 'bits', '{http: []}'),
    head('Gateway', 'front', '{servers: []}', 'edge'),
    head('Gateway', 'back', '{servers: []}', 'edge'),
    head('DestinationRule', 'cart', '{host: cart, subsets: [{name: blue}, {name: green}]}'),
    head('ServiceEntry', 'pay', '{hosts: [pay.example]}'),
    head('ServiceEntry', 'twice', '{hosts: [twice.example]}'),
    head('ServiceEntry', 'again', '{hosts: [twice.example]}'),
    head('ServiceEntry', 'wild', '{hosts: ["*.pay.example"]}'),
    head('Sidecar', 'own', '{egress: [{hosts: [shop/cart.shop.svc.cluster.local]}]}'),
    head('VirtualService', 'two', '{http: [{route: [{destination: {host: twice.example}}]}]}'),
  ].join('---\n'),
});
const named = (resource: string, subset?: string): Named => ({ resource, subset });
const ways = (target: Named) =>
  namingsOf(context.mesh, target).map((naming) => {
    const where = whereOf(context, naming);
    return `${naming.from} ${where?.words ?? ''} ${where?.file ?? ''}:${where?.line ?? ''}`;
  });

describe('namingsOf', () => {
  it.each([
    ['a Gateway', named('Gateway/edge/front'), ['VirtualService/shop/cart gateways[0] a.yaml:10']],
    [
      'a delegate',
      named('VirtualService/shop/parts'),
      ['VirtualService/shop/cart http[0].delegate a.yaml:12'],
    ],
    [
      'a Service',
      named('Service/shop/cart'),
      [
        'VirtualService/shop/cart hosts[0] a.yaml:9',
        'VirtualService/shop/cart http[1].route[0] a.yaml:15',
        'VirtualService/shop/cart http[1].mirror a.yaml:13',
        'DestinationRule/shop/cart host b.yaml:24',
        'Sidecar/shop/own egress[0].hosts[0] b.yaml:49',
      ],
    ],
    [
      'a ServiceEntry',
      named('ServiceEntry/shop/pay'),
      ['VirtualService/shop/cart http[1].route[1] a.yaml:16'],
    ],
    [
      'a DestinationRule by its subsets',
      named('DestinationRule/shop/cart'),
      ['VirtualService/shop/cart http[1].route[0] a.yaml:15'],
    ],
    ['a subset nobody names', named('DestinationRule/shop/cart', 'green'), []],
    ['a host that another defines too', named('ServiceEntry/shop/twice'), []],
    ['what is not there', named('Gateway/edge/gone'), []],
  ])('finds who names %s', (_, target, expected) => expect(ways(target)).toEqual(expected));

  it('by name finds nothing where the name is not what others say', () => {
    expect(namingsByName(context.mesh, named('ServiceEntry/shop/pay'))).toEqual([]);
    expect(namingsByName(context.mesh, named('DestinationRule/shop/cart'))).toEqual([]);
    expect(namingsByName(context.mesh, named('DestinationRule/shop/cart', 'blue'))).toHaveLength(1);
    expect(namingsByName(context.mesh, named('Service/shop/cart'))).toHaveLength(5);
  });

  it('says what goes when a name goes', () => {
    const kinds = namingsOf(context.mesh, named('Service/shop/cart')).map((naming) => wayOf(naming).at(-1));
    expect(kinds).toEqual([0, 0, 'mirror', 'host', 0]);
  });
});

describe('redirectTargets', () => {
  it.each([
    ['Gateway/edge/front', undefined, ['back']],
    ['VirtualService/shop/parts', undefined, ['bits', 'two']],
    ['ServiceEntry/shop/pay', undefined, ['again', 'cart', 'twice']],
    ['DestinationRule/shop/cart', 'blue', ['green', null]],
    ['DestinationRule/shop/cart', undefined, [null]],
    ['Sidecar/shop/own', undefined, []],
  ])('of %s %s are %j', (resource, subset, expected) => {
    const { resources, subsets } = redirectTargets(context.mesh, named(resource, subset));
    expect([...resources.map(({ name }) => name).toSorted(), ...subsets]).toEqual([...expected]);
  });
});
