import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkMesh, type FileDocuments } from '../istio/index.ts';
import { createParseCache, splitDocuments } from '../yaml/index.ts';
import { RequestError, type Request } from './request.ts';
import { route } from './route.ts';
import { asYaml, withRegexes } from './traffic.testkit.ts';

withRegexes();

const PORTS =
  'ports: [{ number: 80, name: http, protocol: HTTP }, { number: 443, name: https, protocol: HTTPS }]';
const RESOURCES = [
  `ServiceEntry shop/a { hosts: [a.example], resolution: DNS, ${PORTS} }`,
  `ServiceEntry far/a { hosts: [a.example], resolution: NONE, ${PORTS} }`,
  `ServiceEntry far/w { hosts: ["*.example"], exportTo: [shop], resolution: NONE, ${PORTS} }`,
  'Service shop/b { clusterIP: 10.0.0.1, selector: { app: b }, ports: [{ name: http, port: 80 }] }',
  'Pod shop/b @{ labels: { app: b, security.istio.io/tlsMode: istio } }@ {}',
  'DestinationRule shop/a { host: a.example, trafficPolicy: { tls: { mode: SIMPLE } }, subsets: [{ name: s }] }',
  'DestinationRule far/a { host: "*.example" }',
  'VirtualService shop/v { hosts: [a.example], http: [{ match: [{ uri: { prefix: /a } }], route: [{ destination: { host: b } }] }, { match: [{ uri: { regex: "/[0-9]+" } }], delegate: { name: d } }] }',
  'VirtualService shop/d { http: [{ match: [{ headers: { x: {} } }], directResponse: { status: 201 } }, { directResponse: { status: 202 } }] }',
  'VirtualService far/v { hosts: ["*.example"], gateways: [mesh, edge/g], http: [{ route: [{ destination: { host: a.example, subset: s } }] }] }',
  'Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }',
  'Sidecar shop/s { egress: [{ hosts: ["./*"] }] }',
  'PeerAuthentication shop/p { mtls: { mode: DISABLE } }',
];
const callers: readonly Request['caller'][] = [
  { kind: 'sidecar', namespace: 'shop' },
  { kind: 'sidecar', namespace: 'far' },
  { kind: 'gateway', namespace: 'edge', labels: { istio: 'edge' } },
];
const REQUESTS: readonly Request[] = callers.flatMap((caller) =>
  [
    'http://a.example/a',
    'http://a.example/7',
    'https://a.example/',
    'http://z.example/',
    'http://b.shop/',
  ].map((url) => ({ caller, url, headers: { x: '1' } })),
);

const answers = (mesh: ReturnType<typeof linkMesh>): readonly unknown[] =>
  REQUESTS.map((request) => {
    try {
      return route(mesh, request);
    } catch (error) {
      if (error instanceof RequestError) return error.message;
      throw error;
    }
  });

describe('a mesh that was brought up to date', () => {
  it('answers as one that was linked from scratch', () => {
    const subset = fc.shuffledSubarray(RESOURCES);
    fc.assert(
      fc.property(fc.array(subset, { minLength: 2, maxLength: 4 }), (states) => {
        const cache = createParseCache();
        const read = (resources: readonly string[], parse: typeof cache): FileDocuments[] => [
          {
            path: 'mesh.yaml',
            documents: splitDocuments(resources.map(asYaml).join('---\n')).map(({ text }) =>
              parse.read(text),
            ),
          },
        ];
        let mesh = linkMesh(read(states[0] ?? [], cache));
        for (const state of states.slice(1)) {
          answers(mesh);
          mesh = linkMesh(read(state, cache), undefined, mesh);
          expect(answers(mesh)).toEqual(answers(linkMesh(read(state, createParseCache()))));
        }
      }),
      { numRuns: 40 },
    );
  });
});
