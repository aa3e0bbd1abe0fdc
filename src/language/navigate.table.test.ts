import { describe, expect, it } from 'vitest';
import { definition, referencesAt, type Location } from './index.ts';
import { contextOf, unmarked, type Mark } from './workspace.testkit.ts';

const object = (kind: string, name: string, spec: string, namespace = 'books') => {
  const group = /Policy$|Authentication$/.test(kind) ? 'security' : 'networking';
  return `---\napiVersion: ${group}.istio.io/v1\nkind: ${kind}\nmetadata:\n  ${name}\n  namespace: ${namespace}\nspec:\n${spec}\n`;
};
const core = (kind: string, name: string, more = '', namespace = 'books') =>
  `---\napiVersion: v1\nkind: ${kind}\nmetadata:\n  ${name}\n  namespace: ${namespace}\n${more}`;
const pods = (labels: string, name = 'name: till', namespace = 'books') =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {${name}, namespace: ${namespace}}\nspec:\n  template:\n    metadata:\n      ${labels}\n`;

const vs = (spec: string, name = 'name: own') => object('VirtualService', name, spec);
const dr = (spec: string, namespace = 'books') => object('DestinationRule', 'name: rule', spec, namespace);
const to = (destination: string) =>
  `  http:\n  - route:\n    - destination:\n        ${destination.replaceAll(', ', '\n        ')}`;
const ledger = (hosts: string, more = '') =>
  object('ServiceEntry', 'name: ledger', `  hosts:\n  - ${hosts}\n${more}`);

type Row = readonly [what: string, files: string | Record<string, string>];

const sorted = (places: readonly (Mark | Location)[]) =>
  places
    .map(({ file, from, to }) => ({ file, from, to }))
    .toSorted((a, b) => (a.file === b.file ? a.from - b.from : a.file < b.file ? -1 : 1));

/** The caret `¦`, and what it leads to between `«` and `»`. */
const DEFINITIONS: readonly Row[] = [
  ['a ServiceEntry, from a destination', ledger('«ledger.example»') + vs(to('host: ledger.ex¦ample'))],
  [
    'a ServiceEntry in another file',
    { 'b.yaml': ledger('«ledger.example»'), 'a.yaml': dr('  host: led¦ger.example') },
  ],
  [
    'a ServiceEntry, from a mirror',
    ledger('«ledger.example»') + vs('  http:\n  - mirror: {host: ledger¦.example}'),
  ],
  ['a wildcard', object('ServiceEntry', 'name: w', '  hosts: [«"*.example"»]') + dr('  host: "*.ex¦ample"')],
  ['a Service, from its short name', core('Service', '«name: till»') + vs(to('host: ti¦ll'))],
  [
    'a Service, from its whole name',
    core('Service', '«name: till»') + dr('  host: till.boo¦ks.svc.cluster.local', 'shop'),
  ],
  ['a Service, from a name of clients', core('Service', '«name: till»') + vs('  hosts: [till.bo¦oks]')],
  [
    'nothing, from a short name in another namespace',
    core('Service', 'name: till') + dr('  host: ti¦ll', 'shop'),
  ],
  [
    'an assumed Service',
    {
      'meshwright.config.yaml': 'assume:\n- kind: Service\n  «name: till»\n  namespace: books\n',
      'a.yaml': vs(to('host: ti¦ll')),
    },
  ],
  [
    'what a Sidecar imports',
    ledger('«ledger.example»') +
      object('Sidecar', 'name: s', '  egress:\n  - hosts: [books/ledger¦.example]'),
  ],
  [
    'what a Gateway lets in',
    ledger('«ledger.example»') + object('Gateway', 'name: g', '  servers:\n  - hosts: [./ledger.ex¦ample]'),
  ],
  [
    'what SNI asks for',
    ledger('«ledger.example»') + vs('  tls:\n  - match: [{sniHosts: [led¦ger.example]}]'),
  ],
  [
    'both, where two define a host',
    ledger('«ledger.example»') +
      object('ServiceEntry', 'name: two', '  hosts: [«ledger.example»]') +
      dr('  host: ledger¦.example'),
  ],
  [
    'a subset',
    dr('  host: a.example\n  subsets:\n  - «name: v1»\n  - name: v2') +
      vs(to('host: a.example, subset: v¦1')),
  ],
  [
    'a subset of a short host',
    dr('  host: till\n  subsets:\n  - «name: v1»') +
      vs(to('host: till.books.svc.cluster.local, subset: v¦1')),
  ],
  [
    'no subset of another host',
    dr('  host: b.example\n  subsets:\n  - name: v1') + vs(to('host: a.example, subset: v¦1')),
  ],
  [
    'a port of a ServiceEntry',
    ledger('a.example', '  ports:\n  - «number: 80»\n  - number: 81') +
      vs(to('host: a.example, port: {number: 8¦0}')),
  ],
  [
    'a port of a Service',
    core('Service', 'name: till', 'spec: {ports: [{«port: 80»}]}\n') +
      dr('  host: till\n  trafficPolicy:\n    portLevelSettings:\n    - port: {number: 8¦0}'),
  ],
  ['a Gateway by its name', object('Gateway', '«name: front»', '  servers: []') + vs('  gateways: [fro¦nt]')],
  [
    'a Gateway of another namespace',
    object('Gateway', '«name: front»', '  servers: []', 'doors') + vs('  gateways: [do¦ors/front]'),
  ],
  [
    'a Gateway of a match',
    object('Gateway', '«name: front»', '  servers: []') + vs('  http:\n  - match: [{gateways: [./fr¦ont]}]'),
  ],
  ['a delegate', vs('  http:\n  - delegate: {name: re¦st}') + vs('  http: []', '«name: rest»')],
  [
    'a delegate of another namespace',
    vs('  http:\n  - delegate: {name: re¦st, namespace: shop}') +
      object('VirtualService', '«name: rest»', '  http: []', 'shop') +
      vs('  http: []', 'name: rest'),
  ],
  [
    'a Secret',
    core('Secret', '«name: cert»') +
      object('Gateway', 'name: g', '  servers:\n  - tls: {credentialName: ce¦rt}'),
  ],
  [
    'a Secret of a list',
    core('Secret', '«name: cert»') +
      object('Gateway', 'name: g', '  servers:\n  - tls: {credentialNames: [ce¦rt]}'),
  ],
  [
    'a namespace',
    core('Namespace', '«name: shop»').replace('\n  namespace: books', '') +
      core('Service', 'name: a', '', 'sh¦op'),
  ],
  [
    'a namespace that sees something',
    core('Namespace', '«name: shop»').replace('\n  namespace: books', '') + vs('  exportTo: [sh¦op]'),
  ],
  [
    'a namespace of callers',
    core('Namespace', '«name: shop»').replace('\n  namespace: books', '') +
      object('AuthorizationPolicy', 'name: p', '  rules:\n  - from:\n    - source: {namespaces: [sh¦op]}'),
  ],
  [
    'pods, from a selector',
    pods('«labels: {app: till, version: v1}»') +
      object('Sidecar', 'name: s', '  workloadSelector: {labels: {app: ti¦ll}}'),
  ],
  [
    'pods, from a key of a selector',
    pods('«labels: {app: till}»') +
      object('PeerAuthentication', 'name: s', '  selector: {matchLabels: {app¦: till}}'),
  ],
  [
    'pods, from a Service',
    pods('«labels: {app: till}»') + core('Service', 'name: till', 'spec: {selector: {app: ti¦ll}}\n'),
  ],
  [
    'pods of any namespace, from a Gateway',
    pods('«labels: {istio: in}»', 'name: in', 'system') +
      object('Gateway', 'name: g', '  selector: {istio: i¦n}'),
  ],
  [
    'pods of a subset',
    pods('«labels: {app: till, version: v1}»') +
      pods('labels: {app: other, version: v1}', 'name: other') +
      core('Service', 'name: till', 'spec: {selector: {app: till}}\n') +
      dr('  host: till\n  subsets: [{name: v1, labels: {version: v¦1}}]'),
  ],
  [
    'no pods of another namespace',
    pods('labels: {app: till}', 'name: till', 'shop') +
      object('Sidecar', 'name: s', '  workloadSelector: {labels: {app: ti¦ll}}'),
  ],
  [
    'a service account',
    core('ServiceAccount', '«name: teller»') +
      object('WorkloadEntry', 'name: w', '  serviceAccount: tel¦ler'),
  ],
  [
    'a service account, from an identity',
    core('ServiceAccount', '«name: teller»') +
      object(
        'AuthorizationPolicy',
        'name: p',
        '  rules:\n  - from:\n    - source: {principals: [cluster.local/ns/books/sa/tel¦ler]}',
        'shop',
      ),
  ],
  [
    'what a policy targets',
    object('Gateway', '«name: front»', '  servers: []') +
      object(
        'AuthorizationPolicy',
        'name: p',
        '  targetRefs: [{group: networking.istio.io, kind: Gateway, name: fr¦ont}]',
      ),
  ],
  [
    'a Service that a policy targets',
    core('Service', '«name: till»') +
      object('AuthorizationPolicy', 'name: p', '  targetRefs: [{group: "", kind: Service, name: ti¦ll}]'),
  ],
  [
    'a ServiceEntry that a policy targets, by its name',
    object('ServiceEntry', '«name: pay»', '  hosts: [pay.example]') +
      object(
        'RequestAuthentication',
        'name: p',
        '  targetRefs: [{group: networking.istio.io, kind: ServiceEntry, name: p¦ay}]',
      ),
  ],
  [
    'a Gateway of Kubernetes, not Istio’s of the same name',
    object('Gateway', 'name: front', '  servers: []') +
      object('Gateway', '«name: front»', '  listeners: []').replace(
        'networking.istio.io/v1',
        'gateway.networking.k8s.io/v1',
      ) +
      object(
        'AuthorizationPolicy',
        'name: p',
        '  targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: fr¦ont}]',
      ),
  ],
  [
    'a Service, from what is not modelled',
    core('Service', '«name: till»') +
      object('WasmPlugin', 'name: w', '  targetRefs: [{group: "", kind: Service, name: ti¦ll}]'),
  ],
  [
    'what stands in a List, from another item of it',
    `apiVersion: v1\nkind: List\nitems:\n${[ledger('«ledger.example»'), vs(to('host: ledger.ex¦ample'))]
      .map((text) => `- ${text.replace('---\n', '').trimEnd().replaceAll('\n', '\n  ')}\n`)
      .join('')}`,
  ],
  [
    'a host, from an alias',
    ledger('«ledger.example»') + vs('  hosts: [&it ledger.example]\n  http:\n  - mirror: {host: *i¦t}'),
  ],
  ['a host, in quotes', ledger('«"ledger.example"»') + dr("  host: 'led¦ger.example'")],
  ['a host, on a line of its own', ledger('«ledger.example»') + dr('  host:\n    led¦ger.example')],
  [
    'a host, with the line ends of Windows',
    (ledger('«ledger.example»') + dr('  host: led¦ger.example   # theirs')).replaceAll('\n', '\r\n'),
  ],
  [
    'a host, beside a document that cannot be read',
    ledger('«ledger.example»') + dr('  host: led¦ger.example') + '---\na: [\n',
  ],
  [
    'nothing, from a Sidecar that imports all',
    ledger('ledger.example') + object('Sidecar', 'name: s', '  egress: [{hosts: ["./¦*"]}]'),
  ],
  [
    'a host of any namespace that a Sidecar imports',
    ledger('«ledger.example»') +
      object('Sidecar', 'name: s', '  egress: [{hosts: ["*/ledger¦.example"]}]', 'shop'),
  ],
  ['itself, from a name', object('Gateway', '«name: fr¦ont»', '  servers: []')],
  ['nothing, from the gateway of all sidecars', vs('  gateways: [me¦sh]')],
  ['nothing, from a star', vs('  exportTo: ["¦*"]')],
  [
    'a host, from a later document of another file',
    {
      'b.yaml': ledger('«ledger.example»'),
      'a.yaml': `${vs('  hosts: [a]')}---\n${dr('  host: ledger.ex¦ample')}`,
    },
  ],
];

describe('definition leads to', () => {
  it.each(DEFINITIONS)('%s', (_, given) => {
    const { files, file, offset, marks } = unmarked(given);
    expect(sorted(definition(contextOf(files), file, offset))).toEqual(sorted(marks));
  });
});

/** The caret `¦`, and what refers to the same between `«` and `»`, without what defines it. */
const REFERENCES: readonly Row[] = [
  [
    'a host, from the ServiceEntry',
    ledger('«led¦ger.example»') + dr('  «host: ledger.example»') + vs(to('«host: ledger.example»')),
  ],
  [
    'a host, from a destination',
    ledger('«ledger.example»') + dr('  «host: ledger.example»') + vs(to('«host: ledger.¦example»')),
  ],
  [
    'a host that nothing defines',
    dr('  «host: ledger.ex¦ample»') +
      vs(`  hosts: [«ledger.example», ledger.example.org]\n${to('«host: ledger.example»')}`),
  ],
  [
    'a Service in all its forms',
    core('Service', 'name: ti¦ll') +
      vs(`  hosts: [«till», «till.books», «till.books.svc.cluster.local»]\n${to('«host: till»')}`) +
      dr('  host: till', 'shop'),
  ],
  [
    'a Service over files',
    {
      'a.yaml': core('Service', 'name: ti¦ll'),
      'b.yaml': dr('  «host: till»'),
      'c.yaml': dr('  «host: till.books.svc.cluster.local»', 'shop'),
    },
  ],
  [
    'a host in SNI and headers',
    ledger('«ledger¦.example»') +
      vs(
        '  tls:\n  - match: [{sniHosts: [«ledger.example»]}]\n  http:\n  - rewrite: {«authority: ledger.example»}',
      ) +
      dr('  «host: ledger.example»\n  trafficPolicy: {tls: {«sni: ledger.example»}}'),
  ],
  [
    'a host that is imported and let in',
    ledger('«ledger.¦example»') +
      object('Sidecar', 'name: s', '  egress:\n  - hosts: [«books/ledger.example», ./*]') +
      object('Gateway', 'name: g', '  servers:\n  - hosts: [«./ledger.example»]'),
  ],
  [
    'a subset, from the rule',
    dr('  host: a.example\n  subsets:\n  - name: v¦1') +
      vs(to('host: a.example, «subset: v1»')) +
      vs(to('host: b.example, subset: v1')),
  ],
  [
    'a subset, from a destination',
    dr('  host: a.example\n  subsets:\n  - name: v1') +
      vs(to('host: a.example, «subset: v¦1»') + '\n    mirror: {host: a.example, «subset: v1»}'),
  ],
  [
    'a port, from the ServiceEntry',
    ledger('a.example', '  ports:\n  - number: 8¦0') +
      vs(to('host: a.example, port: {«number: 80»}')) +
      vs(to('host: b.example, port: {number: 80}')),
  ],
  [
    'a port, from a Service',
    core('Service', 'name: till', 'spec: {ports: [{port: 8¦0}]}\n') +
      dr('  host: till\n  trafficPolicy:\n    portLevelSettings:\n    - port: {«number: 80»}'),
  ],
  [
    'a Gateway',
    object('Gateway', 'name: fr¦ont', '  servers: []', 'doors') +
      vs('  gateways: [«doors/front», front]\n  http:\n  - match: [{gateways: [«doors/front»]}]'),
  ],
  [
    'a Gateway that a policy targets',
    object('Gateway', 'name: fr¦ont', '  servers: []') +
      object(
        'AuthorizationPolicy',
        'name: p',
        '  targetRefs: [{group: networking.istio.io, kind: Gateway, «name: front»}]',
      ),
  ],
  [
    'a Service that policies target, in both ways',
    core('Service', 'name: ti¦ll') +
      object('AuthorizationPolicy', 'name: p', '  targetRefs: [{group: "", kind: Service, «name: till»}]') +
      object('RequestAuthentication', 'name: p', '  targetRef: {group: core, kind: Service, «name: till»}') +
      object('WasmPlugin', 'name: p', '  targetRefs: [{group: "", kind: Service, «name: till»}]') +
      object('AuthorizationPolicy', 'name: p', '  targetRefs: [{kind: Service, name: till}]', 'shop'),
  ],
  ['a Gateway that nothing defines', vs('  gateways: [«doors/fr¦ont»]') + vs('  gateways: [«doors/front»]')],
  ['a delegate', vs('  http:\n  - delegate: {«name: rest»}') + vs('  http: []', 'name: re¦st')],
  [
    'a Secret',
    core('Secret', 'name: ce¦rt') +
      object(
        'Gateway',
        'name: g',
        '  servers:\n  - tls: {«credentialName: cert»}\n  - tls: {credentialNames: [«cert»]}',
      ) +
      dr('  trafficPolicy: {tls: {«credentialName: cert»}}'),
  ],
  [
    'no Secret of another namespace',
    core('Secret', 'name: ce¦rt') +
      object('Gateway', 'name: g', '  servers:\n  - tls: {credentialName: cert}', 'doors'),
  ],
  [
    'a namespace',
    core('Namespace', 'name: sh¦op').replace('\n  namespace: books', '') +
      core('Service', 'name: a', '', 'shop').replace('namespace: shop', '«namespace: shop»') +
      vs('  exportTo: [., «shop»]\n  http:\n  - match: [{«sourceNamespace: shop»}]'),
  ],
  [
    'a namespace, from an export',
    vs('  exportTo: [«sh¦op»]') +
      core('Service', 'name: a', '', 'shop').replace('namespace: shop', '«namespace: shop»'),
  ],
  [
    'a service account',
    core('ServiceAccount', 'name: tel¦ler') +
      object('WorkloadEntry', 'name: w', '  «serviceAccount: teller»') +
      object(
        'AuthorizationPolicy',
        'name: p',
        '  rules:\n  - from:\n    - source: {serviceAccounts: [«books/teller», teller], principals: [«cluster.local/ns/books/sa/teller»]}',
        'shop',
      ),
  ],
  [
    'selectors, from the labels of pods',
    pods('labels: {app: ti¦ll, version: v1}') +
      core('Service', 'name: till', 'spec: {«selector: {app: till}»}\n') +
      object('Sidecar', 'name: s', '  workloadSelector: {«labels: {version: v1}»}') +
      object('Sidecar', 'name: other', '  workloadSelector: {labels: {app: other}}'),
  ],
  [
    'selectors of the same, from a selector',
    object('Sidecar', 'name: s', '  workloadSelector: {«labels: {app: ti¦ll}»}') +
      object('PeerAuthentication', 'name: p', '  selector: {«matchLabels: {app: till}»}') +
      object('PeerAuthentication', 'name: q', '  selector: {matchLabels: {app: till}}', 'shop'),
  ],
  ['nothing, from a key', vs('  gate¦ways: [front]')],
  ['nothing, from a comment', '# fro¦nt\n'],
];

describe('references to', () => {
  it.each(REFERENCES)('%s', (_, given) => {
    const { files, file, offset, marks } = unmarked(given);
    expect(sorted(referencesAt(contextOf(files), file, offset, false))).toEqual(sorted(marks));
  });
});
