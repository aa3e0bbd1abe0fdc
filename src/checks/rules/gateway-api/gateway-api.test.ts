import { judgedTogether, service } from '../../linked/linked.testkit.ts';

const here = (code: string): boolean => code.startsWith('MW27');
const web = service('shop/web', 80);
const gateway = (place: string, more = ''): string =>
  `KubernetesGateway ${place} { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP${more} }] }`;
const route = (parent: string, backend = 'name: web, port: 80'): string =>
  `HTTPRoute shop/r { parentRefs: [{ ${parent} }], rules: [{ backendRefs: [{ ${backend} }] }] }`;
const parent = 'spec.parentRefs[0].name';
const backend = 'spec.rules[0].backendRefs[0]';

judgedTogether(
  'routes',
  [
    ['of their namespace', [web, gateway('shop/g'), route('name: g')]],
    ['of nothing known', [route('name: g')]],
    ['without a Gateway', [web, gateway('shop/gate'), route('name: gat')], `MW2701 HTTPRoute/r ${parent}`],
    [
      'from elsewhere',
      [web, gateway('edge/g'), route('name: g, namespace: edge')],
      `MW2701 HTTPRoute/r ${parent}`,
    ],
    [
      'from elsewhere, let in',
      [
        web,
        gateway('edge/g', ', allowedRoutes: { namespaces: { from: All } }'),
        route('name: g, namespace: edge'),
      ],
    ],
    [
      'let in by its name',
      [
        web,
        gateway(
          'edge/g',
          ', allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: shop } } } }',
        ),
        route('name: g, namespace: edge'),
      ],
    ],
    [
      'to no Service',
      [web, gateway('shop/g'), route('name: g', 'name: wbe, port: 80')],
      `MW2702 HTTPRoute/r ${backend}.name`,
    ],
    [
      'to another namespace',
      [service('back/db', 80), gateway('shop/g'), route('name: g', 'name: db, namespace: back, port: 80')],
      `MW2703 HTTPRoute/r ${backend}.namespace`,
    ],
    [
      'to another namespace, allowed',
      [
        service('back/db', 80),
        gateway('shop/g'),
        route('name: g', 'name: db, namespace: back, port: 80'),
        'ReferenceGrant back/g { from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop }], to: [{ group: "", kind: Service }] }',
      ],
    ],
    [
      'allowed for nobody',
      [
        'Namespace default/shop',
        'ReferenceGrant back/g { from: [{ kind: HTTPRoute, namespace: shpo }], to: [{ kind: Service }] }',
      ],
      'MW2707 ReferenceGrant/g spec.from[0].namespace',
    ],
  ],
  here,
);

judgedTogether(
  'listeners',
  [
    [
      'of hosts of their own',
      [gateway('a/g', ', hostname: a.example'), gateway('b/h', ', hostname: b.example')],
    ],
    [
      'alike',
      [gateway('a/g'), gateway('b/h')],
      'MW2704 Gateway/g spec.listeners[0]',
      'MW2704 Gateway/h spec.listeners[0]',
    ],
    [
      'twice in one',
      [
        'KubernetesGateway a/g { listeners: [{ name: a, port: 80, protocol: HTTP }, { name: b, port: 80, protocol: HTTP }] }',
      ],
      'MW2706 Gateway/g spec.listeners[1]',
    ],
    [
      'at one address',
      [
        'KubernetesGateway a/g { addresses: [{ value: 1.2.3.4 }] }',
        'KubernetesGateway a/h { addresses: [{ value: 1.2.3.4 }] }',
      ],
      'MW2705 Gateway/g spec.addresses[0]',
      'MW2705 Gateway/h spec.addresses[0]',
    ],
  ],
  here,
);
