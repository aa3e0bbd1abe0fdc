import { describe, expect, it } from 'vitest';
import { removalPath } from './removal.ts';

const resource = {
  spec: {
    host: 'a.example',
    trafficPolicy: {
      connectionPool: { tcp: { maxConnections: 1 }, http: { maxRetries: 1, idleTimeout: '1s' } },
    },
    http: [{ route: [{ destination: { host: 'a', port: { number: 80 } } }] }],
  },
};

describe('removal', () => {
  it.each([
    [
      'the field alone',
      'spec.trafficPolicy.connectionPool.http.maxRetries',
      'spec',
      'spec.trafficPolicy.connectionPool.http.maxRetries',
    ],
    [
      'a parent left empty',
      'spec.trafficPolicy.connectionPool.tcp.maxConnections',
      'spec.trafficPolicy.connectionPool',
      'spec.trafficPolicy.connectionPool.tcp',
    ],
    ['parents up to what is kept', 'spec.trafficPolicy.connectionPool', 'spec', 'spec.trafficPolicy'],
    [
      'never what is kept',
      'spec.http.0.route.0.destination.port.number',
      'spec.http.0.route.0.destination',
      'spec.http.0.route.0.destination.port',
    ],
    [
      'not a parent directly kept',
      'spec.trafficPolicy.connectionPool.tcp.maxConnections',
      'spec.trafficPolicy.connectionPool.tcp',
      'spec.trafficPolicy.connectionPool.tcp.maxConnections',
    ],
  ])('takes %s', (_, path, keep, expected) => {
    const steps = (text: string) => text.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    expect(removalPath(resource, steps(path), steps(keep))).toEqual(steps(expected));
  });
});
