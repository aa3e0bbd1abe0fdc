import type { Sample } from '../types.ts';
import { service } from './services.ts';

export const weightedCanary: Sample = {
  id: 'weighted-canary',
  name: 'weighted-canary',
  select: 'VirtualService/bakery/orders',
  files: [
    {
      path: 'routing.yaml',
      text: `# Drag the weights in the form, or on the canvas:
# they always come to 100.
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: orders
  namespace: bakery
spec:
  hosts:
  - orders.bakery.svc.cluster.local
  http:
  - name: canary
    route:
    - destination:
        host: orders.bakery.svc.cluster.local
        subset: v1
      weight: 90
    - destination:
        host: orders.bakery.svc.cluster.local
        subset: v2
      weight: 10
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: bakery
spec:
  host: orders.bakery.svc.cluster.local
  subsets:
  - name: v1
    labels:
      version: v1
  - name: v2
    labels:
      version: v2
    trafficPolicy:
      connectionPool:
        http:
          http2MaxRequests: 50  # the new version begins with few at once
`,
    },
    {
      path: 'orders.yaml',
      text: service({ name: 'orders', namespace: 'bakery', port: 8080, versions: ['v1', 'v2'] }),
    },
  ],
};
