import type { Sample } from '../types.ts';
import { service } from './services.ts';

export const timeoutsRetries: Sample = {
  id: 'timeouts-retries',
  name: 'timeouts-retries',
  select: 'VirtualService/ferry/tickets',
  files: [
    {
      path: 'patience.yaml',
      text: `# Three tries of one second fit into the four
# seconds that the caller waits at most.
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: tickets
  namespace: ferry
spec:
  hosts:
  - tickets.ferry.svc.cluster.local
  http:
  - name: read
    match:
    - method:
        exact: GET
    timeout: 4s
    retries:
      attempts: 2  # besides the first try
      perTryTimeout: 1s
      retryOn: connect-failure,refused-stream,503
    route:
    - destination:
        host: tickets.ferry.svc.cluster.local
  # A sale must not be made twice: it is not tried
  # again by itself.
  - name: sell
    timeout: 10s
    retries:
      attempts: 0
    route:
    - destination:
        host: tickets.ferry.svc.cluster.local
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: tickets
  namespace: ferry
spec:
  host: tickets.ferry.svc.cluster.local
  trafficPolicy:
    connectionPool:
      tcp:
        connectTimeout: 1s
      http:
        http1MaxPendingRequests: 64
        maxRetries: 8
    outlierDetection:
      consecutive5xxErrors: 5
      interval: 10s
      baseEjectionTime: 30s
      maxEjectionPercent: 50
`,
    },
    {
      path: 'tickets.yaml',
      text: service({ name: 'tickets', namespace: 'ferry', port: 80, versions: ['v1'] }),
    },
  ],
};
