import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../yaml/index.ts';
import { meshOf, withRegexes } from '../../traffic.testkit.ts';
import { makePlan } from '../plan/make-plan.ts';
import { readScenario } from '../scenario/read.ts';
import { triableFields } from './triable.ts';

withRegexes();

const entry =
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: STATIC, endpoints: [{ address: 10.0.0.1 }] }';

function fields(...resources: readonly string[]): Readonly<Record<string, string>> {
  const mesh = meshOf([entry, ...resources]);
  const { scenario } = readScenario(
    parseDocument('request: { from: { namespace: shop }, url: http://a.example/x }\nload: { rate: 1 }').value,
  );
  if (!scenario) throw new Error('unreadable');
  return Object.fromEntries(
    triableFields(mesh, makePlan(mesh, scenario)).map(({ name, resource, path, written = '' }) => [
      name,
      `${resource} ${path.join('.')} = ${written}`,
    ]),
  );
}

describe('the fields that could be set otherwise', () => {
  it('are those of the policy in force, where it is written, and of the rule that takes the request', () => {
    const found = fields(
      'DestinationRule shop/d { host: a.example, trafficPolicy: { outlierDetection: { interval: 5s } }, subsets: [{ name: one, trafficPolicy: { connectionPool: { tcp: { maxConnections: 7 } } } }] }',
      'VirtualService shop/v { hosts: [a.example], http: [{ timeout: 3s, route: [{ destination: { host: a.example, subset: one } }] }] }',
    );
    expect(found).toMatchObject({
      interval: 'DestinationRule/shop/d spec.trafficPolicy.outlierDetection.interval = 5s',
      maxEjectionPercent: 'DestinationRule/shop/d spec.trafficPolicy.outlierDetection.maxEjectionPercent = ',
      timeout: 'VirtualService/shop/v spec.http.0.timeout = 3s',
      'retries.attempts': 'VirtualService/shop/v spec.http.0.retries.attempts = ',
      maxConnections:
        'DestinationRule/shop/d spec.subsets.0.trafficPolicy.connectionPool.tcp.maxConnections = 7',
      simple: 'DestinationRule/shop/d spec.trafficPolicy.loadBalancer.simple = ',
    });
  });

  it('are none without a DestinationRule and a rule', () => expect(fields()).toEqual({}));

  it('are not those that a port’s own settings would make nothing of', () => {
    const found = fields(
      'DestinationRule shop/d { host: a.example, trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, outlierDetection: { interval: 9s } }] } }',
    );
    expect(found['interval']).toMatch(/portLevelSettings\.0\.outlierDetection\.interval = 9s$/);
    expect(found['maxConnections']).toBeUndefined();
  });
});
