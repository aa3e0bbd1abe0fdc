import { judged, type Case } from '../../rules.testkit.ts';

const effects = (title: string, kind: string, cases: readonly Case[]): void =>
  judged(title, kind, cases, ({ code }) => code.startsWith('MW10'));

const route = (...destinations: string[]): string =>
  `hosts: [web]\nhttp:\n- route: [${destinations.map((one) => `{ ${one} }`).join(', ')}]`;
const web = 'destination: { host: web }';
const v1 = 'destination: { host: web, subset: v1 }';

effects('weights and repetitions', 'VirtualService', [
  ['a weight of a single one', route(`${web}, weight: 5`), 'MW1001 http[0].route[0].weight'],
  ['all of it for a single one', route(`${web}, weight: 100`)],
  ['no weight at all', route(web)],
  ['two that differ', route(`${web}, weight: 5`, `${v1}, weight: 95`)],
  [
    'twice the same',
    route(`${v1}, weight: 40`, `${web}, weight: 10`, `${v1}, weight: 50`),
    'MW1002 http[0].route[0].destination',
    'MW1002 http[0].route[2].destination',
  ],
  [
    'two ports of one',
    route(
      'destination: { host: web, port: { number: 80 } }, weight: 5',
      'destination: { host: web, port: { number: 81 } }, weight: 9',
    ),
    'MW1002 http[0].route[0].destination',
    'MW1002 http[0].route[1].destination',
  ],
  [
    'the same in two rules',
    'hosts: [web]\nhttp:\n- match: [{ uri: { prefix: /a } }]\n  route: [{ destination: { host: web } }]\n- route: [{ destination: { host: web } }]',
  ],
  [
    'a delay in whole percents',
    `${route(web)}\n  fault: { delay: { fixedDelay: 1s, percent: 50 } }`,
    'MW1005 http[0].fault.delay.percent',
  ],
  [
    'a delay in percentage',
    `${route(web)}\n  fault: { delay: { fixedDelay: 1s, percentage: { value: 50 } } }`,
  ],
]);

effects('authorities', 'DestinationRule', [
  ['none named', 'host: web\ntrafficPolicy: { tls: { mode: SIMPLE } }', 'MW1003 trafficPolicy.tls.mode'],
  ['named', 'host: web\ntrafficPolicy: { tls: { mode: SIMPLE, caCertificates: /ca.pem } }'],
  ["Istio's own", 'host: web\ntrafficPolicy: { tls: { mode: ISTIO_MUTUAL } }'],
  [
    'not to be checked',
    'host: web\ntrafficPolicy: { tls: { mode: SIMPLE, insecureSkipVerify: true } }',
    'MW1003 trafficPolicy.tls.insecureSkipVerify',
  ],
  [
    'in a Secret, for all',
    'host: web\ntrafficPolicy: { tls: { mode: SIMPLE, credentialName: c } }',
    'MW1003 trafficPolicy.tls.mode',
  ],
  [
    'in a Secret, for some',
    'host: web\nworkloadSelector: { matchLabels: { app: a } }\ntrafficPolicy: { tls: { mode: SIMPLE, credentialName: c } }',
  ],
  [
    'at a port and in a subset',
    'host: web\ntrafficPolicy: { portLevelSettings: [{ port: { number: 443 }, tls: { mode: SIMPLE } }] }\nsubsets: [{ name: a, trafficPolicy: { tls: { mode: SIMPLE } } }]',
    'MW1004 trafficPolicy.portLevelSettings[0].tls.mode',
    'MW1003 subsets[0].trafficPolicy.tls.mode',
  ],
]);

effects('outbound policies', 'Sidecar', [
  [
    'without a mode',
    'egress: [{ hosts: ["./*"] }]\noutboundTrafficPolicy: {}',
    'MW1006 outboundTrafficPolicy',
  ],
  ['with one', 'egress: [{ hosts: ["./*"] }]\noutboundTrafficPolicy: { mode: REGISTRY_ONLY }'],
  [
    'with a proxy',
    'outboundTrafficPolicy: { mode: ALLOW_ANY, egressProxy: { host: a.example, port: { number: 80 } } }',
    'MW1005 outboundTrafficPolicy.egressProxy',
  ],
]);

effects('methods', 'AuthorizationPolicy', [
  ['known, and by their edges', 'rules: [{ to: [{ operation: { methods: [GET, "P*", "*E", "*"] } }] }]'],
  [
    'in small letters',
    'rules: [{ to: [{ operation: { methods: [get] } }] }]',
    'MW1007 rules[0].to[0].operation.methods[0]',
  ],
]);
