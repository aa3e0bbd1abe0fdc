import { expect, test } from 'vitest';
import { meshOf } from '../istio/mesh.testkit.ts';
import { portsOf } from './ports.ts';

const ports = (kind: string, port: string) => {
  const [resource] = meshOf(
    `{apiVersion: ${kind === 'Service' ? 'v1' : 'networking.istio.io/v1'}, kind: ${kind}, metadata: {name: x}, spec: {ports: [${port}]}}`,
  ).resources;
  if (!resource) throw new Error('the text holds a resource');
  return portsOf(resource).map(({ number, protocol, class: treated, target }) => [
    number,
    protocol,
    treated,
    target,
  ]);
};

test.each([
  ['{number: 443, protocol: HTTPS}', 443, 'HTTPS', 'tls', undefined],
  ['{number: 80, protocol: http, targetPort: 443}', 80, 'HTTP', 'http', 443],
  ['{number: 80, name: http-web}', 80, '', 'auto', undefined],
  ['{number: 80, protocol: Carrier}', 80, '', 'auto', undefined],
  ['{number: 27017, protocol: mongo, targetPort: 27017}', 27017, 'MONGO', 'tcp', undefined],
])('a ServiceEntry port %s', (port, ...expected) => {
  expect(ports('ServiceEntry', port)).toEqual([expected]);
});

test.each([
  ['{port: 80, name: http-web, targetPort: 8080}', 80, 'HTTP', 'http', 8080],
  ['{port: 80, name: http, targetPort: web}', 80, 'HTTP', 'http', 'web'],
  ['{port: 80, name: grpc-web-x}', 80, 'GRPC-WEB', 'http', undefined],
  ['{port: 80, name: http-x, appProtocol: kubernetes.io/h2c}', 80, 'HTTP2', 'http', undefined],
  ['{port: 80, name: tcp-x, appProtocol: https}', 80, 'HTTPS', 'tls', undefined],
  ['{port: 80, name: http-x, appProtocol: example.com/own}', 80, '', 'auto', undefined],
  ['{port: 80, name: tcp, appProtocol: http-alt}', 80, 'HTTP', 'http', undefined],
  ['{port: 80, name: gRPC-Web}', 80, 'GRPC-WEB', 'http', undefined],
  ['{port: 80, name: web}', 80, '', 'auto', undefined],
  ['{port: 3306, name: db}', 3306, 'TCP', 'tcp', undefined],
  ['{port: 53, name: dns, protocol: UDP}', 53, 'UDP', 'udp', undefined],
])('a Service port %s', (port, ...expected) => {
  expect(ports('Service', port)).toEqual([expected]);
});

test('ports without a number are left out, and the others keep their places', () => {
  const [resource] = meshOf(
    '{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {ports: [{name: a}, ~, {port: 9}]}}',
  ).resources;
  expect(resource && portsOf(resource).map(({ path }) => path)).toEqual([['spec', 'ports', 2]]);
});
