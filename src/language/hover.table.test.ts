import { describe, expect, it } from 'vitest';
import { hover } from './index.ts';
import { contextOf, unmarked } from './workspace.testkit.ts';

const OTHERS = `apiVersion: v1
kind: Service
metadata: {name: till, namespace: books}
spec:
  selector: {app: till}
  ports: [{port: 9080, name: http}, {port: 9443, name: https}]
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ledger, namespace: books}
spec:
  hosts: [ledger.example]
  ports: [{number: 8443, name: tls, protocol: TLS}]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: till, namespace: books}
spec:
  host: till
  subsets: [{name: steady, labels: {version: v1}}, {name: all}]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: doors}
spec:
  servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: ['*.books.example']}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: rest, namespace: books}
spec: {http: [{delegate: {name: own}}]}
---
apiVersion: v1
kind: Secret
metadata: {name: cert, namespace: books}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: till, namespace: books}
spec: {template: {metadata: {labels: {app: till}}}}
---
apiVersion: v1
kind: Namespace
metadata: {name: doors}
`;

const object = (kind: string) => (spec: string) =>
  `apiVersion: ${kind.endsWith('Policy') ? 'security' : 'networking'}.istio.io/v1\nkind: ${kind}\nmetadata: {name: own, namespace: books}\nspec:\n${spec}`;
const vs = object('VirtualService');
const dr = object('DestinationRule');
const gw = object('Gateway');
const sidecar = object('Sidecar');
const authz = object('AuthorizationPolicy');
const to = (destination: string) => `  http:\n  - route:\n    - destination: {${destination}}`;

async function told(marked: string): Promise<string> {
  const { files, file, offset } = unmarked(marked);
  const found = await hover(contextOf({ ...files, 'others.yaml': OTHERS }), file, offset);
  return found?.parts.join('\n') ?? '';
}

const ROWS: readonly [what: string, marked: string, ...words: string[]][] = [
  [
    'a key: its path, type and sentence',
    vs('  http:\n  - time¦out: 5s'),
    '`spec.http[0].timeout` · duration',
    'Default: `no limit`',
    'retries included',
  ],
  [
    'a key that is required',
    vs('  http:\n  - route:\n    - desti¦nation: {host: a}'),
    '`spec.http[0].route[0].destination`',
    'required',
  ],
  [
    'a key of a number, with its limits',
    dr('  trafficPolicy:\n    loadBalancer:\n      consistentHash: {maglev: {table¦Size: 7}}'),
    'From 1 to 5000010',
  ],
  ['a deprecated key', vs('  http:\n  - mirror_per¦cent: 5'), 'Outdated: Use mirrorPercentage'],
  ['a key of metadata', 'kind: Deployment\nmetadata:\n  na¦me: a', '`metadata.name`'],
  [
    'an enum',
    dr('  trafficPolicy: {tls: {mode: MUT¦UAL}}'),
    '`MUTUAL`: TLS; both sides show certificates',
    '- `ISTIO_MUTUAL`',
  ],
  [
    'a host of a Service, with ports and subsets',
    vs(to('host: ti¦ll')),
    '`till` (`till.books.svc.cluster.local`) is defined by Service `till`',
    'Ports: `9080` (`http`), `9443` (`https`)',
    'Subsets: `steady`, `all`',
  ],
  [
    'a host of a ServiceEntry',
    vs(to('host: ledger.ex¦ample')),
    'is defined by ServiceEntry `ledger`',
    'Ports: `8443` (`tls`)',
  ],
  [
    'a host that nobody defines',
    vs(to('host: nowhere.ex¦ample')),
    'Nothing in these files defines `nowhere.example`',
  ],
  ['an imported host', sidecar('  egress:\n  - hosts: [./ledger.ex¦ample]'), 'Ports: `8443` (`tls`)'],
  [
    'a subset',
    vs(to('host: till, subset: ste¦ady')),
    '`steady` of `till.books.svc.cluster.local` is what carries `version: v1`',
    'DestinationRule `books/till`',
  ],
  ['a subset of everything', vs(to('host: till, subset: al¦l')), 'is the whole host'],
  [
    'a subset that nobody makes',
    vs(to('host: till, subset: go¦ne')),
    'No DestinationRule in these files makes a subset `gone`',
  ],
  ['a port', vs(to('host: till, port: {number: 90¦80}')), '`9080` (`http`) of Service `books/till`'],
  [
    'a port that is not there',
    vs(to('host: till, port: {number: 8¦1}')),
    'has no port `81`',
    'It has `9080`',
  ],
  [
    'a Gateway',
    vs('  gateways: [doors/fr¦ont]'),
    'Gateway `doors/front` listens at 443 HTTPS for `*.books.example`',
  ],
  ['a Gateway that is not there', vs('  gateways: [fr¦ont]'), 'No Gateway `books/front` is in these files'],
  ['a delegate', vs('  http:\n  - delegate: {name: re¦st}'), 'VirtualService `books/rest`, in `others.yaml`'],
  ['a Secret', gw('  servers:\n  - tls: {credentialName: ce¦rt}'), 'Secret `books/cert`, in `others.yaml`'],
  [
    'a Secret that is not there',
    gw('  servers:\n  - tls: {credentialName: go¦ne}'),
    'No Secret `books/gone`',
  ],
  ['a namespace', vs('  exportTo: [do¦ors]'), 'Declared in `others.yaml`', 'in it'],
  ['a namespace of nobody', vs('  exportTo: [no¦body]'), 'No resources of these files are in it'],
  [
    'a selector',
    sidecar('  workloadSelector: {labels: {app: ti¦ll}}'),
    '`app: till` is carried by Deployment `books/till`',
  ],
  [
    'a selector of nothing',
    sidecar('  workloadSelector: {labels: {app: go¦ne}}'),
    'Nothing in these files carries `app: gone`',
  ],
  [
    'the selector of a Service',
    'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: books}\nspec: {selector: {app: ti¦ll}}\n',
    'is carried by Deployment `books/till`',
  ],
  [
    'an identity',
    authz('  rules:\n  - from:\n    - source: {principals: [cluster.local/ns/books/sa/tell¦er]}'),
    'No ServiceAccount `books/teller`',
  ],
  [
    'the own name, which another names',
    vs('  http: []').replace('own', 'o¦wn'),
    'One other place in these files names it',
  ],
  [
    'the own name, which nobody names',
    sidecar('  egress: []').replace('own', 'o¦wn'),
    'No other place in these files names it',
  ],
  [
    'a value in a document that cannot be read',
    `${vs(to('host: ti¦ll'))}\n  broken: [`,
    '`till` (`till.books.svc.cluster.local`) is defined by Service `till`',
  ],
];

describe('hover tells of', () => {
  it.each(ROWS)('%s', async (_, marked, ...words) => {
    const text = await told(marked);
    for (const expected of words) expect(text).toContain(expected);
  });

  it.each([
    ['a blank place', vs('  http:\n  ¦')],
    ['a comment', vs('  # ho¦sts')],
    ['a text of several lines', vs('  hosts:\n  - |\n    te¦xt')],
    ['a key that nobody knows', vs('  nonse¦nse: 1')],
    ['a plain value of a kind that is not modelled', 'kind: ConfigMap\napiVersion: v1\ndata: {a: ¦b}\n'],
    ['a document marker', '-¦--\na: 1\n'],
  ])('nothing at %s', async (_, marked) => expect(await told(marked)).toBe(''));
});
