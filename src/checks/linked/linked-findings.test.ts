import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkMesh, type Mesh } from '../../istio/index.ts';
import { createParseCache, splitDocuments } from '../../yaml/index.ts';
import { createLinkedFindings } from './linked-findings.ts';
import { oneLine, service } from './linked.testkit.ts';

const cache = createParseCache();
const meshOf = (files: Readonly<Record<string, readonly string[]>>, previous?: Mesh): Mesh =>
  linkMesh(
    Object.entries(files).map(([path, lines]) => ({
      path,
      documents: splitDocuments(lines.map(oneLine).join('---\n')).map(({ text }) => cache.read(text)),
    })),
    undefined,
    previous,
  );

const route =
  'VirtualService shop/v { hosts: [web], http: [{ route: [{ destination: { host: web, subset: v1 } }] }] }';
const pool = [
  service('shop/web', 80),
  service('shop/web', 80, 81),
  service('back/web', 80),
  'Pod shop/p { app: web, version: v1 }',
  'Namespace default/back',
  route,
  route.replace('shop/v', 'shop/w').replace('v1', 'v2'),
  'VirtualService back/v { hosts: ["*.example"], gateways: [shop/g], http: [{ redirect: { uri: / } }] }',
  'DestinationRule shop/d { host: web, subsets: [{ name: v1, labels: { version: v1 } }] }',
  'DestinationRule back/d { host: "*", subsets: [{ name: v2, labels: { version: v2 } }] }',
  'Gateway shop/g { selector: { app: web }, servers: [{ port: { number: 80, name: p, protocol: HTTP }, hosts: [a.example] }] }',
  'Gateway back/g { selector: { app: web }, servers: [{ port: { number: 80, name: p, protocol: HTTP }, hosts: ["*"] }] }',
  'ServiceEntry back/e { hosts: [web.shop.svc.cluster.local], ports: [{ number: 80, name: p, protocol: TCP }] }',
  'Sidecar shop/s { workloadSelector: { labels: { app: web } } }',
  'Sidecar shop/t { workloadSelector: { labels: { version: v1 } } }',
  'VirtualService shop/r { hosts: [web], http: [{ match: [{ uri: { prefix: /a } }], delegate: { name: d } }, { match: [{ uri: { prefix: /a/b } }], redirect: { uri: / } }] }',
  'VirtualService shop/d { http: [{ redirect: { uri: / } }, { match: [{ uri: { prefix: /a/c } }], redirect: { uri: / } }] }',
  'ServiceEntry shop/x { hosts: [pay.example], ports: [{ number: 443, name: p, protocol: HTTPS }], resolution: DNS }',
  'ServiceEntry shop/y { hosts: [pay.example], ports: [{ number: 80, name: q, protocol: HTTP, targetPort: 443 }], resolution: NONE }',
  'DestinationRule shop/x { host: pay.example, trafficPolicy: { tls: { mode: SIMPLE, credentialName: c }, outlierDetection: {} }, subsets: [{ name: v1, labels: { v: "1" } }] }',
  'VirtualService shop/x { hosts: [pay.example, other.example], gateways: [g, mesh], exportTo: ["."], http: [{ route: [{ destination: { host: pay.example, port: { number: 443 }, subset: v1 } }] }] }',
  'AuthorizationPolicy shop/a { rules: [{ from: [{ source: { namespaces: [back] } }] }] }',
  'Namespace default/shop {} | labels: { istio.io/dataplane-mode: ambient }',
  'Namespace default/shop {} | labels: { istio-injection: enabled }',
  'VirtualService shop/x { hosts: ["*.shop.svc.cluster.local", web.shop], exportTo: [back], http: [{ match: [{ headers: { "@request.auth.claims.a": { exact: b } } }], route: [{ destination: { host: web.shop.svc.other } }] }], gateways: [g, mesh] }',
  'DestinationRule shop/m { host: "*.shop.svc.cluster.local", trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }',
  'DestinationRule istio-system/n { host: "*.local", trafficPolicy: { tls: { mode: DISABLE } } }',
  'PeerAuthentication shop/q { mtls: { mode: STRICT } }',
  'PeerAuthentication istio-system/q { mtls: { mode: DISABLE } }',
  'AuthorizationPolicy shop/b { selector: { matchLabels: { app: web } }, rules: [{ from: [{ source: { principals: [cluster.local/ns/shop/sa/x] } }], to: [{ operation: { hosts: [wbe], paths: [/a] } }] }] }',
  'RequestAuthentication shop/j { selector: { matchLabels: { app: web } } }',
  'ServiceAccount shop/x',
  'WorkloadGroup shop/h { metadata: { labels: { app: web } }, template: { serviceAccount: y } }',
  'WorkloadGroup shop/i { metadata: { labels: { app: web } }, template: {} }',
  'Deployment shop/web { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: a, ports: [{ containerPort: 80 }] }] } } }',
  'Telemetry shop/t { accessLogging: [{}] }',
  'Telemetry shop/u { tracing: [{}] }',
  'EnvoyFilter shop/f { configPatches: [{ applyTo: HTTP_FILTER, match: { proxy: { proxyVersion: a } }, patch: { operation: REMOVE, value: { name: x } } }] }',
  'EnvoyFilter back/f { configPatches: [{ applyTo: HTTP_FILTER, patch: { operation: REMOVE, value: { name: x } } }] }',
  'KubernetesGateway shop/k { listeners: [{ port: 80, protocol: HTTP }] }',
  'KubernetesGateway back/k { listeners: [{ port: 80, protocol: HTTP }] }',
  'HTTPRoute back/r { parentRefs: [{ name: k, namespace: shop }], rules: [{ backendRefs: [{ name: web, namespace: shop, port: 80 }] }] }',
  'ReferenceGrant shop/r { from: [{ kind: HTTPRoute, namespace: back }], to: [{ kind: Service }] }',
];

it('finds, edit after edit, what is found from scratch', () => {
  const lines = fc.subarray(pool).chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));
  const workspace = fc.record({ 'a.yaml': lines, 'b.yaml': lines });
  fc.assert(
    fc.property(fc.array(workspace, { minLength: 2, maxLength: 6 }), (steps) => {
      const again = createLinkedFindings();
      let mesh: Mesh | undefined;
      for (const files of steps) {
        mesh = meshOf(files, mesh);
        expect(again.find(mesh)).toEqual(createLinkedFindings().find(mesh));
      }
    }),
    { numRuns: 100 },
  );
});

it('keeps the findings that an edit has nothing to do with', () => {
  const linked = createLinkedFindings();
  const first = meshOf({ 'a.yaml': [service('shop/web', 80), route], 'b.yaml': ['Sidecar shop/s {}'] });
  const before = linked.find(first).get('VirtualService/shop/v');
  const second = meshOf(
    { 'a.yaml': [service('shop/web', 80), route], 'b.yaml': ['Sidecar shop/t {}'] },
    first,
  );
  expect(before).toHaveLength(1);
  expect(linked.find(second).get('VirtualService/shop/v')).toBe(before);
});
