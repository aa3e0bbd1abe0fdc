import { describe, expect, it } from 'vitest';
import { answers, cluster, hosts, outlier, pool, ran, retries } from '../load.testkit.ts';
import { answerName, isWell, parseAnswer } from './answer.ts';
import { grpcOf, grpcOfProxy, httpOf } from './grpc.ts';
import { retriesStatus } from './retry-on.ts';

describe('statuses of gRPC', () => {
  it.each([
    [400, 'INVALID_ARGUMENT'],
    [409, 'ABORTED'],
    [499, 'CANCELLED'],
    [500, 'INTERNAL'],
    [503, 'UNAVAILABLE'],
    [504, 'DEADLINE_EXCEEDED'],
    [502, undefined],
    [200, undefined],
  ])('%i of an endpoint is %s', (status, grpc) => {
    expect(grpcOf(status)).toBe(grpc);
    if (grpc !== undefined) expect(httpOf(grpc)).toBe(status);
  });

  it.each([
    [503, 'UNAVAILABLE'],
    [504, 'UNAVAILABLE'],
    [429, 'UNAVAILABLE'],
    [404, 'UNIMPLEMENTED'],
    [400, 'INTERNAL'],
    [500, 'UNKNOWN'],
  ])('%i of a proxy is %s', (status, grpc) => {
    expect(grpcOfProxy(status)).toBe(grpc);
  });

  it('stand in the name of an answer, and say whether it is well', () => {
    const name = answerName(200, ['UO'], 'UNAVAILABLE');
    expect(name).toBe('200 UO UNAVAILABLE');
    expect(parseAnswer(name)).toEqual({ status: 200, flags: ['UO'], grpc: 'UNAVAILABLE' });
    expect(parseAnswer('200 NOT_FOUND')).toEqual({ status: 200, flags: [], grpc: 'NOT_FOUND' });
    expect(parseAnswer(answerName(0, []))).toEqual({ status: 0, flags: [], grpc: undefined });
    expect(['200', '200 DI', '200 NOT_FOUND', '404', '0'].filter(isWell)).toHaveLength(5);
    expect([name, '200 INTERNAL', '503', '0 UF,URX'].filter(isWell)).toEqual([]);
  });

  // HTTP's status is 200: only the words for gRPC's own statuses concern it.
  it.each([
    ['unavailable', 503, true],
    ['cancelled', 499, true],
    ['deadline-exceeded', 504, true],
    ['resource-exhausted', 429, true],
    ['internal', 500, true],
    ['5xx,gateway-error,retriable-status-codes', 503, false],
    ['5xx', 502, true],
    ['unavailable', 200, false],
  ])('%s after %i: %s', (words, status, again) => {
    const plan = retries({ grpc: true, on: new Set(words.split(',')), codes: new Set([503]) });
    expect(retriesStatus(plan, status)).toBe(again);
  });
});

describe('a load of gRPC', () => {
  const failing = [cluster({ hosts: hosts(1, { errors: 100 }) })];

  it('is answered with HTTP 200 by proxies and endpoints, each with its own status', () => {
    expect(Object.keys(answers(ran({ grpc: true, clusters: failing })))).toEqual(['200 UNAVAILABLE']);
    const refused = ran({ grpc: true, clusters: [cluster({ hosts: [] })] });
    expect(Object.keys(answers(refused))).toEqual(['200 UH UNAVAILABLE']);
    const late = ran({
      grpc: true,
      timeout: 100,
      clusters: [cluster({ hosts: hosts(1, { script: [{ from: 0, to: Infinity, does: 'hangs' }] }) })],
    });
    expect(Object.keys(answers(late))).toEqual(['200 UT UNAVAILABLE']);
    const full = answers(
      ran({
        grpc: true,
        clusters: [
          cluster({
            pool: pool({ http2: true, maxRequests: 1 }),
            hosts: hosts(1, { latency: { p50: 95, p99: 95 } }),
          }),
        ],
      }),
    );
    expect(Object.keys(full).sort()).toEqual(['200', '200 UO UNAVAILABLE']);
  });

  it('is tried again by what Istio has by itself, unlike HTTP', () => {
    const on = new Set(['connect-failure', 'refused-stream', 'unavailable', 'cancelled']);
    const run = (grpc: boolean) =>
      Object.keys(answers(ran({ grpc, retries: retries({ grpc, on }), clusters: failing })));
    expect(run(true)).toEqual(['200 URX UNAVAILABLE']);
    expect(run(false)).toEqual(['503']);
  });

  it('aborts with the status of gRPC, or the one that stands for that of HTTP', () => {
    const aborted = (abort: { status: number; grpc?: string }) =>
      Object.keys(answers(ran({ grpc: true, abort: { ...abort, percent: 100 } })));
    expect(aborted({ status: 200, grpc: 'NOT_FOUND' })).toEqual(['200 FI NOT_FOUND']);
    expect(aborted({ status: 503 })).toEqual(['200 FI UNAVAILABLE']);
  });

  it('counts for outlier detection as the HTTP status that stands for it', () => {
    const run = ran({
      grpc: true,
      clusters: [
        cluster({
          outlier: outlier({ consecutive5xx: 3, maxEjectionPercent: 50 }),
          hosts: [...hosts(1, { errors: 100, errorStatus: 404 }), ...hosts(1, { errors: 100 })],
        }),
      ],
    });
    expect(run.recorder.ejections.map(({ host }) => host)).toEqual([1]);
  });
});
