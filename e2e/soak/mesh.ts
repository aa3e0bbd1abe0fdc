import type { TextFile } from '../../src/text/index.ts';

const TEAMS = 6;

const resource = (kind: string, name: string, namespace: string, rest: string) =>
  `apiVersion: ${['Service', 'ConfigMap'].includes(kind) ? 'v1' : 'networking.istio.io/v1'}\n` +
  `kind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}   # who answers for it\n${rest}`;

const service = (name: string, namespace: string) =>
  resource('Service', name, namespace, `spec:\n  ports:\n  - {port: 80, name: http}\n`);

const rule = (name: string, namespace: string) =>
  resource(
    'DestinationRule',
    name,
    namespace,
    `spec:\n  host: ${name}\n  trafficPolicy:\n    connectionPool:\n      tcp: {maxConnections: 30}\n` +
      `  subsets:\n    - name: v1\n      labels: {version: v1}\n    - name: v2\n      labels: {version: "v2"}\n`,
  );

const routes = (name: string, namespace: string, other: string) =>
  resource(
    'VirtualService',
    name,
    namespace,
    `spec:\n  hosts: [${name}]\n  http:\n  # the new version first\n  - match:\n    - uri: {prefix: /v2}\n    timeout: 5s\n` +
      `    route:\n    - destination: {host: ${name}, subset: v2}\n  - route:\n    - destination:\n        host: ${name}\n        subset: v1\n` +
      `      weight: 90\n    - destination: {host: ${other}}\n      weight: 10\n`,
  );

const route = (name: string, namespace: string) =>
  resource(
    'VirtualService',
    name,
    namespace,
    `spec:\n  hosts:\n  - "${name}"\n  http:\n  - route:\n    - destination: {host: ${name}, subset: v1} # the one that runs\n`,
  );

const entry = (name: string, namespace: string) =>
  resource(
    'ServiceEntry',
    name,
    namespace,
    `spec:\n  hosts:\n  - ${name}.partner.example\n  location: MESH_EXTERNAL\n  resolution: DNS\n` +
      `  ports:\n  - {number: 443, name: https, protocol: HTTPS}\n`,
  );

const gateway = (name: string, namespace: string) =>
  resource(
    'Gateway',
    name,
    namespace,
    `spec:\n  selector: {istio: ingressgateway}\n  servers:\n  - port: {number: 80, name: http, protocol: HTTP}\n    hosts: ["${namespace}/*"]\n`,
  );

/** Three hundred resources as teams keep them: by file and namespace, one file with Windows line ends, one `List`. */
export function soakMesh(): TextFile[] {
  return Array.from({ length: TEAMS }, (_, team) => {
    const namespace = `team-${team}`;
    const apps = Array.from({ length: 15 }, (_unused, app) => `app-${team}-${app}`);
    const all = apps.flatMap((name, at) => [
      service(name, namespace),
      at % 3 === 0 ? routes(name, namespace, apps[(at + 7) % apps.length] ?? name) : route(name, namespace),
      rule(name, namespace),
    ]);
    const rest = [
      entry(`paid-${team}`, namespace),
      entry(`mail-${team}`, namespace),
      gateway(`front-${team}`, namespace),
      resource('ConfigMap', `notes-${team}`, namespace, 'data: {words: "left as they are"}\n'),
      `# not of Istio\nhelp: |\n  text that stays\n`,
    ];
    const [first, second] = [all.join('---\n'), rest.join('---\n')];
    return [
      { path: `${namespace}/apps.yaml`, text: team === 2 ? first.replaceAll('\n', '\r\n') : first },
      { path: `${namespace}/edge.yaml`, text: team === 4 ? `\uFEFF${second}` : second },
    ];
  }).flat();
}

/** Files that somebody opens beside the rest, or instead of it. */
export function guest(serial: number): TextFile {
  const name = `guest-${serial}`;
  const text = [service(name, 'guests'), routes(name, 'guests', name), rule(name, 'guests')].join('---\n');
  return { path: `${name}.yaml`, text };
}
