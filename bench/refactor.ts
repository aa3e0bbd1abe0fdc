import process from 'node:process';
import { linkMesh } from '../src/istio/index.ts';
import { planRefactoring, REFACTORINGS } from '../src/operations/refactor/index.ts';
import type { TextFile } from '../src/text/index.ts';
import { parseDocument, splitDocuments } from '../src/yaml/index.ts';
import { percentile } from './statistics.mjs';

// A namespace is given another name: half of the resources are VirtualServices with twelve places each that name it, half
// DestinationRules with two; two of them in a file.
const count = Number(process.argv[2] ?? 1000);

const host = (index: number) => `app-${index}.shop.svc.cluster.local`;
const rule = (index: number, version: number) => `  # v${version}
  - name: v${version}
    match:
    - uri: {prefix: /v${version}/}
    timeout: ${version}s
    route:
    - destination:
        host: ${host(index)}
        subset: eu
      weight: 90
    - destination: {host: ${host(index)}, subset: us}
      weight: 10
`;
const fileOf = (index: number): TextFile => ({
  path: `apps/app-${index}.yaml`,
  text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: app-${index}
  namespace: shop   # ours
spec:
  hosts: [${host(index)}]
  http:
${[1, 2, 3, 4, 5].map((version) => rule(index, version)).join('')}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: app-${index}, namespace: shop}
spec:
  host: ${host(index)}
  trafficPolicy:
    connectionPool: {tcp: {maxConnections: 30}}
  subsets:
  - {name: eu, labels: {version: eu}}
  - {name: us, labels: {version: us}}
`,
});

const files = Array.from({ length: count / 2 }, (_, index) => fileOf(index));
const mesh = linkMesh(
  files.map(({ path, text }) => ({
    path,
    documents: splitDocuments(text).map((slice) => parseDocument(slice.text)),
  })),
);
const rename = REFACTORINGS.find(({ id }) => id === 'rename-namespace');
if (!rename) throw new Error('no such refactoring');

const times = Array.from({ length: 3 }, (_, round) => {
  const to = `store-${round}`;
  const begun = performance.now();
  const { changes } = planRefactoring({ files, mesh }, rename, {}, { from: 'shop', 'to shop': to });
  if (changes.length !== files.length) throw new Error(`${changes.length} files were changed`);
  return performance.now() - begun;
});
process.stdout.write(JSON.stringify({ planned: percentile(times, 0.5) }));
