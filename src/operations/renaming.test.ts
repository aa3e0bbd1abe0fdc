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

  it('changes a Service and its host, however written', () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: stock, namespace: shop}   # counted\n';
    const routes = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: till, namespace: shop}
spec:
  hosts: [ stock , "stock.shop.svc.cluster.local"]
  http:
  - route:
    - destination: {host: stock}   # short
    - destination: {host: 'stock.shop.svc.cluster.local'}
    - destination: {host: stock.example}
`;
    const sidecar = `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: own, namespace: shop}
spec:
  egress:
  - hosts: ["./stock.shop.svc.cluster.local", "./*"]
`;
    const context = contextOf({ 'a.yaml': service, 'b.yaml': routes, 'c.yaml': sidecar });
    const operation = { kind: 'rename-resource', resource: 'Service/shop/stock', name: 'shelf' } as const;
    const texts = after(context, operation);
    expect(texts['a.yaml']).toBe(service.replace('stock', 'shelf'));
    expect(texts['b.yaml']).toBe(
      routes.replaceAll('stock', 'shelf').replace('shelf.example', 'stock.example'),
    );
    expect(texts['c.yaml']).toBe(sidecar.replace('stock', 'shelf'));
    const left = after(context, { ...operation, references: 'leave' });
    expect(left['b.yaml']).toBe(routes);
  });

  it('leaves the places that name it where that is chosen', () => {
    const operation = { resource: 'Gateway/edge/front', name: 'door', references: 'leave' } as const;
    const texts = after(all, { kind: 'rename-resource', ...operation });
    expect(texts['gw.yaml']).toBe(GATEWAY.replace('front', 'door'));
    expect(texts['vs.yaml']).toBe(ROUTES);
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

  it('leaves the destinations that name it where that is chosen', () => {
    const texts = after(all, {
      kind: 'rename-subset',
      resource: 'DestinationRule/shop/cart',
      subset: 'blue',
      name: 'sky',
      references: 'leave',
    });
    expect(texts['dr.yaml']).toBe(RULE.replace('name: blue', 'name: sky'));
    expect(texts['vs.yaml']).toBe(ROUTES);
  });

  it('leaves destinations to a subset that another DestinationRule of the host defines too', () => {
    const twice = contextOf({
      'dr.yaml': RULE,
      'more.yaml': RULE.replace('name: cart', 'name: more'),
      'vs.yaml': ROUTES,
    });
    const operation = { resource: 'DestinationRule/shop/cart', subset: 'blue', name: 'sky' } as const;
    expect(after(twice, { kind: 'rename-subset', ...operation })['vs.yaml']).toBe(ROUTES);
  });

  it.each([
    ['red', 'sky', /no subset "red"/],
    ['blue', 'green', /already has a subset "green"/],
    ['blue', '', /needs a name/],
  ])('refuses %s to %j', (subset, name, words) => expect(() => rename(subset, name)).toThrow(words));
});
