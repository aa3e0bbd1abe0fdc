import fc from 'fast-check';
import type { FileDocuments } from '../istio/index.ts';
import { brokenDocument, documentOf } from '../istio/mesh.testkit.ts';
import type { ParsedDocument, YamlMap, YamlValue } from '../yaml/index.ts';

/** Few names, so that resources made at random refer to each other, clash, and dangle. */
const namespace = fc.constantFrom('a', 'b');
const name = fc.constantFrom('one', 'two', 'three');
const host = fc.constantFrom('one', 'two.a.svc.cluster.local', 'x.example', 'y.example', '*.example', '*');
const subset = fc.option(fc.constantFrom('v1', 'v2'), { nil: undefined });
const port = fc.constantFrom(80, 443, 9000);
const labels: fc.Arbitrary<YamlMap> = fc.record(
  { app: fc.constantFrom('one', 'two'), version: fc.constantFrom('v1', 'v2'), istio: fc.constant('edge') },
  { requiredKeys: [] },
);
const list = <T>(item: fc.Arbitrary<T>, maxLength = 2) => fc.array(item, { maxLength });
const some = (model: Record<string, fc.Arbitrary<YamlValue | undefined>>): fc.Arbitrary<YamlMap> =>
  fc.record(model, { requiredKeys: [] }).map((map) => JSON.parse(JSON.stringify(map)) as YamlMap);

const destination = some({ host, subset, port: port.map((number) => ({ number })) });
const gateways = list(fc.constantFrom('mesh', 'one', 'b/two', 'a/three'), 2);
const exportTo = fc.constantFrom<YamlValue | undefined>(undefined, undefined, ['*'], ['.'], ['b'], ['~']);
const httpRule = some({
  match: list(
    some({ uri: fc.constantFrom({ prefix: '/' }, { prefix: '/a' }, { exact: '/b' }), gateways, port }),
  ),
  route: list(some({ destination, weight: fc.integer({ min: 0, max: 100 }) })),
  mirror: destination,
  mirrorPercentage: fc.constant({ value: 10 }),
  delegate: some({ name, namespace }),
  timeout: fc.constant('5s'),
});
const l4Rule = some({ match: list(some({ port, gateways })), route: list(some({ destination })) });
const tls = some({ mode: fc.constantFrom('SIMPLE', 'DISABLE', 'ISTIO_MUTUAL') });
const policy = some({
  tls,
  portLevelSettings: list(some({ port: port.map((number) => ({ number })), tls })),
});

const specs: Record<string, [apiVersion: string, fc.Arbitrary<YamlMap>]> = {
  VirtualService: [
    'networking.istio.io/v1',
    some({
      hosts: list(host),
      gateways,
      http: list(httpRule, 3),
      tls: list(l4Rule, 1),
      tcp: list(l4Rule, 1),
      exportTo,
    }),
  ],
  DestinationRule: [
    'networking.istio.io/v1',
    some({
      host,
      trafficPolicy: policy,
      subsets: list(some({ name: fc.constantFrom('v1', 'v2'), labels, trafficPolicy: policy })),
      workloadSelector: fc.constantFrom(undefined, undefined, { matchLabels: { app: 'one' } }),
      exportTo,
    }),
  ],
  ServiceEntry: [
    'networking.istio.io/v1',
    some({
      hosts: list(host),
      ports: list(some({ number: port, protocol: fc.constantFrom('HTTP', 'HTTPS', 'TCP') })),
      location: fc.constantFrom('MESH_EXTERNAL', 'MESH_INTERNAL'),
      resolution: fc.constantFrom('DNS', 'STATIC', 'NONE'),
      endpoints: list(some({ address: fc.constantFrom('10.0.0.1', 'e.example'), labels })),
      workloadSelector: fc.constantFrom(undefined, undefined, { labels: { app: 'one' } }),
      exportTo,
    }),
  ],
  Gateway: [
    'networking.istio.io/v1',
    some({
      selector: labels,
      servers: list(some({ hosts: list(host), port: port.map((number) => ({ number })) })),
    }),
  ],
  Service: [
    'v1',
    some({ selector: labels, ports: list(some({ port, name: fc.constantFrom('http', 'tcp-x') })) }),
  ],
  Deployment: ['apps/v1', some({ template: labels.map((map) => ({ metadata: { labels: map } })) })],
  WorkloadEntry: ['networking.istio.io/v1', some({ address: fc.constant('10.0.0.9'), labels })],
  Sidecar: ['networking.istio.io/v1', some({ workloadSelector: labels.map((map) => ({ labels: map })) })],
  ConfigMap: ['v1', fc.constant({})],
};

const resource: fc.Arbitrary<ParsedDocument> = fc
  .oneof(
    ...Object.entries(specs).map(([kind, [apiVersion, spec]]) =>
      fc.record({ kind: fc.constant(kind), apiVersion: fc.constant(apiVersion), spec }),
    ),
  )
  .chain(({ kind, apiVersion, spec }) =>
    fc.record({ name, namespace }).map((metadata) => documentOf({ apiVersion, kind, metadata, spec })),
  );

/** A document: mostly a resource, now and then something broken or empty. */
export const anyDocument = fc.oneof(
  { weight: 12, arbitrary: resource },
  { weight: 1, arbitrary: fc.constant(null).map(() => brokenDocument()) },
  {
    weight: 1,
    arbitrary: fc
      .constant(null)
      .map((): ParsedDocument => ({ text: '# empty', value: undefined, problems: [] })),
  },
);

/** The documents of two files. */
export type Workspace = readonly (readonly ParsedDocument[])[];
export const anyWorkspace: fc.Arbitrary<Workspace> = fc.tuple(
  fc.array(anyDocument, { maxLength: 10 }),
  fc.array(anyDocument, { maxLength: 5 }),
);

export const filesIn = (workspace: Workspace): readonly FileDocuments[] =>
  workspace.map((documents, n) => ({ path: `${String(n)}.yaml`, documents }));

/** A document's resource under another name, or with another's spec; as it was where it has none. */
function respelled(document: ParsedDocument | undefined, other: ParsedDocument, kind: 'rename' | 'change') {
  const [value, from] = [document?.value, other.value].map((one) => one as YamlMap | undefined);
  if (!document || !value || !from) return document ?? other;
  if (kind === 'change')
    return value.kind === from.kind ? documentOf({ ...value, spec: from.spec ?? null }) : document;
  return documentOf({
    ...value,
    metadata: { ...(value.metadata as YamlMap), name: `other-${JSON.stringify(from.kind)}` },
  });
}

/** An edit of any kind: a document replaced, changed, renamed, put in, taken out, broken, or moved to the other file. */
export type Edit = (workspace: Workspace) => Workspace;
export const anyEdit: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.constantFrom(
      ...(['replace', 'replace', 'replace', 'change', 'change', 'change', 'rename', 'rename'] as const),
      ...(['insert', 'remove', 'break', 'move', 'reverse'] as const),
    ),
    file: fc.nat(1),
    at: fc.nat(9),
    document: anyDocument,
  })
  .map(({ kind, file, at, document }) => (workspace) => {
    const documents = [...(workspace[file] ?? [])];
    const other = [...(workspace[1 - file] ?? [])];
    const index = documents.length ? at % documents.length : 0;
    if (kind === 'insert' || !documents.length) documents.splice(index, 0, document);
    else if (kind === 'replace') documents[index] = document;
    else if (kind === 'change' || kind === 'rename')
      documents[index] = respelled(documents[index], document, kind);
    else if (kind === 'break') documents[index] = brokenDocument();
    else if (kind === 'reverse') documents.reverse();
    else if (kind === 'remove') documents.splice(index, 1);
    else other.push(...documents.splice(index, 1));
    return file === 0 ? [documents, other] : [other, documents];
  });
