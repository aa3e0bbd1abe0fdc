import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkMesh, type Mesh } from '../../istio/index.ts';
import { parseDocument } from '../../yaml/index.ts';
import { journey } from '../onward.ts';
import { suggestRequests } from '../suggest/suggest.ts';
import { meshOf, withRegexes } from '../traffic.testkit.ts';
import { compareTraffic } from './compare.ts';
import { requestName } from './compared-request.ts';
import { changedFacts } from './facts-compared.ts';

withRegexes();

const RESOURCES = [
  'Service shop/a { selector: { app: a }, ports: [{ name: http, port: 80 }] }',
  'Service shop/b { selector: { app: b }, ports: [{ name: http, port: 80 }] }',
  'Service shop/c { selector: { app: c }, ports: [{ name: tcp, port: 9000 }] }',
  'ServiceEntry far/e { hosts: [e.example], resolution: DNS, ports: [{ number: 80, name: http, protocol: HTTP }, { number: 9000, name: tcp, protocol: TCP }] }',
  'ServiceEntry far/w { hosts: ["*.example"], resolution: NONE, ports: [{ number: 80, name: http, protocol: HTTP }] }',
  'DestinationRule shop/a { host: a, subsets: [{ name: v1 }, { name: v2 }] }',
  'DestinationRule far/e { host: "*.example", trafficPolicy: { tls: { mode: SIMPLE } } }',
  'VirtualService shop/a { hosts: [a], http: [{ match: [{ uri: { prefix: /x } }], route: [{ destination: { host: a, subset: v1 } }] }, { route: [{ destination: { host: a, subset: v2 } }] }] }',
  'VirtualService far/a { hosts: [a.shop.svc.cluster.local], http: [{ timeout: 1s, route: [{ destination: { host: e.example } }] }] }',
  'VirtualService far/e { hosts: ["*.example"], gateways: [mesh, edge/g], http: [{ match: [{ uri: { exact: /e } }], delegate: { name: d } }, { route: [{ destination: { host: b.shop.svc.cluster.local } }] }] }',
  'VirtualService far/d { http: [{ directResponse: { status: 201 } }] }',
  'Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }',
  'Sidecar shop/s { egress: [{ hosts: ["./*"] }] }',
  'PeerAuthentication shop/p { mtls: { mode: DISABLE } }',
  'Pod shop/b @{ labels: { app: b } }@ {}',
];

const subset = fc.subarray(RESOURCES);
/** Some of the resources, and the same with one or two more or less. */
const change = fc
  .tuple(subset, fc.subarray(RESOURCES, { minLength: 1, maxLength: 2 }))
  .map(
    ([some, turned]) =>
      [meshOf(some), meshOf(RESOURCES.filter((one) => some.includes(one) !== turned.includes(one)))] as const,
  );

const told = (before: Mesh, after: Mesh) =>
  compareTraffic(before, after).differences.flatMap(({ requests, verdict }) =>
    requests.map((one) => ({ ...one, verdict, name: requestName(one.request) })),
  );

it('finds nothing between a mesh and itself, however it is written', () => {
  fc.assert(
    fc.property(subset, (some) => {
      const mesh = meshOf(some);
      const rewritten = linkMesh(
        mesh.files.map(({ path, documents }) => ({
          path,
          documents: documents.map(({ value }) =>
            parseDocument(`# as JSON\n${JSON.stringify(value, null, 4)}\n`),
          ),
        })),
      );
      for (const other of [meshOf(some), rewritten]) {
        const { differences, resources } = compareTraffic(mesh, other);
        expect([differences, resources]).toEqual([[], []]);
      }
    }),
    { numRuns: 15 },
  );
});

it('finds the same the other way round', () => {
  fc.assert(
    fc.property(change, ([before, after]) => {
      const ends = (turned: boolean) => (one: ReturnType<typeof told>[number]) =>
        [one.name, ...(turned ? [one.after.text, one.before.text] : [one.before.text, one.after.text])].join(
          ' | ',
        );
      const [there, back] = [told(before, after), told(after, before)];
      expect(back.map(ends(true)).toSorted()).toEqual(there.map(ends(false)).toSorted());
      const breaking = there.filter(({ verdict }) => verdict === 'breaks').map(({ name }) => name);
      const mended = back.filter(({ verdict }) => verdict === 'mended').map(({ name }) => name);
      expect(mended.toSorted()).toEqual(breaking.toSorted());
    }),
    { numRuns: 15 },
  );
});

it('lists only requests that come to another end when they are sent alone', () => {
  fc.assert(
    fc.property(change, ([before, after]) => {
      for (const { request } of told(before, after)) {
        const [one, other] = [before, after].map((mesh) => ({ mesh, hops: journey(mesh, request) }));
        const facts = one && other ? changedFacts(one, other) : [];
        expect(facts).not.toEqual([]);
        // As people read it: what is not told is `none`.
        for (const fact of facts) expect(fact.before ?? 'none').not.toBe(fact.after ?? 'none');
      }
    }),
    { numRuns: 15 },
  );
});

it('leaves out no suggested request that comes to another end', () => {
  fc.assert(
    fc.property(change, ([before, after]) => {
      const found = new Set(told(before, after).map(({ name }) => name));
      for (const { request } of [before, after].flatMap((mesh) => suggestRequests(mesh).requests)) {
        const [one, other] = [before, after].map((mesh) => ({ mesh, hops: journey(mesh, request) }));
        if (one && other && changedFacts(one, other).length) expect(found).toContain(requestName(request));
      }
    }),
    { numRuns: 20, seed: 7 },
  );
});
