import { judgedTogether } from '../../linked/linked.testkit.ts';

const here = (code: string): boolean => code.startsWith('MW24');
const rule = (place: string, host: string, mode?: string): string =>
  `DestinationRule ${place} { host: "${host}"${mode ? `, trafficPolicy: { tls: { mode: ${mode} } }` : ''} }`;
const policy = (place: string, mode: string, selector = ''): string =>
  `PeerAuthentication ${place} { mtls: { mode: ${mode} }${selector && `, selector: { matchLabels: { ${selector} } }`} }`;
const ofShop = '*.shop.svc.cluster.local';
const mode = 'spec.trafficPolicy.tls.mode';

judgedTogether(
  'callers and servers',
  [
    ['agree', [rule('shop/d', ofShop, 'ISTIO_MUTUAL'), policy('shop/p', 'STRICT')]],
    [
      'a rule that takes it away',
      [rule('shop/d', 'web'), rule('istio-system/m', '*.local', 'ISTIO_MUTUAL')],
      'MW2401 DestinationRule/d spec.trafficPolicy',
    ],
    [
      'a rule for a host outside',
      [rule('shop/d', 'a.example'), rule('istio-system/m', '*.local', 'ISTIO_MUTUAL')],
    ],
    [
      'a rule that says it too',
      [rule('shop/d', 'web', 'ISTIO_MUTUAL'), rule('istio-system/m', '*.local', 'ISTIO_MUTUAL')],
    ],
    ['a rule without, and a wider one without', [rule('shop/d', 'web'), rule('istio-system/m', '*.local')]],
    [
      'plain text to a strict namespace',
      [rule('shop/d', ofShop, 'DISABLE'), policy('shop/p', 'STRICT')],
      `MW2404 DestinationRule/d ${mode}`,
    ],
    [
      'plain text to one strict workload',
      [rule('shop/d', ofShop, 'DISABLE'), policy('shop/p', 'STRICT', 'app: web')],
    ],
    [
      'plain text to a strict mesh',
      [rule('shop/d', ofShop, 'DISABLE'), policy('istio-system/p', 'STRICT')],
      `MW2405 DestinationRule/d ${mode}`,
    ],
    [
      'plain text to a namespace that takes it, in a strict mesh',
      [rule('shop/d', ofShop, 'DISABLE'), policy('istio-system/p', 'STRICT'), policy('shop/q', 'PERMISSIVE')],
    ],
    [
      'mutual TLS to a namespace without',
      [rule('shop/d', ofShop, 'ISTIO_MUTUAL'), policy('shop/p', 'DISABLE')],
      'MW2408 PeerAuthentication/p spec.mtls.mode',
    ],
    [
      'mutual TLS of the mesh, and a namespace without',
      [rule('istio-system/d', '*.local', 'ISTIO_MUTUAL'), policy('shop/p', 'DISABLE')],
      'MW2408 PeerAuthentication/p spec.mtls.mode',
    ],
    [
      'a namespace without, and callers told so',
      [
        rule('istio-system/d', '*.local', 'ISTIO_MUTUAL'),
        rule('shop/e', ofShop, 'DISABLE'),
        policy('shop/p', 'DISABLE'),
      ],
    ],
    [
      'mutual TLS to a mesh without',
      [rule('istio-system/d', '*.local', 'ISTIO_MUTUAL'), policy('istio-system/p', 'DISABLE')],
      'MW2409 PeerAuthentication/p spec.mtls.mode',
    ],
    ['strict, with automatic mutual TLS', [policy('istio-system/p', 'STRICT'), policy('shop/q', 'STRICT')]],
  ],
  here,
);

const byHand = 'meshConfig: { enableAutoMtls: false }';
judgedTogether(
  'without automatic mutual TLS',
  [
    ['asked of nobody', [policy('istio-system/p', 'STRICT')], 'MW2406 PeerAuthentication/p spec.mtls.mode'],
    [
      'asked of nobody in a namespace',
      [policy('shop/p', 'STRICT')],
      'MW2407 PeerAuthentication/p spec.mtls.mode',
    ],
    [
      'asked in the mesh',
      [
        policy('shop/p', 'STRICT'),
        rule('istio-system/d', '*.local', 'ISTIO_MUTUAL'),
        policy('istio-system/q', 'STRICT'),
      ],
    ],
    [
      'not told to the mesh',
      [rule('istio-system/d', '*.local', 'ISTIO_MUTUAL')],
      `MW2402 DestinationRule/d ${mode}`,
    ],
    ['not told to a namespace', [rule('shop/d', ofShop, 'ISTIO_MUTUAL')], `MW2403 DestinationRule/d ${mode}`],
    ['told to a namespace', [rule('shop/d', ofShop, 'ISTIO_MUTUAL'), policy('shop/p', 'PERMISSIVE')]],
  ],
  here,
  byHand,
);

const callers =
  'AuthorizationPolicy shop/a { selector: { matchLabels: { app: web } }, rules: [{ from: [{ source: { principals: [a/ns/b/sa/c] } }] }] }';
const asked = 'MW2410 AuthorizationPolicy/a spec.rules[0].from[0].source.principals';

judgedTogether(
  'identities',
  [
    ['by automatic mutual TLS', [callers]],
    ['where it is off', [callers, policy('shop/p', 'DISABLE')], asked],
    ['where it is off for those', [callers, policy('shop/p', 'DISABLE', 'app: web')], asked],
    ['where it is off for others', [callers, policy('shop/p', 'DISABLE', 'app: db')]],
    ['where callers leave it', [callers, rule('shop/d', ofShop, 'DISABLE')], asked],
    [
      'where nobody is asked for',
      [callers.replace('principals: [a/ns/b/sa/c]', 'ipBlocks: [10.0.0.1]'), policy('shop/p', 'DISABLE')],
    ],
  ],
  here,
);
judgedTogether(
  'identities without automatic mutual TLS',
  [
    ['nothing said', [callers], asked],
    ['strict', [callers, policy('shop/p', 'STRICT'), rule('shop/d', ofShop, 'ISTIO_MUTUAL')]],
  ],
  here,
  byHand,
);
