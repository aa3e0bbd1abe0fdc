import { describe, expect, it } from 'vitest';
import { planOperation } from '../../operations/index.ts';
import { applyChanges } from '../../text/index.ts';
import { contextOf, unmarked } from '../workspace.testkit.ts';
import { prepareRename, renameAt } from './index.ts';

const object = (kind: string, name: string, namespace: string, spec: string) => {
  const group = kind.endsWith('Policy') ? 'security' : 'networking';
  return `---\napiVersion: ${group}.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec:\n${spec}\n`;
};
const core = (kind: string, name: string, more = '') =>
  `---\napiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: books}${more}\n`;
const vs = (spec: string, namespace = 'books') => object('VirtualService', 'pay', namespace, spec);
const dr = (spec: string, namespace = 'books') => object('DestinationRule', 'rule', namespace, spec);
const to = (destination: string) => `  http:\n  - route:\n    - destination: {${destination}}`;

type Files = string | Record<string, string>;

/** Every place that changes is marked `«…»`, the caret stands in one of them; the rest stays as it is, byte for byte. */
const RENAMES: readonly [what: string, files: Files, name?: string][] = [
  [
    'a subset, from its rule',
    dr('  host: a.example\n  subsets:\n  - name: «v¦1»') + vs(to('host: a.example, subset: «v1»')),
  ],
  [
    'a subset, from a destination',
    dr('  host: a.example\n  subsets:\n  - name: «v1»   # old') + vs(to('host: a.example, subset: "«v1¦»"')),
  ],
  [
    'a subset of a short host',
    dr('  host: till\n  subsets: [{name: «v1»}]') +
      vs(to('host: till.books.svc.cluster.local, subset: «¦v1»')),
  ],
  [
    'a subset of this host only',
    dr('  host: a.example\n  subsets: [{name: «v¦1»}]') + vs(to('host: b.example, subset: v1')),
  ],
  [
    'a subset that two rules define',
    dr('  host: a.example\n  subsets: [{name: «v1»}]') +
      dr('  host: a.example\n  subsets: [{name: «v1»}]', 'shop') +
      vs(to('host: a.example, subset: «v¦1»')),
  ],
  [
    'a subset that nothing defines',
    vs(to('host: a.example, subset: «v¦1»') + '\n    mirror: {host: a.example, subset: «v1»}'),
  ],
  [
    'a Gateway, over two files',
    {
      'gateway.yaml': object('Gateway', '«front»', 'doors', '  servers: []'),
      'routes.yaml': vs(
        "  gateways: [doors/«fro¦nt», 'doors/«front»', front]\n  http:\n  - match: [{gateways: [doors/«front»]}]",
      ),
    },
  ],
  [
    'a Gateway, from its name',
    object('Gateway', '«fr¦ont»', 'books', '  servers: []') +
      vs('  gateways: [«front», ./«front», books/«front», other/front, mesh]'),
  ],
  [
    'a Gateway that another file set holds',
    vs('  gateways: [doors/«fr¦ont»]\n  http:\n  - match: [{gateways: [doors/«front»]}]'),
  ],
  [
    'a Gateway, written the old dotted way',
    object('Gateway', '«front»', 'doors', '  servers: []') +
      vs('  gateways: [«¦front».doors.svc.cluster.local]'),
  ],
  [
    'a delegate',
    vs('  http:\n  - delegate: {name: «re¦st»}') + object('VirtualService', '«rest»', 'books', '  http: []'),
  ],
  [
    'a delegate of another namespace',
    vs('  http:\n  - delegate: {name: «rest», namespace: shop}') +
      object('VirtualService', '«rest¦»', 'shop', '  http: []') +
      object('VirtualService', 'rest', 'books', '  http: []'),
  ],
  [
    'a Secret',
    core('Secret', '«cert»') +
      object(
        'Gateway',
        'front',
        'books',
        '  servers:\n  - tls: {credentialName: «ce¦rt»}\n  - tls: {credentialNames: [other, «cert»]}',
      ),
  ],
  [
    'a ServiceAccount',
    core('ServiceAccount', '«te¦ller»') +
      object(
        'AuthorizationPolicy',
        'who',
        'shop',
        '  rules:\n  - from:\n    - source: {serviceAccounts: [books/«teller», teller], principals: [cluster.local/ns/books/sa/«teller», "*/sa/teller"]}',
      ),
  ],
  ['a Sidecar, which nothing names', object('Sidecar', '«ow¦n»', 'books', '  egress: []')],
  [
    'a host, from the ServiceEntry',
    object('ServiceEntry', 'ledger', 'books', '  hosts: [«ledger.ex¦ample», "*.ledger.example"]') +
      dr('  host: «ledger.example»') +
      vs(`  hosts: [«ledger.example»]\n${to('host: «ledger.example»')}`),
    'accounts.example',
  ],
  [
    'a host that nothing defines',
    dr('  host: «led¦ger.example»') + vs(to('host: «ledger.example»')),
    'accounts.example',
  ],
  [
    'a wildcard',
    object('ServiceEntry', 'wild', 'books', '  hosts: ["«*.ledg¦er.example»"]') +
      dr('  host: "«*.ledger.example»"'),
    '*.accounts.example',
  ],
  [
    'a host with a namespace before it',
    object('ServiceEntry', 'ledger', 'books', '  hosts: [«ledger.example»]') +
      object('Sidecar', 'own', 'books', '  egress: [{hosts: [books/«led¦ger.example», "./*"]}]') +
      object('Gateway', 'front', 'books', '  servers: [{hosts: ["./«ledger.example»", «ledger.example»]}]'),
    'accounts.example',
  ],
  [
    'a host that clients ask for',
    object('ServiceEntry', 'ledger', 'books', '  hosts: [«ledger.example»]') +
      vs(
        '  tls:\n  - match: [{sniHosts: [«ledger¦.example»]}]\n  http:\n  - rewrite: {authority: «ledger.example»}',
      ) +
      dr('  host: «ledger.example»\n  trafficPolicy: {tls: {sni: «ledger.example»}}'),
    'accounts.example',
  ],
  [
    'a Service, from its name',
    core('Service', '«ti¦ll»') +
      vs(`  hosts: [«till», "«till».books"]\n${to('host: «till».books.svc.cluster.local')}`) +
      dr('  host: till', 'shop'),
  ],
  [
    'a Service, from a short name',
    core('Service', '«till»', '\nspec: {selector: {app: till}}') +
      vs(to('host: «ti¦ll»')) +
      dr('  host: «till».books.svc.cluster.local', 'shop'),
  ],
  [
    'a Service, from its whole name',
    core('Service', '«till»') + vs(to('host: «till¦».books.svc.cluster.local')),
  ],
  [
    'a Service that only the cluster has',
    vs(to('host: «till»')) + dr('  host: «t¦ill».books.svc.cluster.local', 'shop'),
  ],
  [
    'an assumed Service, from where it is assumed',
    {
      'meshwright.config.yaml': 'assume:\n- kind: Service\n  name: «ti¦ll»\n  namespace: books\n',
      'a.yaml': vs(to('host: «till»')),
    },
  ],
  [
    'a Service that a policy targets',
    core('Service', '«till»') +
      object(
        'AuthorizationPolicy',
        'who',
        'books',
        '  targetRefs: [{kind: Service, group: "", name: «ti¦ll»}]',
      ),
  ],
  [
    'a host that expectations speak of, also in URLs',
    {
      'a.yaml': object('ServiceEntry', 'e', 'books', '  hosts: [«a.exam¦ple»]'),
      'calls.expect.yaml': `expectations:
- request: {from: books, url: "https://«a.example»:8443/v2?x=a.example"}   # a.example
  expect: {host: «a.example», mirrors: [{host: a.example.org}, {host: «a.example»}], sni: «a.example»}
`,
    },
  ],
  [
    'a Service, from the URL that a client calls',
    {
      'a.yaml': core('Service', '«till»'),
      'calls.expect.yaml':
        'expectations:\n- request: {from: books, url: http://«ti¦ll»/till}\n  expect: {host: «till».books.svc.cluster.local}\n- request: {from: shop, url: http://till/}\n  expect: {host: «till»}\n',
    },
  ],
  [
    'a subset that expectations speak of',
    {
      'a.yaml': dr('  host: a.example\n  subsets: [{name: «v1»}]'),
      'calls.expect.yaml':
        'expectations:\n- request: {from: books, url: http://a.example/}\n  expect: {host: a.example, subset: «v¦1», destinations: [{host: b.example, subset: v1}, {host: a.example, subset: «v1»}]}\n',
    },
  ],
  [
    'a subset that nothing but expectations speaks of',
    {
      'calls.expect.yaml':
        'expectations:\n- request: {from: books, url: http://a.example/}\n  expect: {host: a.example, subset: «v¦1»}\n',
    },
  ],
  [
    'a VirtualService that expectations speak of',
    {
      'a.yaml': object('VirtualService', '«route»', 'books', '  http: []'),
      'calls.expect.yaml':
        'expectations:\n- request: {from: books, url: http://a.example/}\n  expect: {virtualService: books/«ro¦ute»}\n- request: {from: books, url: http://a.example/}\n  expect: {virtualService: «route»}\n',
    },
  ],
  [
    'a host in a List, in braces and quotes',
    `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: a}, spec: {hosts: ["«a.exam¦ple»"]}}\n- apiVersion: networking.istio.io/v1\n  kind: DestinationRule\n  metadata: {name: b}\n  spec:\n    host: '«a.example»'   # a.example\n`,
    'b.example',
  ],
  [
    'with the line ends of Windows',
    (
      dr('  host: a.example\n  subsets:\n  - name: «v¦1»') + vs(to('host: a.example, subset: «v1»'))
    ).replaceAll('\n', '\r\n'),
  ],
];

describe('rename', () => {
  it.each(RENAMES)('changes %s', (_, given, name = 'new-name') => {
    const { files, file, offset, marks } = unmarked(given);
    const context = contextOf(files);
    const operation = renameAt(context, file, offset, name);
    if ('refused' in operation) throw new Error(operation.refused);
    const changed = applyChanges(context.files, planOperation(context, operation).changes);
    const expected = Object.entries(files).map(([path, text]) => {
      let after = text;
      for (const mark of marks.filter((each) => each.file === path).toReversed())
        after = after.slice(0, mark.from) + name + after.slice(mark.to);
      return { path, text: after };
    });
    expect(changed.files).toEqual(expected);
    const here = marks.find((mark) => mark.file === file && mark.from <= offset && offset <= mark.to);
    expect(prepareRename(context, file, offset)).toEqual({
      range: { from: here?.from, to: here?.to },
      text: files[file]?.slice(here?.from, here?.to),
      places: marks.length,
      files: new Set(marks.map((mark) => mark.file)).size,
    });
  });

  it.each([
    ['a key', vs('  ho¦sts: [a]'), /no name here/],
    ['a comment', '# a ¦comment\n', /no name here/],
    ['a value that names nothing', vs('  http: [{timeout: 5¦s}]'), /no name here/],
    ['the gateway of all sidecars', vs('  gateways: [me¦sh]'), /"mesh" is no Gateway/],
    [
      'a namespace',
      'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: sh¦op}\n',
      /resources would move/,
    ],
    [
      'a selector',
      object('Sidecar', 'own', 'books', '  workloadSelector: {labels: {app: ti¦ll}}'),
      /pods in the cluster carry them/,
    ],
    ['a port', vs(to('host: a.example, port: {number: 8¦0}')), /A port number is no name/],
    ['a text of several lines', vs('  gateways:\n  - >-\n    fr¦ont'), /no name here/],
    ['an escaped name', vs('  gateways: ["fr\\u006fn¦t"]'), /written here as an alias/],
    ['a broken document', `${vs('  gateways: [fr¦ont]')}  broken: [`, /cannot be read/],
  ])('refuses %s', (_, given, words) => {
    const { files, file, offset } = unmarked(given);
    const found = prepareRename(contextOf(files), file, offset);
    expect('refused' in found ? found.refused : 'renamed').toMatch(words);
    expect(renameAt(contextOf(files), file, offset, 'x')).toEqual(found);
  });

  it.each([
    ['no name', object('Gateway', 'fr¦ont', 'books', '  servers: []'), ' ', /A name is needed/],
    [
      'a name with capitals',
      object('Gateway', 'fr¦ont', 'books', '  servers: []'),
      'Front',
      /cannot name a Gateway/,
    ],
    ['a subset with dots', dr('  host: a\n  subsets: [{name: v¦1}]'), 'v1.2', /cannot name a subset/],
    [
      'a name that stands for two',
      object('Gateway', 'front', 'books', '  servers: []').repeat(2) + vs('  gateways: [fro¦nt]'),
      'door',
      /2 resources of these files are called/,
    ],
    [
      'a subset that is there',
      dr('  host: a.example\n  subsets: [{name: v1}]') +
        dr('  host: a.example\n  subsets: [{name: v1}, {name: v2}]', 'shop') +
        vs(to('host: a.example, subset: v¦1')),
      'v2',
      /already a subset/,
    ],
  ])('refuses %s', (_, given, name, words) => {
    const { files, file, offset } = unmarked(given);
    const operation = renameAt(contextOf(files), file, offset, name);
    expect('refused' in operation ? operation.refused : 'renamed').toMatch(words);
  });
});
