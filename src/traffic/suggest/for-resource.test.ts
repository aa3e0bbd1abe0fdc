import { describe, expect, it } from 'vitest';
import { meshOf, withRegexes } from '../traffic.testkit.ts';
import { requestTo } from './for-resource.ts';

withRegexes();

const MESH = meshOf([
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }',
  'DestinationRule shop/d { host: a.example, trafficPolicy: { tls: { mode: SIMPLE } } }',
  'VirtualService shop/v { hosts: [a.example], http: [{ match: [{ uri: { prefix: /x } }], route: [{ destination: { host: a.example } }] }, { directResponse: { status: 200 } }] }',
  'DestinationRule shop/lost { host: gone.example }',
  'Pod shop/web @{ labels: { app: web } }@ {}',
]);
const to = (id: string, path: readonly (string | number)[] = []) => {
  const resource = MESH.byId.get(id);
  const found = resource && requestTo(MESH, resource, path);
  return found && 'request' in found
    ? found.request.url
    : found && 'caller' in found
      ? found.caller
      : found?.why;
};

describe('a request that comes to a place', () => {
  it('is taken by the rule that the place stands in', () => {
    expect(to('VirtualService/shop/v', ['spec', 'http', 0, 'match', 0])).toBe('http://a.example/x');
    expect(to('VirtualService/shop/v', ['spec', 'http', 1])).toBe('http://a.example/');
  });

  it('comes by the host and by its DestinationRule', () => {
    expect(to('ServiceEntry/shop/e')).toBe('http://a.example/x');
    expect(to('DestinationRule/shop/d')).toBe('http://a.example/x');
  });

  it('is sent by a workload that is chosen', () => {
    expect(to('Pod/shop/web')).toEqual({ kind: 'sidecar', namespace: 'shop', labels: { app: 'web' } });
  });

  it('or there is none', () => {
    expect(to('DestinationRule/shop/lost')).toMatch(/^No request comes by DestinationRule lost/);
  });
});
