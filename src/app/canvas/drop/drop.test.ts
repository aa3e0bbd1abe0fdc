import { describe, expect, it } from 'vitest';
import { SHOP } from '../../../../e2e/shop.ts';
import type { ModelledKind } from '../../../istio/index.ts';
import type { Session } from '../../../session/index.ts';
import { openMesh } from '../canvas.testkit.ts';
import { dropMeaning } from './meaning.ts';

const ghosts = SHOP.replace('{host: books.example}   # theirs', '{host: ghost.example}');
const withRule = `${SHOP}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: stock-routes, namespace: shop}
spec:
  hosts: [stock]
  http: [{route: [{destination: {host: stock}}]}]
`;

const edgeOf = (session: Session, ends: string) => {
  const { edges } = session.getState().analysis.drawn;
  const found = edges.find(({ source, target }) => `${source} > ${target}` === ends);
  if (!found) throw new Error(edges.map(({ source, target }) => `${source} > ${target}`).join('\n'));
  return found;
};
const onEdge = async (text: string, ends: string, kind: ModelledKind) => {
  const session = await openMesh(text);
  return dropMeaning(session, kind, { spot: null, edge: edgeOf(session, ends) });
};

const ORDERS = 'VirtualService/shop/orders';
const RULE = 'DestinationRule/shop/orders-rule';
const way = (index: number) => ['spec', 'http', index, 'route', 0, 'destination'];

describe('a kind on a line', () => {
  it.each<[string, string, string, ModelledKind, object]>([
    [
      'defines the host that nobody defines',
      ghosts,
      `${ORDERS} > Host/ghost.example`,
      'ServiceEntry',
      { words: 'Adds a Service Entry for ghost.example', near: { resource: ORDERS, path: way(1) } },
    ],
    [
      'is one more destination of the rule',
      SHOP,
      `${ORDERS} > ServiceEntry/shop/books`,
      'ServiceEntry',
      { words: 'Adds a Service Entry for api.example.com, and sends requests there' },
    ],
    [
      'governs the host that the line leads to',
      SHOP,
      `${ORDERS} > ServiceEntry/shop/books`,
      'DestinationRule',
      { words: 'Adds a Destination Rule for books.example' },
    ],
    [
      'routes what was not routed',
      SHOP,
      'Caller/any > Service/shop/stock',
      'VirtualService',
      { words: 'Adds a Virtual Service for stock' },
    ],
    [
      'routes what the Gateway lets in',
      SHOP,
      `Gateway/shop/front > ${ORDERS}`,
      'VirtualService',
      { near: { resource: 'Gateway/shop/front', path: ['spec', 'servers', 0] } },
    ],
    [
      'lets requests in to what routes them',
      SHOP,
      `${ORDERS} > ServiceEntry/shop/books`,
      'Gateway',
      { words: 'Adds a Gateway for orders.shop.svc.cluster.local, and lets its requests in' },
    ],
  ])('%s', async (_, text, ends, kind, meaning) => {
    expect(await onEdge(text, ends, kind)).toMatchObject(meaning);
  });

  it.each<[string, string, string, ModelledKind, RegExp]>([
    [
      'a host that is governed',
      SHOP,
      `${ORDERS} > Service/shop/orders`,
      'DestinationRule',
      /^orders-rule governs/,
    ],
    [
      'its rule itself',
      SHOP,
      `Service/shop/orders > ${RULE}`,
      'DestinationRule',
      /^orders-rule governs this host/,
    ],
    ['what has been routed', SHOP, `${ORDERS} > Service/shop/orders`, 'VirtualService', /^orders has routed/],
    [
      'a host that is routed',
      SHOP,
      `Service/shop/orders > ${RULE}`,
      'VirtualService',
      /^orders routes these/,
    ],
    [
      'what no rule sends',
      SHOP,
      'Caller/any > Service/shop/stock',
      'ServiceEntry',
      /^No rule sends requests/,
    ],
    ['what no VirtualService routes', SHOP, 'Caller/any > Service/shop/stock', 'Gateway', /none routes what/],
    [
      'its caller',
      withRule,
      'Caller/any > VirtualService/shop/stock-routes',
      'VirtualService',
      /^stock-routes routes/,
    ],
  ])('refuses %s', async (_, text, ends, kind, why) => {
    expect(await onEdge(text, ends, kind)).toEqual({ refusal: expect.stringMatching(why) });
  });
});

it('is connected to nothing on empty paper', async () => {
  const session = await openMesh(SHOP);
  const meaning = dropMeaning(session, 'Gateway', { spot: null, edge: null });
  expect(meaning).toMatchObject({ near: null });
});
