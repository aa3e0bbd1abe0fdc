import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../yaml/index.ts';
import { meshOf, withRegexes } from '../traffic.testkit.ts';
import { runLoad, startLoad } from './load.ts';
import { makePlan } from './plan/make-plan.ts';
import { readScenario } from './scenario/read.ts';
import type { LoadScenario } from './scenario/scenario.ts';

withRegexes();

const entry = (endpoints = '10.0.0.1,10.0.0.2', more = '') =>
  `ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: STATIC, endpoints: [${endpoints
    .split(',')
    .map((address) => `{ address: ${address}, locality: eu/a${more} }`)
    .join(', ')}] }`;
const rule = (policy: string, more = '') =>
  `DestinationRule shop/d { host: a.example, trafficPolicy: { ${policy} }${more} }`;
const routes = (fields: string) =>
  `VirtualService shop/v { hosts: [a.example], http: [{ ${fields}, route: [{ destination: { host: a.example } }] }] }`;

function scenario(more = '', load = 'rate: 100'): LoadScenario {
  const read = readScenario(
    parseDocument(
      `request: { from: { namespace: shop, locality: eu/a }, url: http://a.example/x }\nduration: 20s\nload: { ${load} }\n${more}`,
    ).value,
  );
  if (!read.scenario) throw new Error(read.objections.map(({ message }) => message).join(' '));
  return read.scenario;
}
const planned = (resources: readonly string[], more = '') => makePlan(meshOf(resources), scenario(more)).plan;
const DOWN = 'behaviours: [{ where: { endpoint: 10.0.0.1 }, script: [{ from: 5s, to: 12s, answers: 503 }] }]';

describe('the plan of a scenario', () => {
  it('has istiod’s defaults', () => {
    const { clusters, retries, timeout } = planned([entry()]);
    expect(clusters[0]).toMatchObject({
      name: 'outbound|80||a.example',
      pool: {
        http2: false,
        maxConnections: 4_294_967_295,
        maxPending: 4_294_967_295,
        maxRetries: 4_294_967_295,
        connectTimeout: 10_000,
        idleTimeout: 3_600_000,
      },
      outlier: null,
      panicThreshold: 0,
      balancer: { kind: 'least-request', warmup: null },
    });
    expect(retries).toMatchObject({
      attempts: 2,
      perTryTimeout: Infinity,
      backoffBase: 25,
      backoffMax: 250,
      avoidsTried: true,
    });
    expect(retries?.on.has('connect-failure')).toBe(true);
    expect(timeout).toBe(Infinity);
  });

  it('reads what is written, of the port where it has settings of its own', () => {
    const { clusters } = planned([
      entry(),
      rule(
        'connectionPool: { tcp: { maxConnections: 9 } }, portLevelSettings: [{ port: { number: 80 }, connectionPool: { tcp: { maxConnections: 3, connectTimeout: 1s }, http: { http1MaxPendingRequests: 4, maxRetries: 0, idleTimeout: 30s } }, outlierDetection: { interval: 5s, consecutive5xxErrors: 0, consecutiveGatewayErrors: 2, minHealthPercent: 30 }, loadBalancer: { simple: ROUND_ROBIN, warmup: { duration: 60s } } }]',
      ),
    ]);
    expect(clusters[0]).toMatchObject({
      pool: {
        maxConnections: 3,
        connectTimeout: 1000,
        maxPending: 4,
        maxRetries: 4_294_967_295,
        idleTimeout: 30_000,
      },
      outlier: {
        consecutive5xx: 0,
        consecutiveGateway: 2,
        interval: 5000,
        baseEjectionTime: 30_000,
        maxEjectionPercent: 10,
      },
      panicThreshold: 30,
      balancer: { kind: 'round-robin', warmup: { duration: 60_000, leastPercent: 10, aggression: 1 } },
    });
  });

  // istiod: the client's protocol counts before the port's; and what a port speaks that says nothing, only sidecars find out.
  it.each([
    ['HTTP', '', 'http', false],
    ['HTTP2', '', 'http', true],
    ['HTTP', 'h2UpgradePolicy: UPGRADE', 'http', true],
    ['HTTP2', 'useClientProtocol: true', 'http', false],
    ['HTTP', 'useClientProtocol: true', 'h2', true],
    ['HTTP', 'useClientProtocol: true, h2UpgradePolicy: UPGRADE', 'http', false],
  ])('speaks to a port of %s with { %s } and clients of %s HTTP/2: %s', (protocol, http, client, http2) => {
    const { plan } = makePlan(
      meshOf([
        `ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: p, protocol: ${protocol} }], resolution: STATIC, endpoints: [{ address: 10.0.0.1 }] }`,
        rule(`connectionPool: { http: { ${http} }, tcp: { maxConnectionDuration: 30s } }`),
      ]),
      {
        ...scenario(),
        request: {
          caller: { kind: 'sidecar', namespace: 'shop' },
          url: 'http://a.example/',
          protocol: client === 'h2' ? 'http2' : 'http',
        },
      },
    );
    expect(plan.clusters[0]?.pool).toMatchObject({ http2, maxConnectionDuration: 30_000 });
  });

  it('knows gRPC by its content type, and says what its answers stand for', () => {
    const made = (type: string) =>
      makePlan(
        meshOf([entry(), routes('fault: { abort: { grpcStatus: NOT_FOUND, percentage: { value: 5 } } }')]),
        {
          ...scenario(),
          request: {
            caller: { kind: 'sidecar', namespace: 'shop' },
            url: 'http://a.example/',
            headers: { 'Content-Type': type },
          },
        },
      );
    expect(made('application/grpc+proto').plan).toMatchObject({
      grpc: true,
      abort: { grpc: 'NOT_FOUND', percent: 5 },
    });
    expect(made('application/grpc').assumed.join(' ')).toContain('503 for UNAVAILABLE');
    expect(made('application/grpc-web').plan.grpc).toBeUndefined();
  });

  it('has a cluster for each destination and mirror that is there', () => {
    const { routes, mirrors, clusters } = planned([
      entry(),
      'ServiceEntry shop/b { hosts: [b.example], ports: [{ number: 80, name: http, protocol: HTTP2 }], resolution: DNS }',
      'VirtualService shop/v { hosts: [a.example], http: [{ route: [{ destination: { host: a.example }, weight: 90 }, { destination: { host: a.example, subset: none }, weight: 10 }], mirror: { host: b.example }, mirrorPercentage: { value: 20 } }] }',
    ]);
    expect(routes).toEqual([
      { cluster: 0, weight: 90 },
      { cluster: null, weight: 10 },
    ]);
    expect(mirrors).toEqual([{ cluster: 1, percent: 20 }]);
    expect(clusters.map(({ pool }) => pool.http2)).toEqual([false, true]);
  });

  it('takes endpoints from the files, or those that are declared', () => {
    const names = (more: string) => planned([entry()], more).clusters[0]?.hosts.map(({ name }) => name);
    expect(names('')).toEqual(['10.0.0.1', '10.0.0.2']);
    expect(names('endpoints: [{ name: eu, count: 2 }, { name: us }]')).toEqual(['eu-1', 'eu-2', 'us']);
    expect(names('endpoints: [{ name: eu, host: b.example }]')).toEqual(['10.0.0.1', '10.0.0.2']);
  });

  it('gives each endpoint what is said of it, the later first', () => {
    const { clusters } = planned(
      [entry()],
      'behaviours: [{ latency: 5ms }, { where: { endpoint: 10.0.0.2 }, latency: 7ms, errors: 3% }]',
    );
    expect(clusters[0]?.hosts.map(({ behaviour }) => [behaviour.latency, behaviour.errors])).toEqual([
      [{ p50: 5, p99: 5 }, 0],
      [{ p50: 7, p99: 7 }, 3],
    ]);
  });

  it('says what it takes to be so', () => {
    const pods = [
      'Service shop/a { clusterIP: 10.1.0.1, selector: { app: a }, ports: [{ name: http, port: 80 }] }',
    ];
    const { assumed } = makePlan(meshOf(pods), {
      ...scenario(),
      request: { caller: { kind: 'sidecar', namespace: 'shop' }, url: 'http://a.shop/' },
    });
    expect(assumed).toHaveLength(1);
    expect(assumed[0]).toMatch(/The files do not show the pods of a\.shop\.svc/);
  });

  it('says that the interval of a retry budget is not simulated', () => {
    const assumed = (more: string) =>
      makePlan(
        meshOf([entry(), rule(`retryBudget: { percent: 20, minRetryConcurrency: 3${more} }`)]),
        scenario(),
      ).assumed;
    expect(assumed('')).toEqual([]);
    expect(assumed(', budgetInterval: 10s').join()).toMatch(/^The budgetInterval .* is not simulated/);
  });

  it('says which behaviours happen to nobody, and who there is', () => {
    const { assumed } = makePlan(
      meshOf([entry()]),
      scenario(
        'behaviours: [{ where: { endpoint: 10.0.0.1 }, errors: 1% }, { where: { endpoint: eu-1 }, answers: 503 }, { where: { locality: ap, host: b.example }, answers: 503 }]',
      ),
    );
    expect(assumed).toEqual([
      'What is said under behaviours[1] of the endpoint eu-1 happens to nobody: the requests can go to 10.0.0.1 and 10.0.0.2.',
      'What is said under behaviours[2] of the locality ap and the host b.example happens to nobody: the requests can go to 10.0.0.1 and 10.0.0.2.',
    ]);
  });

  it('passes TLS on as connections, with what the files say of the port and its pool', () => {
    const tls = [
      'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: STATIC, endpoints: [{ address: 10.0.0.1 }, { address: 10.0.0.2, ports: { tls: 8443 } }] }',
      rule('connectionPool: { tcp: { maxConnections: 3, idleTimeout: 5s } }'),
    ];
    const given = {
      ...scenario('behaviours: [{ latency: 95ms }]'),
      request: { ...scenario().request, url: 'https://a.example/' },
    };
    const made = makePlan(meshOf(tls), given);
    expect(made.plan).toMatchObject({ tcp: { idleTimeout: 5000 }, retries: null, timeout: Infinity });
    expect(made.plan.clusters[0]?.hosts.map(({ address }) => address)).toEqual([
      '10.0.0.1:443',
      '10.0.0.2:8443',
    ]);
    expect(made.assumed.join(' ')).toMatch(/connections are counted in place of requests/);
    const report = runLoad(meshOf(tls), given);
    expect(report.answers.map(({ answer }) => answer).sort()).toEqual(['0', '0 UO']);
    expect(report.causes.find(({ kind }) => kind === 'overflow-connections')?.text).toMatch(
      /closed at once.*maxConnections lets only 3/,
    );
  });

  it('has the workers that the scenario or the mesh names, and says what it takes where that counts', () => {
    const limited = [entry(), rule('connectionPool: { tcp: { maxConnections: 3 } }')];
    const made = (more: string, mesh: readonly string[] = limited) => makePlan(meshOf(mesh), scenario(more));
    expect(made('').plan.workers).toBe(1);
    expect(made('').assumed.join(' ')).toMatch(/one worker thread/);
    expect(made('workers: 4').plan.workers).toBe(4);
    expect(made('workers: 4').assumed).toEqual([]);
    expect(made('', [entry()]).assumed).toEqual([]);
  });

  it('has one endpoint where DNS_ROUND_ROBIN makes Envoy see but one', () => {
    const entries = entry().replace('STATIC', 'DNS_ROUND_ROBIN').replaceAll('10.0.0.', 'h');
    expect(planned([entries]).clusters[0]?.hosts).toHaveLength(1);
  });

  it('prefers the zone where Kubernetes’ traffic distribution asks for it, without outlier detection', () => {
    const near = entry().replace('10.0.0.2, locality: eu/a', '10.0.0.2, locality: us/a');
    const priorities = (...resources: readonly string[]) =>
      planned(resources).clusters[0]?.hosts.map(({ priority }) => priority);
    const annotation = '@{annotations: { networking.istio.io/traffic-distribution: PreferClose }}@';
    expect(priorities(near)).toEqual([0, 0]);
    expect(priorities(near.replace('shop/e', `shop/e ${annotation}`))).toEqual([0, 1]);
    expect(priorities(near, `Namespace default/shop ${annotation}`)).toEqual([0, 1]);
    const own = rule('loadBalancer: { localityLbSetting: { enabled: false } }');
    expect(priorities(near.replace('shop/e', `shop/e ${annotation}`), own)).toEqual([0, 0]);
  });

  it.each([
    ['directResponse: { status: 201 }', 'the proxy answers it by itself'],
    ['redirect: { uri: /y }', 'it is redirected'],
  ])('refuses %s, as there is nothing to look at', (fields, why) => {
    const resources = [entry(), `VirtualService shop/v { hosts: [a.example], http: [{ ${fields} }] }`];
    expect(() => planned(resources)).toThrow(why);
  });
});

describe('a run', () => {
  const watched = rule(
    'outlierDetection: { consecutive5xxErrors: 2, interval: 2s, baseEjectionTime: 4s, maxEjectionPercent: 50 }',
  );

  it('tells who was ejected, when, and by which field', () => {
    const report = runLoad(meshOf([entry(), watched]), scenario(DOWN));
    const [first, second] = report.ejections;
    expect(first).toMatchObject({ endpoint: '10.0.0.1', cause: 'consecutive5xxErrors', to: 10_000 });
    expect(first?.from).toBeGreaterThan(5000);
    expect(first?.from).toBeLessThan(5200);
    // Out for twice as long when it fails again.
    expect(second?.to).toBeUndefined();
    const cause = report.causes.find(({ kind }) => kind === 'ejected');
    expect(cause?.text).toMatch(/^10\.0\.0\.1 is ejected after 2 errors in a row .*for 4 s .*back at 10 s/);
    expect(cause?.path).toEqual(['spec', 'trafficPolicy', 'outlierDetection', 'consecutive5xxErrors']);
    // Two for each ejection; one more may be under way when the second of them comes back.
    const failed = report.answers.find(({ answer }) => answer === '503')?.count ?? 0;
    expect(failed).toBeGreaterThanOrEqual(4);
    expect(failed).toBeLessThanOrEqual(6);
  });

  it('suggests the percentage with which an ejection can happen', () => {
    const inert = rule('outlierDetection: { consecutive5xxErrors: 2 }');
    const report = runLoad(meshOf([entry(), inert]), scenario(DOWN));
    expect(report.ejections).toEqual([]);
    expect(report.suggestions[0]).toMatchObject({
      kind: 'ejection-inert',
      fix: { path: ['spec', 'trafficPolicy', 'outlierDetection', 'maxEjectionPercent'], value: 50 },
    });
    const one = runLoad(meshOf([entry('10.0.0.1'), inert]), scenario(DOWN));
    expect(one.suggestions[0]).toMatchObject({ fix: { value: 100 } });
    expect(one.suggestions[0]?.text).toMatch(/the default, of 1 endpoint is less than one.*503 UH/);
    const fine = runLoad(meshOf([entry(), watched]), scenario(DOWN));
    expect(fine.suggestions.map(({ kind }) => kind)).not.toContain('ejection-inert');
  });

  it('suggests letting one more be ejected where that is due, as long as somebody is left', () => {
    const kinds = (count: number, percent: number) =>
      runLoad(
        meshOf([
          entry(),
          rule(
            `outlierDetection: { consecutive5xxErrors: 2, maxEjectionPercent: ${percent}, baseEjectionTime: 60s }`,
          ),
        ]),
        scenario(
          `endpoints: [{ name: eu, count: 2, script: [{ from: 5s, answers: 503 }] }, { name: us, count: ${count} }]`,
        ),
      ).suggestions.filter(({ kind }) => kind === 'ejection-kept');
    expect(kinds(1, 50)).toMatchObject([
      { text: expect.stringContaining('lets 1 of 3 endpoints be out at once'), fix: { value: 67 } },
    ]);
    expect(kinds(1, 67)).toEqual([]);
    expect(kinds(1, 10)).toEqual([]);
  });

  it('offers one value for a field: the better one, not the default that had it happen', () => {
    const { causes, suggestions } = runLoad(
      meshOf([entry('10.0.0.1'), rule('outlierDetection: { consecutive5xxErrors: 2 }')]),
      scenario(DOWN),
    );
    expect(causes.filter(({ isDefault }) => isDefault)).not.toEqual([]);
    const offered = [...causes, ...suggestions].flatMap(({ fix }) => (fix ? [fix.path.join('.')] : []));
    expect(offered).toContain('spec.trafficPolicy.outlierDetection.maxEjectionPercent');
    expect(new Set(offered).size).toBe(offered.length);
  });

  it('says of a default that it is one, and offers to write it', () => {
    const pool = rule('connectionPool: { http: { http2MaxRequests: 1000 } }');
    const gone = 'behaviours: [{ script: [{ from: 1s, does: unreachable }] }]';
    const cause = (...resources: readonly string[]) =>
      runLoad(meshOf(resources), scenario(gone)).causes.find(({ kind }) => kind === 'connect-timeout');
    expect(cause(entry(), pool)).toMatchObject({
      text: expect.stringMatching(/Nothing is written of it: 10s is the default\.$/),
      isDefault: true,
      path: ['spec', 'trafficPolicy', 'connectionPool'],
      fix: { path: ['spec', 'trafficPolicy', 'connectionPool', 'tcp', 'connectTimeout'], value: '10s' },
    });
    // Without a resource there is nowhere to write it.
    expect(cause(entry())).not.toHaveProperty('fix');
    expect(cause(entry())?.isDefault).toBe(true);
    const byPort = rule('portLevelSettings: [{ port: { number: 80 }, loadBalancer: { simple: RANDOM } }]');
    expect(cause(entry(), byPort)).not.toHaveProperty('fix');
    const written = cause(entry(), rule('connectionPool: { tcp: { connectTimeout: 2s } }'));
    expect(written?.isDefault).toBeUndefined();
    expect(written?.path).toEqual(['spec', 'trafficPolicy', 'connectionPool', 'tcp', 'connectTimeout']);
  });

  it.each([
    ['no-outlier-detection', [rule('connectionPool: { http: { maxRetries: 3 } }')], DOWN, 50],
    [
      'panic-routing',
      [rule('outlierDetection: { consecutive5xxErrors: 1, maxEjectionPercent: 100, minHealthPercent: 60 }')],
      DOWN,
      0,
    ],
    [
      'no-try-timeout',
      [routes('timeout: 900ms, retries: { attempts: 2, retryOn: 5xx }')],
      'behaviours: [{ where: { endpoint: 10.0.0.1 }, script: [{ from: 5s, does: hangs }] }]',
      '300ms',
    ],
    [
      'no-timeout',
      [routes('retries: { attempts: 2, retryOn: 5xx }')],
      'behaviours: [{ where: { endpoint: 10.0.0.1 }, script: [{ from: 5s, does: hangs }] }]',
      '5s',
    ],
    [
      'errors-not-retried',
      [routes('timeout: 5s')],
      DOWN,
      'connect-failure,refused-stream,unavailable,cancelled,503',
    ],
    ['hash-without-key', [rule('loadBalancer: { consistentHash: { httpHeaderName: x } }')], '', undefined],
    ['hot-key', [rule('loadBalancer: { consistentHash: { useSourceIp: true } }')], '', undefined],
  ] as const)('suggests something where there is %s', (kind, resources, more, value) => {
    const report = runLoad(meshOf([entry(), ...resources]), scenario(more));
    const found = report.suggestions.find((each) => each.kind === kind);
    expect(found?.text).toMatch(/\.$/);
    expect(found?.fix?.value).toBe(value);
  });

  it('tells of connections that fail what becomes of the requests, and of gRPC in its own words', () => {
    const causes = (resources: readonly string[], headers: Record<string, string>) => {
      const made = scenario('behaviours: [{ script: [{ from: 0s, does: refuses }] }]');
      const request = {
        caller: { kind: 'sidecar' as const, namespace: 'shop' },
        url: 'http://a.example/',
        headers,
      };
      return runLoad(meshOf(resources), { ...made, request })
        .causes.map(({ text }) => text)
        .join(' ');
    };
    expect(causes([entry()], {})).toContain('what waited for them was tried again, or got 503 UF.');
    expect(causes([entry(), routes('retries: { attempts: 0 }')], {})).toContain(
      'waited for them got 503 UF.',
    );
    expect(causes([entry()], { 'content-type': 'application/grpc' })).toContain('got 200 UF UNAVAILABLE.');
  });

  it('suggests nothing of that where all is well', () => {
    const report = runLoad(
      meshOf([entry(), routes('timeout: 5s')]),
      scenario('behaviours: [{ latency: 10ms }]'),
    );
    expect(report.suggestions).toEqual([]);
    expect(report.causes).toEqual([]);
  });

  it('suggests a larger pool where one starves, with the field that refuses', () => {
    const small = rule(
      'connectionPool: { tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 1 } }',
    );
    const report = runLoad(meshOf([entry('10.0.0.1'), small]), scenario('behaviours: [{ latency: 50ms }]'));
    expect(report.answers.map(({ answer }) => answer)).toEqual(['503 UO', '200']);
    expect(report.causes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['overflow-pending', 'connections-held']),
    );
    expect(report.suggestions[0]).toMatchObject({
      kind: 'pool-starves',
      fix: { path: ['spec', 'trafficPolicy', 'connectionPool', 'tcp', 'maxConnections'], value: 2 },
    });
  });

  it.each([
    [
      'timeout: 1s, retries: { attempts: 3, perTryTimeout: 500ms, retryOn: 5xx }',
      'timeout-fights-retries',
      '250ms',
    ],
    [
      'timeout: 1s, retries: { attempts: 1, perTryTimeout: 2s, retryOn: 5xx }',
      'timeout-fights-retries',
      '500ms',
    ],
    [
      'retries: { attempts: 1, perTryTimeout: 2s, retryOn: connect-failure }',
      'try-timeout-not-retried',
      'reset,connect-failure',
    ],
  ])('suggests of %s', (fields, kind, value) => {
    const report = runLoad(meshOf([entry(), routes(fields)]), scenario());
    expect(report.suggestions).toMatchObject([{ kind, fix: { value } }]);
  });

  it('suggests a limit where retries make much more of the load', () => {
    const failing = 'behaviours: [{ errors: 100% }]';
    const tried = routes('retries: { attempts: 3, retryOn: 5xx }');
    const pool = (http: string) => rule(`connectionPool: { http: { ${http} } }`);
    const report = runLoad(meshOf([entry(), tried, pool('http2MaxRequests: 1000')]), scenario(failing));
    expect(report.triesPerRequest).toBeGreaterThan(3.8);
    expect(report.suggestions).toMatchObject([{ kind: 'retries-amplify', fix: { value: 3 } }]);
    const limited = runLoad(meshOf([entry(), tried, pool('maxRetries: 1')]), scenario(failing));
    expect(limited.suggestions.every(({ fix }) => fix === undefined)).toBe(true);
  });

  it('is the same for the same seed, and another for another', () => {
    const mesh = meshOf([entry(), watched]);
    const run = (seed: number) =>
      JSON.stringify(
        runLoad(mesh, { ...scenario('behaviours: [{ errors: 20% }]', 'rate: 50, arrivals: poisson'), seed })
          .series,
      );
    expect(run(1)).toBe(run(1));
    expect(run(1)).not.toBe(run(2));
  });

  it('sends by the same arrivals under another policy, so that two can be compared', () => {
    const sent = (policy: string) =>
      runLoad(meshOf([entry(), rule(policy)]), scenario(DOWN, 'rate: 50, arrivals: poisson')).series.sent;
    expect(sent('loadBalancer: { simple: RANDOM }')).toEqual(
      sent('connectionPool: { tcp: { maxConnections: 1 } }'),
    );
  });

  it('can be looked at while it goes on', () => {
    const load = startLoad(meshOf([entry(), watched]), scenario(DOWN));
    load.run.advance(6000);
    const report = load.report();
    expect(load.run.done).toBe(false);
    expect(report.duration).toBe(6000);
    expect(report.series.at).toHaveLength(Math.ceil(6000 / report.bucket));
    expect(report.sent).toBeGreaterThan(590);
  });

  it.each([
    ['useSourceIp: true', 'rate: 100', 1],
    ['useSourceIp: true', 'rate: 100, keys: 50', 1],
    ['httpHeaderName: x-user', 'rate: 100', 2],
    ['httpHeaderName: x-user', 'rate: 100, keys: 50', 2],
    ['httpHeaderName: x-user', 'rate: 100, keys: 1', 1],
    ['httpQueryParameterName: q', 'rate: 100', 1],
  ])('by a hash of %s at %s uses %i endpoints', (hash, load, used) => {
    const hashed = rule(`loadBalancer: { consistentHash: { ${hash} } }`);
    const given = scenario('', load);
    const report = runLoad(meshOf([entry(), hashed]), {
      ...given,
      request: { ...given.request, url: 'http://a.example/x?q=1' },
    });
    expect(report.clusters[0]?.endpoints.filter(({ sent }) => sent > 0)).toHaveLength(used);
  });

  it('leaves a region that is down for another', () => {
    const far = entry('10.0.0.1').replace(/\] \}$/, ', { address: 10.9.0.1, locality: us/a }] }');
    const failover = rule(
      'outlierDetection: { consecutive5xxErrors: 1, interval: 1s, baseEjectionTime: 60s, maxEjectionPercent: 100 }',
    );
    const report = runLoad(meshOf([far, failover]), scenario(DOWN));
    const [near, other] = report.clusters[0]?.endpoints ?? [];
    expect([near?.priority, other?.priority]).toEqual([0, 1]);
    expect(near?.sent).toBeLessThan(510);
    expect(other?.sent).toBeGreaterThan(1480);
  });
});
