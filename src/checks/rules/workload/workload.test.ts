import { judged } from '../../rules.testkit.ts';

judged('WorkloadEntry', 'WorkloadEntry', [
  ['nowhere', 'labels: { app: a }\naddress: ""', 'MW0620 address'],
  ['in a network', 'network: west', 'MW0621'],
  ['at an address', 'address: 10.1.2.3'],
  ['at a name', 'address: vm.example'],
  ['at a wildcard', 'address: "*.example"', 'MW0624 address'],
  ['at a name with a port', 'address: vm.example:80', 'MW0624 address'],
  ['at a socket', 'address: unix:///run/a'],
  ['at a socket without a root', 'address: unix://run/a', 'MW0622 address'],
  ['at a folder', 'address: unix:///run/a/', 'MW0622 address'],
  ['at a socket with ports', 'address: unix:///run/a\nports: { http: 80 }', 'MW0623 ports'],
  ['a label that cannot be', 'address: 10.1.2.3\nlabels: { -a: b }', 'MW0316 labels["-a"]'],
]);

judged('WorkloadGroup', 'WorkloadGroup', [
  ['without a probe', 'template: {}'],
  ['a probe of nothing', 'template: {}\nprobe: { periodSeconds: 5 }', 'MW0630 probe'],
  ['a probe by gRPC', 'template: {}\nprobe: { grpc: { port: 80 } }', 'MW0630 probe.grpc'],
  ['a probe by TCP', 'template: {}\nprobe: { tcpSocket: { port: 80 } }'],
  [
    'a scheme in small letters',
    'template: {}\nprobe: { httpGet: { port: 80, scheme: https } }',
    'MW0631 probe.httpGet.scheme',
  ],
  [
    'a header with an underscore',
    'template: {}\nprobe: { httpGet: { port: 80, httpHeaders: [{ name: x_a, value: b }] } }',
    'MW0632 probe.httpGet.httpHeaders[0].name',
  ],
  [
    'a header without a name',
    'template: {}\nprobe: { httpGet: { port: 80, httpHeaders: [{ value: b }] } }',
    'MW0632 probe.httpGet.httpHeaders[0]',
  ],
  ['no command', 'template: {}\nprobe: { exec: { command: [] } }', 'MW0633 probe.exec.command'],
  ['a socket that cannot be', 'template: { address: "unix://a" }', 'MW0622 template.address'],
]);
