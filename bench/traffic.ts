import process from 'node:process';
import { linkMesh, loadRegexes, type FileDocuments, type Mesh } from '../src/istio/index.ts';
import {
  compareTraffic,
  readScenario,
  route,
  sendMany,
  startLoad,
  type Request,
} from '../src/traffic/index.ts';
import { createParseCache, splitDocuments } from '../src/yaml/index.ts';
import { percentile } from './statistics.mjs';
import { workspaceOf } from './workspace.ts';

// Requests through a workspace that has been read: the first after an edit, those after it, and many by a seed. Prints what `bench/run.mjs` puts in its table.
await loadRegexes();

const EDITS = 40;
const REQUESTS = 400;
const SENDS = 10_000;

const count = Number(process.argv[2] ?? 1000);
const hosts = Math.floor(count / 3);
const files = workspaceOf(count, 20);
const cache = createParseCache();

const read = (edit: number): FileDocuments[] =>
  files.map(({ path, text }, index) => ({
    path,
    documents: splitDocuments(
      index === edit % files.length ? text.replace(/timeout: \d+/, `timeout: ${edit + 10}`) : text,
    ).map((slice) => cache.read(slice.text)),
  }));

const request = (index: number): Request => ({
  caller: { kind: 'sidecar', namespace: `team-${index % 20}` },
  url: `http://api-${(index * 7) % hosts}.partners.example/v${(index % 5) + 1}/items`,
});

function timed(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

let mesh: Mesh = linkMesh(read(0));
route(mesh, request(0));
const first: number[] = [];
for (let edit = 1; edit <= EDITS; edit++) {
  mesh = linkMesh(read(edit), undefined, mesh);
  first.push(timed(() => void route(mesh, request(edit))));
}
for (let index = 0; index < 20; index++) route(mesh, request(index));
const each = Array.from({ length: REQUESTS }, (_, index) => timed(() => void route(mesh, request(index))));
const many = [1, 2, 3, 4, 5].map((seed) =>
  timed(() => void sendMany(mesh, request(3), { count: SENDS, seed })),
);
// One rule changed, between two states that nobody has asked anything: as a pull request is compared.
const compared = [1, 2, 3, 4, 5].map((edit) => {
  const before = linkMesh(read(0));
  const after = linkMesh(read(edit), undefined, before);
  return timed(() => void compareTraffic(before, after));
});
// A minute of a thousand requests a second, one of twenty endpoints failing: outlier detection and retries at work.
const target = linkMesh([
  {
    path: 'load.yaml',
    documents: splitDocuments(`apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec: { hosts: [api.example], resolution: DNS, ports: [{ number: 80, name: http, protocol: HTTP }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: shop }
spec:
  host: api.example
  trafficPolicy: { outlierDetection: { consecutive5xxErrors: 2, interval: 5s, maxEjectionPercent: 50 } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example]
  http:
  - { timeout: 2s, retries: { attempts: 2, retryOn: 5xx }, route: [{ destination: { host: api.example } }] }
`).map((slice) => cache.read(slice.text)),
  },
]);
const { scenario } = readScenario({
  request: { from: 'shop', url: 'http://api.example/' },
  duration: '60s',
  load: { rate: 1000 },
  endpoints: [{ name: 'e', count: 20, latency: { p50: '20ms', p99: '200ms' }, errors: '1%' }],
  behaviours: [{ where: { endpoint: 'e-1' }, script: [{ from: '10s', to: '40s', answers: 503 }] }],
});
if (!scenario) throw new Error('The scenario of the bench cannot be read.');
// As a worker does it: the report, which the page draws, is part of it.
const loaded = [1, 2, 3, 4, 5].map((seed) =>
  timed(() => {
    const load = startLoad(target, { ...scenario, seed });
    load.run.advance(Infinity);
    load.report();
  }),
);
process.stdout.write(
  JSON.stringify({
    first: percentile(first, 0.95),
    each: percentile(each, 0.95),
    many: percentile(many, 0.5),
    compared: percentile(compared, 0.5),
    loaded: percentile(loaded, 0.5),
  }),
);
