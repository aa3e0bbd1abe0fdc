import type { Sample } from '../types.ts';

export const articleCorrected: Sample = {
  id: 'article-corrected',
  name: 'article-corrected',
  select: 'VirtualService/mesh-network/external-api-routing',
  files: [
    {
      path: 'hosts.yaml',
      text: `# The app calls http://api.safedata-zone.io: the
# sidecar can read the request, and opens TLS
# itself.
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: external-api-entry
  namespace: mesh-network
spec:
  hosts:
  - "api.safedata-zone.io"
  ports:
  - number: 80
    name: http
    protocol: HTTP
    targetPort: 443  # where the server listens
  resolution: DNS
  location: MESH_EXTERNAL
---
# The canary is a host of its own, so that it can be
# named without labels.
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: canary-api-entry
  namespace: mesh-network
spec:
  hosts:
  - "canary.safedata-zone.io"
  ports:
  - number: 80
    name: http
    protocol: HTTP
    targetPort: 443
  resolution: DNS
  location: MESH_EXTERNAL
`,
    },
    {
      path: 'connections.yaml',
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: external-api-rule
  namespace: mesh-network
spec:
  host: api.safedata-zone.io
  trafficPolicy:
    # What is said for a port counts instead of what
    # is said for all: so pool and ejection stand
    # here, beside TLS.
    portLevelSettings:
    - port:
        number: 80
      tls:
        mode: SIMPLE
        sni: api.safedata-zone.io
        subjectAltNames:  # the certificate must be for this name
        - api.safedata-zone.io
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
        maxEjectionPercent: 100  # one address: it may be put aside
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: canary-api-rule
  namespace: mesh-network
spec:
  host: canary.safedata-zone.io
  trafficPolicy:
    portLevelSettings:
    - port:
        number: 80
      tls:
        mode: SIMPLE
        sni: canary.safedata-zone.io
        subjectAltNames:  # the certificate must be for this name
        - canary.safedata-zone.io
`,
    },
    {
      path: 'routing.yaml',
      text: `# One VirtualService for the host: of two, only the
# older would count.
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
  - name: versioned-data
    match:
    - uri:
        exact: "/v2/data"
    - uri:
        prefix: "/v2/data/"  # not /v2/database
    rewrite:
      uriRegexRewrite:
        match: "^/v2/data"
        rewrite: "/data"
    route:
    - destination:
        host: api.safedata-zone.io
        port:
          number: 80
    mirrors:
    - destination:
        host: canary.safedata-zone.io
        port:
          number: 80
      percentage:
        value: 10
  - name: everything-else
    route:
    - destination:
        host: api.safedata-zone.io
        port:
          number: 80
`,
    },
    {
      path: 'calls.expect.yaml',
      text: `# What the article promises, checked at every edit
# under "Send a request", and by "meshwright test".
expectations:
  - name: /v2/data arrives as /data, encrypted, and a tenth of it is copied to the canary
    request: { from: mesh-network, url: http://api.safedata-zone.io/v2/data }
    expect:
      host: api.safedata-zone.io
      path: /data
      tls: tls
      sni: api.safedata-zone.io
      rule: versioned-data
      mirrors: [{ host: canary.safedata-zone.io, percent: 10 }]
  - name: What is below it goes along
    request: { from: mesh-network, url: "http://api.safedata-zone.io/v2/data/7?x=1" }
    expect: { path: "/data/7?x=1" }
  - name: /v2/database is another path
    request: { from: mesh-network, url: http://api.safedata-zone.io/v2/database }
    expect: { path: /v2/database, rule: everything-else, mirrors: [] }
`,
    },
  ],
};
