import { expect, it } from 'vitest';
import { checkForm as check, httpRule, resource, trafficPolicy } from '../check.testkit.ts';

it('refuses two ports of one name', () => {
  const ports = (second: string): string =>
    resource(
      'ServiceEntry',
      `hosts: [a.example]\nports: [{ number: 80, name: http }, { number: 81, name: ${second} }]`,
    );
  expect(check(ports('http'))).toMatchObject([
    { code: 'MW0217', severity: 'error', path: 'spec.ports[1].name' },
  ]);
  expect(check(ports('http-2'))).toEqual([]);
});

it('tells of a deprecated field, and what to use', () => {
  const [problem, ...others] = check(
    trafficPolicy('loadBalancer: { simple: RANDOM, warmupDurationSecs: 5s }'),
  );
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: 'MW0218', severity: 'info' });
  expect(problem?.message).toContain('warmup.duration');
});

it('tells of a field that is newer than the chosen version, once', () => {
  const text = trafficPolicy('connectionPool: { http: { http2KeepAlive: { interval: 5s, timeout: 1s } } }');
  const path = 'spec.trafficPolicy.connectionPool.http.http2KeepAlive';
  expect(check(text, '1.30')).toMatchObject([{ code: 'MW0219', severity: 'warning', path }]);
  expect(check(text, '1.31')).toEqual([]);
  expect(
    check(httpRule('retries: { attempts: 1, backoff: 1s }\nroute: [{ destination: { host: web } }]'), '1.25'),
  ).toMatchObject([{ code: 'MW0219' }]);
});
