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
      text: `# Full answers come from "stable"; a tenth of the requests is copied to "canary", whose answers are dropped.
#
# As the article writes it, no request arrives: no DestinationRule says what "stable" and "canary" are, and the
# addresses of a DNS host carry no labels by which they could be told apart. And where another VirtualService is
# there for the same host, only the older of the two counts. The sample "The article, corrected" mirrors in the one
# VirtualService, to a host that is there.
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
  ],
};
