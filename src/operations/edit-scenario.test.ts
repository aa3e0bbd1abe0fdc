import { describe, expect, it } from 'vitest';
import { linkMesh } from '../istio/index.ts';
import { applyChanges } from '../text/index.ts';
import { parseDocument, RefusedError, splitDocuments } from '../yaml/index.ts';
import { scenarioFile } from './edit-scenario.ts';
import { planOperation } from './plan-operation.ts';
import type { Operation } from './types.ts';

const RESOURCES = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80 }], selector: { app: web } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }] }
`;
const SCENARIO = `# ours
request: { from: shop, url: http://web/a } # short
load: { rate: 10 }
---
request: { from: { namespace: shop }, url: "http://web.shop:80/" }
load: { rate: 20 } # more
endpoints:
- { name: one, host: web.shop.svc.cluster.local, subset: v1 }
behaviours:
- where: { host: web.shop.svc.cluster.local }
  errors: 1%
`;
const FILES = [
  { path: 'mesh.yaml', text: RESOURCES },
  { path: 'a.load.yaml', text: SCENARIO },
];
function after(operation: Operation): readonly string[] {
  const mesh = linkMesh(
    FILES.map(({ path, text }) => ({
      path,
      documents: splitDocuments(text).map((slice) => parseDocument(slice.text)),
    })),
  );
  const { changes } = planOperation({ files: FILES, mesh }, operation);
  return applyChanges(FILES, changes).files.map(({ path, text }) => (path === 'mesh.yaml' ? '' : text));
}
const at = { file: 'a.load.yaml', document: 1 };

describe('a kept scenario', () => {
  it('is changed in its own document, and nothing else', () => {
    expect(after({ kind: 'set-in-scenario', ...at, path: ['load', 'rate'], value: 50 })[1]).toBe(
      SCENARIO.replace('rate: 20', 'rate: 50'),
    );
    expect(after({ kind: 'set-in-scenario', ...at, path: ['behaviours'] })[1]).toBe(
      SCENARIO.slice(0, SCENARIO.indexOf('behaviours')),
    );
  });

  it('is a file of its own, and never written over another', () => {
    expect(after({ kind: 'add-scenario', file: 'b.load.yaml', text: 'load: {}\n' })).toContain('load: {}\n');
    expect(() => after({ kind: 'add-scenario', file: 'a.load.yaml', text: '' })).toThrow(RefusedError);
  });

  it('follows a host, a subset and a namespace that get another name', () => {
    const host = 'web.shop.svc.cluster.local';
    expect(after({ kind: 'rename-host', host, to: 'site.shop.svc.cluster.local' })[1]).toBe(
      SCENARIO.replaceAll('web', 'site'),
    );
    expect(
      after({ kind: 'rename-subset', resource: 'DestinationRule/shop/web', subset: 'v1', name: 'v2' })[1],
    ).toBe(SCENARIO.replace('subset: v1', 'subset: v2'));
  });
});

it.each([
  [[], 'eu/a answers 503', 'eu-a-answers-503.load.yaml'],
  [['x/b.load.yaml', 'y.expect.yaml'], 'Spike!', 'x/spike.load.yaml'],
  [['y/a.expect.yaml'], '', 'y/load.load.yaml'],
  [['spike.load.yaml', 'Spike-2.load.yaml'], 'spike', 'spike-3.load.yaml'],
])('beside %j, %j goes to %s', (paths, name, file) => {
  expect(
    scenarioFile(
      paths.map((path) => ({ path })),
      name,
    ),
  ).toBe(file);
});
