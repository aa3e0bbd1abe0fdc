/** A small mesh to try gestures on, with the comments and odd spaces that people write. */
export const SHOP = `# who: the shop's team
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: orders
  namespace: shop
spec:
  hosts: [ orders ]   # short name
  gateways:
    - mesh
    - front
  http:
    - name: fresh
      match:
        - uri: {prefix: /v2}
      route:
        - destination: {host: orders, subset: next}   # the new fleet
          weight: 80
        - destination: {host: orders, subset: stable}
          weight: 20
    - name: books
      match:
        - uri: {prefix: /books}
      route:
        - destination: {host: books.example}   # theirs
    - name: rest
      route:
        - destination:
            host: orders
            subset: stable
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: orders-rule, namespace: shop}
spec:
  host: orders
  subsets:
    - name: stable   # since spring
      labels: {version: v1}
    - name: next
      labels: {version: v2}
---
apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec:
  selector: {app: orders}
  ports: [{name: http, port: 80}]
---
apiVersion: v1
kind: Service
metadata: {name: stock, namespace: shop}
spec:
  selector: {app: stock}
  ports: [{name: http, port: 8080}]
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: books, namespace: shop}
spec:
  hosts: [books.example]
  ports: [{number: 80, name: http, protocol: HTTP}]
  location: MESH_EXTERNAL
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: shop}
spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: ["*"]
`;
