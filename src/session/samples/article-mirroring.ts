import type { Sample } from '../types.ts';

export const articleMirroring: Sample = {
  id: 'article-mirroring',
  name: 'article-mirroring',
  select: 'VirtualService/mesh-network/mirrored-traffic-api',
  files: [
    {
      path: 'host.yaml',
      text: `apiVersion: networking.istio.io/v1
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
      path: 'mirror.yaml',
      text: `# The article's last step: mirroring, beside the
# ServiceEntry of its first one.
#
# New: full answers come from "stable"; a tenth of
# the requests is copied to "canary", whose answers
# are dropped.
#
# What is wrong: no request arrives. No
# DestinationRule says what "stable" and "canary"
# are, and the addresses of a DNS host carry no
# labels by which they could be told apart. And
# beside the VirtualService of step 3 this would be
# the second one for the same host, of which only
# the older counts. The sample "The article,
# corrected" mirrors in the one VirtualService, to a
# host that is there.
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: mirrored-traffic-api
  namespace: mesh-network
spec:
  hosts:
  - "api.safedata-zone.io"
  http:
  - route:
    - destination:
        host: api.safedata-zone.io
        subset: stable
    mirror:
      host: api.safedata-zone.io
      subset: canary
    mirrorPercentage:
      value: 10.0
`,
    },
    {
      path: 'calls.expect.yaml',
      text: `# What becomes of the app's calls. They hold: this
# is how the article's configuration works, not how
# it should.
expectations:
  - name: https:// goes through as it is, and no copy is made of what nobody can read
    request: { from: mesh-network, url: https://api.safedata-zone.io/v2/data }
    expect: { outcome: tls, mirrors: [] }
  - name: http:// leaves in plain text, as it is, unmirrored
    request: { from: mesh-network, url: http://api.safedata-zone.io/v2/data }
    expect: { outcome: passthrough, mirrors: [] }
`,
    },
  ],
};
