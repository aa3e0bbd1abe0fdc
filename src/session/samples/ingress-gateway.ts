import type { Sample } from '../types.ts';
import { service } from './services.ts';

export const ingressGateway: Sample = {
  id: 'ingress-gateway',
  name: 'ingress-gateway',
  select: 'Gateway/istio-ingress/public',
  files: [
    {
      path: 'gateway.yaml',
      text: `# The door: which hosts and ports the gateway's pods
# listen for. Where requests go is the
# VirtualService's word.
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: istio-ingress
spec:
  selector:
    istio: ingress
  servers:
  - name: web
    port:
      number: 80
      name: http
      protocol: HTTP
    hosts:
    - "garden/shop.example"
    tls:
      httpsRedirect: true
  - name: secure-web
    port:
      number: 443
      name: https
      protocol: HTTPS
    hosts:
    - "garden/shop.example"
    tls:
      mode: SIMPLE
      credentialName: shop-certificate
---
# The pods that do the work; here, so that the
# picture has them.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ingress
  namespace: istio-ingress
spec:
  selector:
    matchLabels:
      istio: ingress
  template:
    metadata:
      # These two have Istio fill in the proxy.
      annotations:
        inject.istio.io/templates: gateway
      labels:
        istio: ingress
        sidecar.istio.io/inject: "true"
    spec:
      containers:
      - name: istio-proxy
        image: auto
---
apiVersion: v1
kind: Service
metadata:
  name: ingress
  namespace: istio-ingress
spec:
  type: LoadBalancer
  selector:
    istio: ingress
  ports:
  - name: http
    port: 80
  - name: https
    port: 443
`,
    },
    {
      path: 'routes.yaml',
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
  namespace: garden
spec:
  hosts:
  - shop.example
  gateways:
  - istio-ingress/public
  http:
  - name: seeds
    match:
    - uri:
        prefix: /seeds/
    route:
    - destination:
        host: seeds.garden.svc.cluster.local
        port:
          number: 80
  - name: front
    route:
    - destination:
        host: front.garden.svc.cluster.local
        port:
          number: 80
`,
    },
    {
      path: 'services.yaml',
      text: `${service({ name: 'front', namespace: 'garden', port: 80, versions: ['v1'] })}---
${service({ name: 'seeds', namespace: 'garden', port: 80, versions: ['v1'] })}`,
    },
  ],
};
