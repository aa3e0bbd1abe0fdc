import { describe, expect, it } from 'vitest';
import { contextOf, withCaret } from '../workspace.testkit.ts';
import { complete } from './index.ts';

const WORKSPACE = `apiVersion: v1
kind: Namespace
metadata: {name: vault}
---
apiVersion: v1
kind: Service
metadata: {name: till, namespace: books}
spec:
  selector: {app: till}
  ports: [{port: 9080, name: http}, {port: 9443, name: https}]
---
apiVersion: v1
kind: Service
metadata: {name: stock, namespace: shop}
spec: {ports: [{port: 7070, name: grpc}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ledger, namespace: books}
spec:
  hosts: [ledger.example]
  ports: [{number: 8443, name: https, protocol: HTTPS}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: till, namespace: books}
spec:
  host: till
  subsets: [{name: steady}, {name: trial}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: wild, namespace: books}
spec:
  host: '*.books.svc.cluster.local'
  subsets: [{name: broad}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: doors}
spec:
  selector: {istio: ingress}
  servers: [{port: {number: 8080, name: http, protocol: HTTP}, hosts: [books/books.example, ./doors.example]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: rest, namespace: books}
spec: {http: [{route: [{destination: {host: mentioned.example}}]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: far, namespace: shop}
spec: {hosts: [shop.example], http: [{route: [{destination: {host: stock}}]}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: till, namespace: books}
spec:
  template:
    metadata: {labels: {app: till, version: v7}}
    spec: {serviceAccountName: teller}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: stock, namespace: shop}
spec: {template: {metadata: {labels: {app: stock, version: v3}}}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: clerk, namespace: shop}
---
apiVersion: v1
kind: Secret
metadata: {name: cert, namespace: books}
type: kubernetes.io/tls
---
apiVersion: v1
kind: Secret
metadata: {name: token, namespace: books}
type: kubernetes.io/service-account-token
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: tokens, namespace: books}
spec: {jwtRules: [{issuer: https://issuer.example}]}
`;
const SETTINGS = `meshConfig: {extensionProviders: [{name: asker}], trustDomain: mesh.example}
knownNamespaces: [far-away]
`;

function labels(marked: string): string[] {
  const { text, offset } = withCaret(marked);
  const files = { 'a.yaml': text, 'others.yaml': WORKSPACE, 'meshwright.config.yaml': SETTINGS };
  return complete(contextOf(files), 'a.yaml', offset).items.map(({ label }) => label);
}

const SECURITY = /Policy$|Authentication$/;
const object =
  (kind: string) =>
  (spec: string, namespace: string = 'books') =>
    `apiVersion: ${SECURITY.test(kind) ? 'security' : 'networking'}.istio.io/v1\nkind: ${kind}\nmetadata: {name: own, namespace: ${namespace}}\nspec:\n${spec}`;
const vs = object('VirtualService');
const dr = object('DestinationRule');
const se = object('ServiceEntry');
const gw = object('Gateway');
const sidecar = object('Sidecar');
const authz = object('AuthorizationPolicy');
const peer = object('PeerAuthentication');
const entry = object('WorkloadEntry');
const TILL = 'till.books.svc.cluster.local';
const STOCK = 'stock.shop.svc.cluster.local';
const source = (field: string) => authz(`  rules:\n  - from:\n    - source:\n        ${field}: [¦]`);

/** Each offers these, in this order and before all else where `first`; and never those. */
const ROWS: readonly [what: string, marked: string, first: readonly string[], never?: readonly string[]][] = [
  [
    'hosts of the own namespace first, in full and short',
    vs('  http:\n  - route:\n    - destination: {host: ¦}'),
    [TILL, 'till', STOCK, 'ledger.example', 'mentioned.example', 'shop.example'],
    ['stock', 'till.books', '*', '*.books.svc.cluster.local'],
  ],
  [
    'no short name from another namespace',
    vs('  http:\n  - route:\n    - destination: {host: ¦}', 'shop'),
    [STOCK, 'stock', TILL],
    ['till'],
  ],
  [
    'not what is being typed',
    vs('  http:\n  - route:\n    - destination: {host: led¦}'),
    [TILL],
    ['led.books.svc.cluster.local'],
  ],
  ['hosts to mirror to', vs('  http:\n  - mirror: {host: ¦}'), [TILL, 'till']],
  ['hosts for a rule', dr('  host: ¦'), [TILL, 'till']],
  [
    'hosts that a VirtualService can be for',
    vs('  hosts: [¦]'),
    [TILL, 'till', STOCK, 'ledger.example', 'books.example', 'doors.example'],
  ],
  [
    'hosts that a ServiceEntry is missing for',
    se('  hosts:\n  - ¦'),
    ['mentioned.example', 'shop.example'],
    [TILL, 'ledger.example'],
  ],
  ['hosts for a Gateway', gw('  servers:\n  - hosts: [¦]'), ['shop.example', 'shop/shop.example']],
  [
    'hosts to import',
    sidecar('  egress:\n  - hosts: [¦]'),
    ['./*', `./${TILL}`, `shop/${STOCK}`, './ledger.example', 'shop/*'],
  ],
  [
    'names in SNI',
    vs('  tls:\n  - match: [{sniHosts: [¦]}]'),
    ['books.example', 'doors.example', TILL],
    ['till'],
  ],
  ['hosts to rewrite to', vs('  http:\n  - rewrite: {authority: ¦}'), ['books.example'], ['till']],
  [
    'subsets of a host',
    vs('  http:\n  - route:\n    - destination: {host: till, subset: ¦}'),
    ['steady', 'trial', 'broad'],
  ],
  [
    'subsets, before the host in the text',
    vs(`  http:\n  - route:\n    - destination:\n        subset: ¦\n        host: ${TILL}`),
    ['steady', 'trial'],
  ],
  ['subsets of a mirror', vs('  http:\n  - mirror: {host: till, subset: ¦}'), ['steady', 'trial']],
  [
    'subsets of every host while none is written',
    vs('  http:\n  - route:\n    - destination: {subset: ¦}'),
    ['steady', 'trial', 'broad'],
  ],
  [
    'no subsets of a host without any',
    vs('  http:\n  - route:\n    - destination: {host: ledger.example, subset: ¦}'),
    [],
  ],
  [
    'ports of a Service',
    vs('  http:\n  - route:\n    - destination: {host: till, port: {number: ¦}}'),
    ['9080', '9443'],
    ['8443'],
  ],
  [
    'ports of a ServiceEntry',
    vs('  tcp:\n  - route:\n    - destination: {host: ledger.example, port: {number: ¦}}'),
    ['8443'],
    ['9080'],
  ],
  [
    'ports of the rule’s host',
    dr('  host: till\n  trafficPolicy:\n    portLevelSettings:\n    - port: {number: ¦}'),
    ['9080', '9443'],
    ['8443'],
  ],
  [
    'ports at which requests come in',
    vs('  hosts: [till]\n  gateways: [doors/front]\n  http:\n  - match: [{port: ¦}]'),
    ['8080', '9080'],
  ],
  [
    'ports that a policy speaks of',
    authz('  rules:\n  - to:\n    - operation: {ports: [¦]}'),
    ['9080', '9443', '7070', '8443'],
  ],
  ['names of ports that a workload answers at', entry('  ports:\n    ¦'), ['https', 'http', 'grpc']],
  ['ports of workloads', peer('  portLevelMtls:\n    ¦'), ['9080', '9443', '7070', '8443']],
  [
    'the own port names',
    se('  ports: [{number: 80, name: web}, {number: 81, name: side}]\n  endpoints:\n  - ports:\n      ¦'),
    ['web', 'side'],
  ],
  ['gateways', vs('  gateways: [¦]'), ['doors/front', 'mesh']],
  [
    'gateways of the own namespace by their name',
    vs('  gateways: [¦]', 'doors'),
    ['front', 'mesh'],
    ['doors/front'],
  ],
  ['gateways of a match', vs('  http:\n  - match: [{gateways: [¦]}]'), ['doors/front', 'mesh']],
  ['who sees it', vs('  exportTo: [¦]'), ['.', '*', 'vault', 'far-away', 'books', 'shop', 'doors']],
  ['namespaces', 'kind: VirtualService\nmetadata:\n  namespace: ¦', ['vault', 'far-away', 'books'], ['.']],
  [
    'namespaces of callers',
    vs('  http:\n  - match: [{sourceNamespace: ¦}]'),
    ['vault', 'far-away', 'books'],
    ['*'],
  ],
  ['namespaces of a policy', source('namespaces'), ['vault', 'far-away', 'books']],
  ['delegates, those without hosts first', vs('  http:\n  - delegate: {name: ¦}'), ['rest'], ['own', 'far']],
  [
    'delegates of the namespace beside',
    vs('  http:\n  - delegate: {namespace: shop, name: ¦}'),
    ['far'],
    ['rest'],
  ],
  ['Secrets with certificates', gw('  servers:\n  - tls: {credentialName: ¦}'), ['cert'], ['token']],
  ['Secrets for a rule', dr('  trafficPolicy: {tls: {mode: MUTUAL, credentialName: ¦}}'), ['cert']],
  ['service accounts of the namespace', entry('  serviceAccount: ¦'), ['teller'], ['clerk']],
  ['service accounts of all namespaces', source('serviceAccounts'), ['shop/clerk', 'teller']],
  ['identities', source('principals'), ['mesh.example/ns/shop/sa/clerk', 'mesh.example/ns/books/sa/teller']],
  ['identities of tokens', source('requestPrincipals'), ['https://issuer.example/*']],
  ['who decides', authz('  action: CUSTOM\n  provider: {name: ¦}'), ['asker']],
  ['what a policy targets', authz('  targetRefs:\n  - {kind: Service, name: ¦}'), ['till'], ['stock']],
  [
    'what a policy targets, by the other name of its group',
    authz('  targetRefs:\n  - {group: core, kind: Service, name: ¦}'),
    ['till'],
    ['stock'],
  ],
  [
    'what a policy targets, before its kind',
    authz('  targetRefs:\n  - name: ¦'),
    ['till', 'ledger'],
    ['stock', 'front'],
  ],
  ['what an older policy targets', authz('  targetRef: {kind: ServiceEntry, name: ¦}'), ['ledger']],
  ['hosts of a policy', authz('  rules:\n  - to:\n    - operation: {hosts: [¦]}'), ['books.example']],
  ['labels of a selector', sidecar('  workloadSelector:\n    labels:\n      ¦'), ['app', 'version']],
  [
    'values of a label, the own namespace first',
    sidecar('  workloadSelector: {labels: {app: ¦}}'),
    ['till', 'stock'],
  ],
  ['labels of a policy', peer('  selector:\n    matchLabels:\n      version: ¦'), ['v7', 'v3']],
  [
    'labels of the pods behind a host',
    dr('  host: stock.shop.svc.cluster.local\n  subsets:\n  - labels: {version: ¦}'),
    ['v7', 'v3'],
  ],
  ['labels of callers', vs('  http:\n  - match: [{sourceLabels: {app: ¦}}]'), ['till', 'stock']],
  ['labels of gateway pods', gw('  selector:\n    ¦'), ['istio', 'app']],
  ['values of gateway pods', gw('  selector: {istio: ¦}'), ['ingress']],
  [
    'labels of failover',
    dr('  trafficPolicy: {loadBalancer: {localityLbSetting: {failoverPriority: [¦]}}}'),
    ['app', 'version'],
  ],
  [
    'labels without those that are there',
    sidecar('  workloadSelector:\n    labels:\n      app: till\n      ¦'),
    ['version'],
    ['app'],
  ],
  ['no labels for annotations', 'kind: Sidecar\nmetadata:\n  annotations:\n    ¦', [], ['app']],
  ['names after an open quote', vs('  gateways: ["¦'), ['doors/front', 'mesh']],
  ['names in an open bracket', vs('  gateways: [mesh, ¦'), ['doors/front']],
  [
    'names below a line that cannot be read',
    vs('  hosts: [\n  http:\n  - route:\n    - destination:\n        host: till\n        subset: ¦'),
    ['steady', 'trial'],
  ],
  ['names beside a line that cannot be read', vs('  hosts: "\n  gateways:\n  - ¦'), ['doors/front', 'mesh']],
  ['names after a tab', vs('  gateways:\n  -\t¦'), ['doors/front', 'mesh']],
];

describe('names that are offered', () => {
  it.each(ROWS)('%s', (_, marked, first, never = []) => {
    const found = labels(marked);
    expect(found.slice(0, first.length)).toEqual(first);
    if (first.length === 0 && never.length === 0) expect(found).toEqual([]);
    for (const name of never) expect(found).not.toContain(name);
  });
});
