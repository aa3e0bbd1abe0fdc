import type { TextFile } from '../src/text/index.ts';

/** What a namespace of a mesh holds besides routing: nine documents a group, with much that rules have to compare. */
function documentOf(index: number): string {
  const group = Math.floor(index / 9);
  const [app, namespace] = [`app-${group}`, `team-${group % 20}`];
  const document = (apiVersion: string, kind: string, name: string, spec: string, metadata = ''): string =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n${metadata}spec:\n${spec}`;
  const istio = 'networking.istio.io/v1';
  switch (index % 9) {
    case 0:
      return document(
        'v1',
        'Service',
        app,
        `  selector: {app: ${app}}\n  ports:\n  - {name: http-web, port: 80, targetPort: 8080}\n`,
      );
    case 1:
      return document(
        'apps/v1',
        'Deployment',
        `${app}-v1`,
        `  template:\n    metadata:\n      labels: {app: ${app}, version: v1}\n    spec:\n      containers:\n      - name: web\n        ports: [{containerPort: 8080}]\n`,
      );
    case 2:
      return document(
        istio,
        'DestinationRule',
        app,
        `  host: ${app}\n  trafficPolicy:\n    outlierDetection: {consecutive5xxErrors: 3}\n  subsets:\n  - name: v1\n    labels: {version: v1}\n`,
      );
    case 3:
      return document(
        istio,
        'VirtualService',
        app,
        `  hosts: [${app}, ${app}.example]\n  gateways: [mesh, edge-${group}]\n  http:\n` +
          ['a', 'b', 'c']
            .map(
              (path) =>
                `  - match:\n    - uri: {prefix: /${path}/}\n    route:\n    - destination: {host: ${app}, subset: v1}\n`,
            )
            .join(''),
      );
    case 4:
      return document(
        istio,
        'Gateway',
        `edge-${group}`,
        `  selector: {istio: ingressgateway}\n  servers:\n  - port: {number: 443, name: https, protocol: HTTPS}\n    hosts: [${app}.example]\n    tls: {mode: SIMPLE, credentialName: ${app}-cert}\n`,
      );
    case 5:
      return document(
        'security.istio.io/v1',
        'AuthorizationPolicy',
        app,
        `  selector:\n    matchLabels: {app: ${app}}\n  rules:\n  - from:\n    - source: {principals: [cluster.local/ns/${namespace}/sa/${app}]}\n    to:\n    - operation: {methods: [GET], hosts: [${app}]}\n`,
      );
    case 6:
      return document(
        'security.istio.io/v1',
        'PeerAuthentication',
        app,
        `  selector:\n    matchLabels: {app: ${app}}\n  mtls: {mode: STRICT}\n`,
      );
    case 7:
      return document(
        istio,
        'Sidecar',
        app,
        `  workloadSelector:\n    labels: {app: ${app}}\n  egress:\n  - hosts: ["./*", "istio-system/*"]\n`,
      );
    default:
      return document(
        istio,
        'ServiceEntry',
        `${app}-db`,
        `  hosts: [db-${group}.partners.example]\n  resolution: DNS\n  ports:\n  - {number: 5432, name: tcp-db, protocol: TCP}\n`,
      );
  }
}

/** `count` resources, one file a group of nine. The same for the same count. */
export function crowdedWorkspace(count: number): TextFile[] {
  const files: TextFile[] = [];
  for (let from = 0; from < count; from += 9) {
    const documents = Array.from({ length: Math.min(9, count - from) }, (_, index) =>
      documentOf(from + index),
    );
    files.push({ path: `apps/app-${Math.floor(from / 9)}.yaml`, text: documents.join('---\n') });
  }
  return files;
}
