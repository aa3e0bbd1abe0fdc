import { describe, expect, it } from 'vitest';
import { refactored } from './refactor.testkit.ts';
import { renameOneNamespace } from './rename-namespace.ts';

const rename = (files: Record<string, string>, from = 'shop', to = 'store') =>
  refactored(files, renameOneNamespace, {}, { from, [`to ${from}`]: to });

/** Every `SHOP` is one that the new name takes the place of; `shop` stays. */
const before = (text: string) => text.replaceAll('SHOP', 'shop');
const after = (text: string) => text.replaceAll('SHOP', 'store');
const TEXTS = {
  'shop.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: SHOP   # ours
  labels: {kubernetes.io/metadata.name: SHOP, team: shop}
---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: SHOP}
---
apiVersion: v1
kind: Service
metadata: {name: shop, namespace: "SHOP"}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: SHOP}
spec:
  hosts: [cart, cart.SHOP.svc.cluster.local, shop.example, cart.other.svc.cluster.local]
  gateways: [mesh, SHOP/shop, ./front, other/shop]
  exportTo: [".", SHOP, other]
  http:
  - match:
    - sourceNamespace: SHOP
      gateways: [SHOP/shop]
    headers: {request: {set: {x-shop: shop}}}
    delegate: {name: shop, namespace: SHOP}
  - rewrite: {authority: cart.SHOP.svc.cluster.local}
    route:
    - destination: {host: shop}
    - destination: {host: shop.SHOP.svc.cluster.local, subset: shop}
`,
  'other.yaml': `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: own, namespace: other}
spec:
  egress:
  - hosts: ["SHOP/*", "SHOP/cart.SHOP.svc.cluster.local", "~/shop.example", "*/*"]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: who, namespace: other}
spec:
  rules:
  - from:
    - source:
        principals: ["cluster.local/ns/SHOP/sa/web", "*/ns/SHOP/sa/shop", "cluster.local/ns/shopping/sa/shop"]
        notNamespaces: [SHOP, shop-two]
    to:
    - operation: {hosts: ["cart.SHOP.svc.cluster.local", shop.example]}
    when:
    - {key: source.namespace, values: [SHOP, other]}
    - {key: "request.headers[x]", values: [shop]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: dr, namespace: other}
spec:
  host: "*.SHOP.svc.cluster.local"
  trafficPolicy:
    tls: {mode: MUTUAL, subjectAltNames: ["spiffe://cluster.local/ns/SHOP/sa/web"]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: other}
spec:
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["SHOP/*", "SHOP/cart.example", "*/shop.example"]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: other}
spec:
  parentRefs: [{name: shop, namespace: SHOP}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: other}
spec:
  template:
    spec:
      containers:
      - {name: shop, env: [{name: CART, value: "http://cart.SHOP.svc.cluster.local:80/shop"}, {name: ON, value: "cart.SHOP.svc"}]}
`,
  'meshwright.config.yaml': `knownNamespaces: [SHOP, other]
assume:
- {kind: Service, name: pay, namespace: SHOP, ports: [80]}
- {kind: Namespace, name: SHOP}
`,
  'a.expect.yaml': `expectations:
- request: { from: SHOP, url: http://cart.SHOP/shop }
  expect: { host: cart.SHOP.svc.cluster.local, virtualService: SHOP/shop }
- request: { from: {namespace: SHOP}, url: http://shop.example/ }
  expect: { destinations: [{host: shop}] }
`,
  'kustomization.yaml': `namespace: SHOP   # all of it\nresources: [shop.yaml]\n`,
};

describe('rename a namespace', () => {
  it.each(Object.entries(TEXTS))('changes what names it in %s, and nothing else', (path, text) => {
    const files = Object.fromEntries(Object.entries(TEXTS).map(([path, text]) => [path, before(text)]));
    expect(rename(files).texts[path]).toBe(after(text));
  });

  it('is not done where two things would be one', () => {
    const named = (namespace: string) =>
      `kind: Service\napiVersion: v1\nmetadata: {name: cart, namespace: ${namespace}}\n`;
    const files = { 'a.yaml': `${named('shop')}---\n${named('store')}` };
    expect(() => rename(files)).toThrow(/There is a Service cart in store already/);
    expect(rename(files, 'shop', 'stores').changed['a.yaml']).toContain('namespace: stores');
  });

  it('says what stays as it is', () => {
    const files = {
      'a.yaml': 'kind: Service\napiVersion: v1\nmetadata: {name: cart}\n',
      'meshwright.config.yaml': 'defaultNamespace: shop\n',
    };
    const { changed, warnings } = rename({
      ...files,
      'b.yaml': 'kind: Service\napiVersion: v1\nmetadata: {name: b, namespace: shop}\n',
    });
    expect(Object.keys(changed)).toEqual(['meshwright.config.yaml', 'b.yaml']);
    expect(warnings.join('\n')).toMatch(/cart names no namespace/);
  });
});
