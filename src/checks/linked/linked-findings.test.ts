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
  'AuthorizationPolicy shop/a { rules: [{ from: [{ source: { namespaces: [back] } }] }] }',
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
    { numRuns: 150 },
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
