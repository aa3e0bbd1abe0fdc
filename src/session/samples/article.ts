import type { TextFile } from '../../text/index.ts';

export const SAMPLE_NAME = 'payments-egress';

/** What opens first: calls to one external API, routed, registered and secured. Three resources in one file. */
export const SAMPLE_FILES: readonly TextFile[] = [
  {
    path: 'external-api.yaml',
    text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: external-api-routing
  namespace: mesh-network
spec:
  hosts:
  - "api.safedata-zone.io"
  gateways:
  - mesh
  http:
  - match:
    - uri:
        prefix: "/v2/data"
    rewrite:
      uri: "/data"
    route:
    - destination:
        host: api.safedata-zone.io
        port:
          number: 443
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: external-api-entry
  namespace: mesh-network
spec:
  hosts:
  - "api.safedata-zone.io"
  ports:
  - number: 443
    name: https
    protocol: HTTPS
  resolution: DNS
  location: MESH_EXTERNAL
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: external-api-rule
  namespace: mesh-network
spec:
  host: api.safedata-zone.io
  trafficPolicy:
    tls:
      mode: SIMPLE  # checks the server, presents no certificate
    connectionPool:
      tcp:
        maxConnections: 30
      http:
        http1MaxPendingRequests: 100
        maxRequestsPerConnection: 10
    outlierDetection:
      consecutive5xxErrors: 2
      interval: 5s
      baseEjectionTime: 30s
`,
  },
];
