import { describe, expect, it } from 'vitest';
import { linkMesh, type Mesh } from '../../../istio/index.ts';
import { parseDocument, splitDocuments } from '../../../yaml/index.ts';
import { runLoad } from '../load.ts';
import { defaultScenario } from './default-scenario.ts';
import { readScenario } from './read.ts';

const meshOf = (text: string): Mesh =>
  linkMesh([{ path: 'a.yaml', documents: splitDocuments(text).map((slice) => parseDocument(slice.text)) }]);

/** What the text says, which nothing objects to. */
const read = (text: string | undefined) => {
  const { scenario, objections } = readScenario(parseDocument(text ?? '').value);
  expect(objections).toEqual([]);
  if (!scenario) throw new Error('no scenario');
  return scenario;
};

const ENTRY = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example]
  resolution: STATIC
  ports: [{ number: 80, name: http, protocol: HTTP }]
  endpoints:
  - { address: 192.0.2.1, locality: eu/a }
  - { address: 192.0.2.2, locality: us/a }
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80, name: http }], selector: { app: web } }
`;
const RULE = `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec:
  host: web
  trafficPolicy: { outlierDetection: { consecutive5xxErrors: 2, maxEjectionPercent: 50 } }
  subsets: [{ name: v1, labels: { version: v1 } }]
`;
const ROUTE = `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web, subset: v1 } }] }] }
`;

describe('the scenario that a mesh begins with', () => {
  it('fails the locality in which the caller runs, where there are several', () => {
    const scenario = read(defaultScenario(meshOf(ENTRY)));
    expect(scenario.request).toMatchObject({
      caller: { namespace: 'shop', locality: 'eu/a' },
      url: 'http://api.example/',
    });
    expect(scenario.endpoints).toEqual([]);
    expect(scenario.behaviours).toEqual([
      {
        where: { locality: 'eu/a' },
        script: [{ from: 15_000, to: 35_000, errors: 100, errorStatus: 503 }],
      },
    ]);
    expect(scenario.name).toBe('eu/a answers 503');
  });

  it('declares pods, of the subset that is asked, and fails one of them', () => {
    const mesh = meshOf(`${SERVICE}${RULE}${ROUTE}`);
    const scenario = read(defaultScenario(mesh));
    expect(scenario.endpoints).toMatchObject([
      { name: 'web-v1', host: 'web.shop.svc.cluster.local', subset: 'v1', count: 3 },
    ]);
    const report = runLoad(mesh, scenario);
    expect(report.ejections.map(({ endpoint }) => endpoint)).toContain('web-v1-1');
  });

  it('sends the request that is given', () => {
    const request = { caller: { kind: 'sidecar', namespace: 'lab' }, url: 'http://web.shop/a' } as const;
    const scenario = read(defaultScenario(meshOf(`${ENTRY}---\n${SERVICE}`), request));
    expect(scenario.request).toEqual(request);
    expect(scenario.endpoints).toMatchObject([{ name: 'web', count: 3 }]);
  });

  it('keeps a request that meets no load, so that a person sees why', () => {
    const request = { caller: { kind: 'sidecar', namespace: 'lab' }, url: 'http://nobody.example/' } as const;
    const scenario = read(defaultScenario(meshOf(ENTRY), request));
    expect(scenario).toMatchObject({ request, endpoints: [], behaviours: [] });
  });

  it('prefers what has most to show', () => {
    expect(read(defaultScenario(meshOf(`${ENTRY}---\n${SERVICE}${RULE}`))).request.url).toContain('web');
  });

  it('sends what the files define where no rule takes a request: to a port of TLS, or of TCP', () => {
    const only = (port: string) => meshOf(ENTRY.replace('{ number: 80, name: http, protocol: HTTP }', port));
    const https = read(defaultScenario(only('{ number: 443, name: https, protocol: HTTPS }')));
    expect(https.request).toMatchObject({ url: 'https://api.example/' });
    expect(https.behaviours).toMatchObject([{ script: [{ does: 'refuses' }] }]);
    const tcp = only('{ number: 6379, name: tcp-redis, protocol: TCP }');
    const redis = read(defaultScenario(tcp));
    expect(redis.request).toMatchObject({ protocol: 'tcp', host: 'api.example', port: 6379 });
    expect(runLoad(tcp, redis).sent).toBeGreaterThan(0);
  });

  it('is none where nothing sends to anything', () => {
    expect(defaultScenario(meshOf(''))).toBeUndefined();
    expect(defaultScenario(meshOf(RULE.slice(4)))).toBeUndefined();
  });

  it('says in comments what can be changed', () => {
    expect(defaultScenario(meshOf(ENTRY))?.match(/^ *# /gm)).toHaveLength(3);
  });
});
