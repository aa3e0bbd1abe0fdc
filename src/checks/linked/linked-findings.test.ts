import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkMesh, type GivenSettings, type Mesh } from '../../istio/index.ts';
import { createParseCache, splitDocuments } from '../../yaml/index.ts';
import { createLinkedFindings } from './linked-findings.ts';
import { oneLine, service } from './linked.testkit.ts';

const cache = createParseCache();
const meshOf = (
  files: Readonly<Record<string, readonly string[]>>,
  previous?: Mesh,
  given?: GivenSettings,
): Mesh =>
  linkMesh(
    Object.entries(files).map(([path, lines]) => ({
      path,
      documents: splitDocuments(lines.map(oneLine).join('---\n')).map(({ text }) => cache.read(text)),
    })),
    given,
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
  'VirtualService back/w { hosts: [web.shop.svc.cluster.local, pay.example], http: [{ match: [{ uri: { prefix: / } }], route: [{ destination: { host: pay.example, subset: v1 } }] }, { match: [{ uri: { exact: /a } }], route: [{ destination: { host: web.shop.svc.cluster.local } }] }] }',
  'VirtualService shop/y { hosts: [pay.example], exportTo: ["."], http: [{ route: [{ destination: { host: pay.example, subset: v1 } }, { destination: { host: web } }] }] }',
  'DestinationRule back/y { host: pay.example, exportTo: [shop], trafficPolicy: { tls: { mode: SIMPLE } }, subsets: [{ name: v1, labels: { v: "1" } }] }',
  'DestinationRule istio-system/z { host: "*.example", trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: SIMPLE } }] } }',
  'ServiceEntry back/y { hosts: ["*.example", pay.example], exportTo: ["."], ports: [{ number: 443, name: p, protocol: TLS }], resolution: DNS }',
];

/** Several of the settings change what follows from every resource; without them most runs would be about nothing else. */
const settings: readonly (GivenSettings | undefined)[] = [
  undefined,
  undefined,
  undefined,
  { rootNamespace: 'back' },
  { meshConfig: { defaultDestinationRuleExportTo: ['.'], outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } } },
];

const lines = fc.subarray(pool).chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));
const workspace = fc.record({ 'a.yaml': lines, 'b.yaml': lines });

it('finds, edit after edit, what is found from scratch', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(workspace, fc.constantFrom(...settings)), { minLength: 2, maxLength: 6 }),
      (steps) => {
        const again = createLinkedFindings();
        let mesh: Mesh | undefined;
        for (const [files, given] of steps) {
          mesh = meshOf(files, mesh, given);
          expect(again.find(mesh)).toEqual(createLinkedFindings().find(mesh));
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('finds it too where one resource at a time comes, goes, or gets another name', () => {
  const change = fc.record({
    file: fc.constantFrom('a.yaml' as const, 'b.yaml' as const),
    line: fc.constantFrom(...pool),
    renamed: fc.boolean(),
  });
  fc.assert(
    fc.property(workspace, fc.array(change, { minLength: 1, maxLength: 12 }), (start, changes) => {
      const again = createLinkedFindings();
      let files = start;
      let mesh = meshOf(files);
      again.find(mesh);
      for (const { file, line, renamed } of changes) {
        const one = renamed ? line.replace(/^(\S+ [^/]+\/)(\S+)/, '$1$2-too') : line;
        const rest = files[file].filter((other) => other !== one);
        files = { ...files, [file]: rest.length < files[file].length ? rest : [...rest, one] };
        mesh = meshOf(files, mesh);
        expect(again.find(mesh)).toEqual(createLinkedFindings().find(mesh));
      }
    }),
    { numRuns: 40 },
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
