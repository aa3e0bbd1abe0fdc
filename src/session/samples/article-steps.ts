import type { Sample } from '../types.ts';

export const articleSteps: Sample = {
  id: 'article-steps',
  name: 'article-step-by-step',
  select: 'ServiceEntry/mesh-network/external-api-entry',
  files: [
    {
      path: '1-register.yaml',
      text: `# Step 1: make the outside host known, so that rules can speak of it.
#
# "protocol: HTTPS" says that the app itself opens TLS. The sidecar then sees a server name and nothing else:
# no path, no header. Step 3 will want the path.
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
`,
    },
    {
      path: '2-secure.yaml',
      text: `# Step 2: say how connections to that host are made.
#
# "SIMPLE" means that the sidecar opens TLS and checks the server's certificate. It presents none of its own,
# so this is not mutual TLS; that would be MUTUAL. And where the app has already opened TLS, as step 1 says,
# it is wrapped once more, and the server does not understand the call.
#
# Try it: under "Send a request" below, call https://api.safedata-zone.io/v2/data, and read what becomes of it.
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: external-api-rule
  namespace: mesh-network
spec:
  host: api.safedata-zone.io
  trafficPolicy:
    tls:
      mode: SIMPLE
    connectionPool:
      tcp:
        maxConnections: 30
      http:
        http1MaxPendingRequests: 100
        maxRequestsPerConnection: 10
    outlierDetection:
      # With a single address, the default maxEjectionPercent of 10 means that it is never put aside.
      consecutive5xxErrors: 2
      interval: 5s
      baseEjectionTime: 30s
`,
    },
    {
      path: '3-route.yaml',
      text: `# Step 3: send /v2/data to /data.
#
# The idea is right. It needs requests that the sidecar can read, though: for port 443 with protocol HTTPS this
# rule is never asked. The sample "The article, corrected" has the app call plain http:// and lets the sidecar
# open TLS; then the path is there to be matched.
#
# Try it: call http://api.safedata-zone.io/v2/data. Nothing listens at port 80, so it leaves as it is, not rewritten and
# in plain text. Call the same in "The article, corrected" to see the difference.
apiVersion: networking.istio.io/v1
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
`,
    },
  ],
};
