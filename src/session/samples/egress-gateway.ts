import type { Sample } from '../types.ts';

export const egressGateway: Sample = {
  id: 'egress-gateway',
  name: 'egress-gateway',
  select: 'VirtualService/post/parcels-through-egress',
  files: [
    {
      path: 'outside.yaml',
      text: `# The app calls http://parcels.example. On its way
# out, the gateway opens TLS.
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: parcels
  namespace: post
spec:
  hosts:
  - parcels.example
  ports:
  - number: 80
    name: http
    protocol: HTTP
  - number: 443
    name: https
    protocol: HTTPS
  resolution: DNS
  location: MESH_EXTERNAL
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: parcels
  namespace: post
spec:
  host: parcels.example
  trafficPolicy:
    portLevelSettings:
    - port:
        number: 443
      tls:
        mode: SIMPLE
        sni: parcels.example
        subjectAltNames:  # the certificate must be for this name
        - parcels.example
`,
    },
    {
      path: 'gateway.yaml',
      text: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: way-out
  namespace: post
spec:
  selector:
    istio: egress
  servers:
  - name: parcels
    port:
      number: 80
      name: http
      protocol: HTTP
    hosts:
    - parcels.example
---
apiVersion: v1
kind: Service
metadata:
  name: egress
  namespace: post
spec:
  selector:
    istio: egress
  ports:
  - name: http
    port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: egress
  namespace: post
spec:
  selector:
    matchLabels:
      istio: egress
  template:
    metadata:
      # These two have Istio fill in the proxy.
      annotations:
        inject.istio.io/templates: gateway
      labels:
        istio: egress
        sidecar.istio.io/inject: "true"
    spec:
      containers:
      - name: istio-proxy
        image: auto
`,
    },
    {
      path: 'routing.yaml',
      text: `# Two rules for one host: sidecars send to the
# gateway, the gateway sends outside.
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: parcels-through-egress
  namespace: post
spec:
  hosts:
  - parcels.example
  gateways:
  - mesh
  - way-out
  http:
  - name: to-the-gateway
    match:
    - gateways:
      - mesh
      port: 80
    route:
    - destination:
        host: egress.post.svc.cluster.local
        port:
          number: 80
  - name: outside
    match:
    - gateways:
      - way-out
      port: 80
    route:
    - destination:
        host: parcels.example
        port:
          number: 443
`,
    },
  ],
};
