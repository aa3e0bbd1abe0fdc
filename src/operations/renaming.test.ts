import { describe, expect, it } from 'vitest';
import { after, contextOf } from './operations.testkit.ts';

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers: []
`;
const ROUTES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec:
  hosts: [cart.example]
  gateways:
  - edge/front   # from outside
  - front
  http:
  - match:
    - gateways: ["edge/front"]
    delegate: {name: parts}
  - route:
    - destination: {host: cart.example, subset: blue}   # today's
    - destination: {host: other.example, subset: blue}
`;
const PARTS = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: parts, namespace: shop}
spec: {http: []}
`;
const RULE = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec:
  host: cart.example
  subsets:
  - name: blue   # the old fleet
    labels: {colour: blue}
  - name: green
`;
const all = contextOf({ 'gw.yaml': GATEWAY, 'vs.yaml': ROUTES, 'parts.yaml': PARTS, 'dr.yaml': RULE });

describe('rename-resource', () => {
  it('changes a Gateway and every place that names it, however written', () => {
    const texts = after(all, { kind: 'rename-resource', resource: 'Gateway/edge/front', name: 'door' });
    expect(texts['gw.yaml']).toBe(GATEWAY.replace('front', 'door'));
    // `- front` without a namespace is another one, in `shop`.
    expect(texts['vs.yaml']).toBe(ROUTES.replaceAll('edge/front', 'edge/door'));
  });

  it('changes a VirtualService and what delegates to it', () => {
    const texts = after(all, {
      kind: 'rename-resource',
      resource: 'VirtualService/shop/parts',
      name: 'bits',
    });
    expect(texts['parts.yaml']).toBe(PARTS.replace('parts', 'bits'));
    expect(texts['vs.yaml']).toBe(ROUTES.replace('parts', 'bits'));
  });

  it.each([
    ['a name that is taken', 'VirtualService/shop/parts', 'cart', /already a VirtualService\/shop\/cart/],
    ['no name', 'VirtualService/shop/parts', ' ', /needs a name/],
  ])('refuses %s', (_, resource, name, words) => {
    expect(() => after(all, { kind: 'rename-resource', resource, name })).toThrow(words);
  });
});

describe('rename-subset', () => {
  const rename = (subset: string, name: string) =>
    after(all, { kind: 'rename-subset', resource: 'DestinationRule/shop/cart', subset, name });

  it('changes it and the destinations of that host only', () => {
    const texts = rename('blue', 'sky');
    expect(texts['dr.yaml']).toBe(RULE.replace('name: blue', 'name: sky'));
    expect(texts['vs.yaml']).toBe(ROUTES.replace('cart.example, subset: blue', 'cart.example, subset: sky'));
  });

  it.each([
    ['red', 'sky', /no subset "red"/],
    ['blue', 'green', /already has a subset "green"/],
    ['blue', '', /needs a name/],
  ])('refuses %s to %j', (subset, name, words) => expect(() => rename(subset, name)).toThrow(words));
});
