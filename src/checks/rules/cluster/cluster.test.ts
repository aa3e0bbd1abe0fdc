import { judgedTogether } from '../../linked/linked.testkit.ts';

const here = (code: string): boolean => code.startsWith('MW26');
const ports = (...written: string[]): string =>
  `Service shop/web { selector: { app: web }, ports: [${written.map((one) => `{ ${one} }`).join(', ')}] }`;
const container = (more: string): string =>
  `Deployment shop/web { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: a, ${more} }] } } }`;
const at = 'spec.template.spec.containers[0]';

judgedTogether(
  'ports of Services',
  [
    ['named after what is spoken', [ports('port: 80, name: http-web', 'port: 81, name: grpc')]],
    ['well known', [ports('port: 3306, name: db')]],
    ['named otherwise', [ports('port: 80, name: web')], 'MW2601 Service/web spec.ports[0].name'],
    ['without a name', [ports('port: 80')], 'MW2601 Service/web spec.ports[0]'],
    ['told', [ports('port: 80, name: web, appProtocol: http')]],
    [
      'told wrongly',
      [ports('port: 80, name: web, appProtocol: htttp')],
      'MW2603 Service/web spec.ports[0].appProtocol',
    ],
    ['of the system', [ports('port: 80').replace('shop/', 'kube-system/')]],
    [
      'of an external name',
      ['Service shop/web { type: ExternalName, ports: [{ port: 80, name: tcp }] }'],
      'MW2602 Service/web spec.ports[0].name',
    ],
    [
      'that lead to a container',
      [ports('port: 80, name: http, targetPort: 8080'), container('ports: [{ containerPort: 8080 }]')],
    ],
    [
      'that lead to a name',
      [
        ports('port: 80, name: http, targetPort: web'),
        container('ports: [{ containerPort: 8080, name: web }]'),
      ],
    ],
    ['of a container that tells none', [ports('port: 80, name: http'), container('image: a')]],
    [
      'that lead nowhere',
      [ports('port: 80, name: http'), container('ports: [{ containerPort: 8080 }]')],
      'MW2604 Service/web spec.ports[0].port',
    ],
  ],
  here,
);

const second = (more: string): string =>
  `Service shop/other { selector: { app: web }, ports: [{ ${more} }] }`;

judgedTogether(
  'Services of one workload',
  [
    ['that agree', [ports('port: 80, name: http'), second('port: 80, name: http'), container('image: a')]],
    [
      'of two protocols',
      [ports('port: 80, name: http'), second('port: 80, name: http, protocol: UDP'), container('image: a')],
      'MW2605 Deployment/web metadata.name',
    ],
    [
      'to one target',
      [
        ports('port: 80, name: http, targetPort: 80'),
        second('port: 81, name: http, targetPort: 80'),
        container('image: a'),
      ],
      'MW2606 Deployment/web metadata.name',
    ],
  ],
  here,
);

const namespace = (labels: string): string => `Namespace default/shop {} | labels: { ${labels} }`;
const pod = (containers: string, metadata = ''): string =>
  `Pod shop/p { containers: [${containers}] } | ${metadata || 'labels: {}'}`;

judgedTogether(
  'namespaces and pods',
  [
    ['in the mesh', [namespace('istio-injection: enabled')]],
    ['in ambient mode', [namespace('istio.io/dataplane-mode: ambient')]],
    ['outside', [namespace('a: b')], 'MW2607 Namespace/shop metadata.name'],
    [
      'asking twice',
      [namespace('istio-injection: enabled, istio.io/rev: a')],
      'MW2608 Namespace/shop metadata.labels.istio-injection',
    ],
    [
      'a pod without its sidecar',
      [namespace('istio-injection: enabled'), pod('{ name: a }')],
      'MW2609 Pod/p metadata.name',
    ],
    [
      'a pod that wants none',
      [
        namespace('istio-injection: enabled'),
        pod('{ name: a }', 'labels: { sidecar.istio.io/inject: "false" }'),
      ],
    ],
    [
      'a pod with it',
      [namespace('istio-injection: enabled'), pod('{ name: a }, { name: istio-proxy, image: x }')],
    ],
    [
      'pods with others',
      [
        pod('{ name: istio-proxy, image: "p:1" }'),
        pod('{ name: istio-proxy, image: "p:2" }').replace('/p', '/q'),
      ],
      'MW2616 Pod/p metadata.name',
      'MW2616 Pod/q metadata.name',
    ],
    [
      "the proxy's user",
      [container('securityContext: { runAsUser: 1337 }')],
      `MW2614 Deployment/web ${at}.securityContext.runAsUser`,
    ],
    ['another user', [container('securityContext: { runAsUser: 1000 }')]],
    [
      'an image that nobody fills in',
      [
        namespace('istio-injection: disabled'),
        container('image: auto').replace('name: a', 'name: istio-proxy'),
      ],
      `MW2615 Deployment/web ${at}.image`,
    ],
    [
      'an image that somebody does',
      [
        namespace('istio-injection: enabled'),
        container('image: auto').replace('name: a', 'name: istio-proxy'),
      ],
    ],
    [
      'a workload without policies',
      [
        container('image: a'),
        'AuthorizationPolicy shop/x { selector: { matchLabels: { app: other } }, rules: [{}] }',
      ],
      'MW2617 Deployment/web metadata.name',
    ],
    ['no policies at all', [container('image: a')]],
    [
      'istiod without limits',
      [
        'Deployment istio-system/istiod {} | labels: { app: istiod }',
        'RequestAuthentication shop/r { jwtRules: [{ issuer: a }] }',
      ],
      'MW2618 Deployment/istiod metadata.name',
    ],
    ['istiod without tokens', ['Deployment istio-system/istiod {} | labels: { app: istiod }']],
    [
      'a kind that is gone',
      ['CustomResourceDefinition x/serviceroles.rbac.istio.io {}'],
      'MW2619 CustomResourceDefinition/serviceroles.rbac.istio.io metadata.name',
    ],
  ],
  here,
);

const annotated = (kind: string, annotation: string): string =>
  `${kind} shop/a {} | annotations: { ${annotation} }`;
const path = (name: string): string => `metadata.annotations["${name}"]`;

judgedTogether(
  "annotations of Istio's",
  [
    ['known', [annotated('Pod', 'sidecar.istio.io/proxyCPU: 10m')]],
    ["somebody else's", [annotated('Pod', 'example.com/proxyCPU: 10m')]],
    [
      'unknown',
      [annotated('Pod', 'sidecar.istio.io/proxyCPUs: 10m')],
      `MW2611 Pod/a ${path('sidecar.istio.io/proxyCPUs')}`,
    ],
    [
      'on what makes pods',
      [annotated('Deployment', 'sidecar.istio.io/proxyCPU: 10m')],
      `MW2610 Deployment/a ${path('sidecar.istio.io/proxyCPU')}`,
    ],
    [
      'of no readable value',
      [annotated('Pod', 'traffic.sidecar.istio.io/excludeOutboundPorts: "80;81"')],
      `MW2612 Pod/a ${path('traffic.sidecar.istio.io/excludeOutboundPorts')}`,
    ],
    [
      'of a range',
      [annotated('Pod', 'traffic.sidecar.istio.io/includeOutboundIPRanges: "10.0.0.0/8,1.2.3.4"')],
    ],
    [
      'deprecated',
      [annotated('Pod', 'sidecar.istio.io/inject: "true"')],
      `MW2613 Pod/a ${path('sidecar.istio.io/inject')}`,
    ],
    [
      'beside the label that replaces it',
      [
        'Pod shop/a {} | annotations: { sidecar.istio.io/inject: "true" }, labels: { sidecar.istio.io/inject: "true" }',
      ],
    ],
  ],
  here,
);
