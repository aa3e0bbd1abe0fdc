/** A host with three endpoints, of which one can be ejected at most: what the load lab is tried with. */
export const LOAD_MESH = `# who: the payments team
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: api, namespace: shop}
spec:
  hosts: [api.example]
  location: MESH_EXTERNAL
  ports: [{number: 80, name: http, protocol: HTTP}]
  resolution: STATIC
  endpoints:
    - {address: 10.0.0.1, locality: eu/a}
    - {address: 10.0.0.2, locality: eu/a}
    - {address: 10.0.0.3, locality: eu/a}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: api, namespace: shop}
spec:
  hosts: [api.example]
  http:
    - route: [{destination: {host: api.example}}]
      retries: {attempts: 0}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: api, namespace: shop}
spec:
  host: api.example
  trafficPolicy:
    outlierDetection:
      consecutive5xxErrors: 3   # then it is out
      interval: 5s
      baseEjectionTime: 10s
`;
