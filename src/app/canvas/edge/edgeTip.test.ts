import { expect, it } from 'vitest';
import { openMesh } from '../canvas.testkit.ts';
import { edgeTip } from './edgeTip.ts';

const mesh = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders]
  http:
  - match: [{uri: {prefix: /v2}}]
    timeout: 5s
    route:
    - {destination: {host: orders, subset: v2}, weight: 80}
    - {destination: {host: orders}, weight: 20}
---
apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
`;

it.each([
  [
    'VirtualService/shop/orders#http.0>Service/shop/orders#port.80:route.0',
    {
      ends: 'orders · /v2* → orders · 80 HTTP',
      words:
        'Routes to orders, subset v2, weight 80, timeout 5s, No DestinationRule for orders.shop.svc.cluster.local defines the subset "v2": requests get 503.',
      by: 'Virtual Service orders, spec.http[0].route[0].destination',
    },
  ],
  [
    'VirtualService/shop/orders#http.0>Service/shop/orders#port.80:route.1',
    {
      ends: 'orders · /v2* → orders · 80 HTTP',
      words: 'Routes to orders, weight 20, timeout 5s',
      by: 'Virtual Service orders, spec.http[0].route[1].destination',
    },
  ],
  ['gone', null],
])('why an edge is there: %s', async (id, tip) => {
  const session = await openMesh(mesh);
  expect(edgeTip(session.getState().analysis.placed, id)).toEqual(tip);
});
