import { describe } from 'vitest';
import {
  choose,
  duplicate,
  holdsTo,
  moveTo,
  remove,
  removeItem,
  renameKey,
  typeAt,
} from './golden.testkit.ts';

const ENTRY = `# The partner
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: partner
spec:
  hosts: # public
  - api.partner.example
  addresses: ["240.0.0.1"]
  ports:
  - number: 443   # encrypted
    name: tls
    protocol: TLS
  - {number: 80, name: http, protocol: HTTP, targetPort: 8080}
  location: MESH_EXTERNAL
  resolution: STATIC
  endpoints:
  # west
  - address: 192.0.2.1
    ports: {tls: 8443}
    weight: 80
    labels:
      zone: west
`;
const PORT = '  - {number: 80, name: http, protocol: HTTP, targetPort: 8080}\n';
const ENDPOINT = `  - address: 192.0.2.1
    ports: {tls: 8443}
    weight: 80
    labels:
      zone: west
`;

// A row a line, so that what belongs together is seen together.
// prettier-ignore
describe('ServiceEntry', () => holdsTo(ENTRY, [
  ['host', 'spec.hosts[0]', '  - api.partner.example\n', ['*.partner.example', '  - "*.partner.example"\n']],
  ['host more', 'spec.hosts[1]', '  - api.partner.example\n', ['b.partner.example', '+  - b.partner.example\n'], [remove, '+']],
  ['text', 'spec.ports[0].name', 'name: tls', ['tls-api', 'name: tls-api']],
  ['address', 'spec.addresses[0]', '["240.0.0.1"]', ['2001:db8::1', '["2001:db8::1"]']],
  ['port', 'spec.ports[0].number', '  - number: 443   # encrypted\n', ['8443', '  - number: 8443   # encrypted\n']],
  ['target port', 'spec.ports[0].targetPort', '    protocol: TLS\n', ['8443', '+    targetPort: 8443\n'], ['9443', '+    targetPort: 9443\n'], [remove, '+']],
  ['protocol', 'spec.ports[1].protocol', 'protocol: HTTP,', ['HTTP2', 'protocol: HTTP2,'], ['GRPC', 'protocol: GRPC,']],
  ['enum', 'spec.location', '  location: MESH_EXTERNAL\n', ['MESH_INTERNAL', '  location: MESH_INTERNAL\n'], [remove, '']],
  ['number', 'spec.endpoints[0].weight', '    weight: 80\n', ['0', '    weight: 0\n'], [remove, '']],
  ['value of a map of numbers', 'spec.endpoints[0].ports.tls', '{tls: 8443}', ['443', '{tls: 443}']],
  ['key of a map of numbers', 'spec.endpoints[0].ports.tls', '{tls: 8443}', [renameKey('https'), '{https: 8443}']],
  ['last key', 'spec.endpoints[0].ports.tls', '    ports: {tls: 8443}\n', [remove, '']],
  ['label', 'spec.endpoints[0].labels.zone', '      zone: west\n', ['no', '      zone: "no"\n']],
  ['list not there', 'spec.exportTo[0]', ENDPOINT, ['~', '+  exportTo:\n  - "~"\n'], [remove, '+']],
  ['port moved', 'spec.ports[0]', `  - number: 443   # encrypted
    name: tls
    protocol: TLS
${PORT}`, [moveTo(1), `${PORT}  - number: 443   # encrypted
    name: tls
    protocol: TLS
`]],
  ['port more', 'spec.ports[2].number', PORT, ['9000', '+  - number: 9000\n'], [remove, '+']],
  ['port copied', 'spec.ports[1]', PORT, [duplicate, `+${PORT}`]],
  ['port removed', 'spec.ports[1]', PORT, [removeItem, '']],
  ['union', 'spec', `  endpoints:\n  # west\n${ENDPOINT}`,
    [choose('workloadSelector'), '+'],
    [typeAt('workloadSelector.labels.app', 'partner'), '  workloadSelector:\n    labels:\n      app: partner\n'],
    [choose('endpoints'), '  endpoints:\n  - address: 192.0.2.1\n    ports:\n      tls: 8443\n    weight: 80\n    labels:\n      zone: west\n']],
]));

const WORKLOAD = `apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: vm-1, namespace: shop}
spec:
  address: '192.0.2.7' # rack 3
  weight: 5
  labels: {app: stock}
`;

// prettier-ignore
describe('WorkloadEntry', () => holdsTo(WORKLOAD, [
  ['address', 'spec.address', "'192.0.2.7'", ['unix:///run/stock.sock', "'unix:///run/stock.sock'"]],
  ['text', 'spec.locality', '  labels: {app: stock}\n', ['eu/west', '+  locality: eu/west\n'], [remove, '+']],
  ['service account', 'spec.serviceAccount', '  labels: {app: stock}\n', ['stock', '+  serviceAccount: stock\n'], ['till', '+  serviceAccount: till\n'], [remove, '+']],
  ['number', 'spec.weight', '  weight: 5\n', ['10', '  weight: 10\n'], [remove, '']],
  ['map of ports', 'spec.ports.http', "  address: '192.0.2.7' # rack 3\n", ['8080', '+  ports:\n    http: 8080\n'], ['80', '+  ports:\n    http: 80\n'], [remove, '+']],
  ['label', 'spec.labels.app', '{app: stock}', ['till', '{app: till}']],
  ['key', 'spec.labels.app', '{app: stock}', [renameKey('name'), '{name: stock}']],
  ['key more', 'spec.labels.version', '{app: stock}', ['1', '{app: stock, version: "1"}'], [remove, '+']],
]));

const GROUP = `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: vms}
spec:
  metadata:
    labels:
      app: vms   # picked by
  template: {serviceAccount: vms}
  probe:
    periodSeconds: 4
    # http
    httpGet:
      path: /healthz
      port: 8080
      httpHeaders:
      - {name: X-Probe, value: "1"}
`;
const HTTP = `    httpGet:
      path: /healthz
      port: 8080
      httpHeaders:
      - {name: X-Probe, value: "1"}
`;

// prettier-ignore
describe('WorkloadGroup', () => holdsTo(GROUP, [
  ['label', 'spec.metadata.labels.app', '      app: vms   # picked by\n', ['vm', '      app: vm   # picked by\n']],
  ['annotation', 'spec.metadata.annotations.note', '      app: vms   # picked by\n', ['x: y', '+    annotations:\n      note: "x: y"\n'], [remove, '+']],
  ['text in braces', 'spec.template.network', '{serviceAccount: vms}', ['net-1', '{serviceAccount: vms, network: net-1}'], [remove, '+']],
  ['number', 'spec.probe.periodSeconds', 'periodSeconds: 4', ['10', 'periodSeconds: 10']],
  ['port', 'spec.probe.httpGet.port', '      port: 8080\n', ['81', '      port: 81\n']],
  ['path', 'spec.probe.httpGet.path', '      path: /healthz\n', ['/ready', '      path: /ready\n'], [remove, '']],
  ['scheme', 'spec.probe.httpGet.scheme', '      port: 8080\n', ['HTTPS', '+      scheme: HTTPS\n'], [remove, '+']],
  ['list of objects', 'spec.probe.httpGet.httpHeaders[1].name', '      - {name: X-Probe, value: "1"}\n', ['Host', '+      - name: Host\n'], [remove, '+']],
  ['union', 'spec.probe', `    periodSeconds: 4\n    # http\n${HTTP}`,
    [choose('exec'), '+'],
    [typeAt('exec.command[0]', 'true'), '    exec:\n      command:\n      - "true"\n    periodSeconds: 4\n    # http\n'],
    [choose('tcpSocket'), '    exec:\n      command:\n      - "true"\n    periodSeconds: 4\n    # http\n'],
    [typeAt('tcpSocket.port', '8080'), '    tcpSocket:\n      port: 8080\n    periodSeconds: 4\n    # http\n'],
    [choose('httpGet'), '    httpGet:\n      path: /healthz\n      port: 8080\n      httpHeaders:\n      - name: X-Probe\n        value: "1"\n    periodSeconds: 4\n    # http\n']],
]));
