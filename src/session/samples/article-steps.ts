import type { TextFile } from '../../text/index.ts';
import type { Sample } from '../types.ts';

/** The file of each step; a later step keeps those before it, so that the picture grows. */
const REGISTER: TextFile = {
  path: '1-register.yaml',
  text: `# Step 1: make the outside host known, so that rules
# can speak of it.
#
# New: the app's calls to this name are now calls to
# something that the mesh knows. They are counted
# and logged by that name, and go out where unknown
# hosts may not.
#
# What to see: "protocol: HTTPS" says that the app
# itself opens TLS. The sidecar then sees a server
# name and nothing else: no path, no header. Step 3
# will want the path.
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
};

const SECURE: TextFile = {
  path: '2-secure.yaml',
  text: `# Step 2: say how connections to that host are made.
#
# New: TLS, a limit on connections and requests, and
# a circuit breaker that puts failing addresses
# aside.
#
# What is wrong: "SIMPLE" means that the sidecar
# opens TLS and checks the server's certificate. It
# presents none of its own, so this is not mutual
# TLS; that would be MUTUAL. And where the app has
# already opened TLS, as step 1 says, it is wrapped
# once more, and the server does not understand the
# call: what worked in step 1 is broken now.
#
# Try it: under "Send a request" below, call
# https://api.safedata-zone.io/v2/data, and read
# what becomes of it.
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
      # With a single address, the default
      # maxEjectionPercent of 10 means that it is
      # never put aside.
      consecutive5xxErrors: 2
      interval: 5s
      baseEjectionTime: 30s
`,
};

const ROUTE: TextFile = {
  path: '3-route.yaml',
  text: `# Step 3: send /v2/data to /data.
#
# New: a rule for calls of apps in the mesh, which
# looks at the path and rewrites it.
#
# What is wrong: the idea is right, but it needs
# requests that the sidecar can read. For port 443
# with protocol HTTPS this rule is never asked. The
# sample "The article, corrected" has the app call
# plain http:// and lets the sidecar open TLS; then
# the path is there to be matched.
#
# Try it: call http://api.safedata-zone.io/v2/data.
# Nothing listens at port 80, so it leaves as it is,
# not rewritten and in plain text. Call the same in
# "The article, corrected" to see the difference.
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
};

/** What two calls do at a step, as expectations: they hold, and their names say what that means. */
const calls = (overTls: string, opened: 'none' | 'tls', plain: string): TextFile => ({
  path: 'calls.expect.yaml',
  text: `# What becomes of the app's calls at this step.
# "Send a request" keeps such lines, and checks them
# at every edit.
expectations:
  - name: ${overTls}
    request: { from: mesh-network, url: https://api.safedata-zone.io/v2/data }
    expect: { outcome: tls, host: api.safedata-zone.io, tls: ${opened} }
  - name: ${plain}
    request: { from: mesh-network, url: http://api.safedata-zone.io/v2/data }
    expect: { outcome: passthrough }
`,
});

const PLAIN = 'http:// leaves in plain text, as it is, for the mesh knows no port 80 of this host';

/** The article, a sample for each of its steps. */
export const ARTICLE_STEPS: readonly Sample[] = [
  {
    id: 'article-step-1',
    name: 'article-1-register',
    select: 'ServiceEntry/mesh-network/external-api-entry',
    files: [REGISTER, calls('https:// goes through, seen by its server name only', 'none', PLAIN)],
  },
  {
    id: 'article-step-2',
    name: 'article-2-secure',
    select: 'DestinationRule/mesh-network/external-api-rule',
    files: [
      REGISTER,
      SECURE,
      calls('https:// is wrapped in a second TLS, and fails at the server', 'tls', PLAIN),
    ],
  },
  {
    id: 'article-steps',
    name: 'article-3-route',
    select: 'VirtualService/mesh-network/external-api-routing',
    files: [
      REGISTER,
      SECURE,
      ROUTE,
      calls(
        'https:// never meets the rule, and is wrapped in a second TLS',
        'tls',
        `${PLAIN}; no rule is asked`,
      ),
    ],
  },
];
