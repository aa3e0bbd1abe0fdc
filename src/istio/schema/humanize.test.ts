import { expect, it } from 'vitest';
import { humanize } from './humanize.ts';

it.each([
  ['maxConnections', 'Max connections'],
  ['caCertificates', 'CA certificates'],
  ['jwksUri', 'JWKS URI'],
  ['jwks_uri', 'JWKS URI'],
  ['http2MaxRequests', 'HTTP2 max requests'],
  ['host', 'Host'],
  ['grpcStatus', 'gRPC status'],
  ['', ''],
])('%s → %s', (key, title) => {
  expect(humanize(key)).toBe(title);
});
