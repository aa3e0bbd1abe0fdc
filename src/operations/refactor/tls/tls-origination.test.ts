import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../../checks/index.ts';
import { route } from '../../../traffic/index.ts';
import { refactored } from '../refactor.testkit.ts';
import type { Answers, RefactorAt } from '../types.ts';
import { originateTls } from './tls-origination.ts';

const HOST = 'api.example';
const object = (kind: string, name: string, spec: string, namespace = 'shop') =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec:\n${spec}`;
const entry = (
  more = '  ports:\n  - {number: 443, name: https, protocol: HTTPS}   # theirs\n  resolution: DNS\n',
  hosts = HOST,
) => object('ServiceEntry', 'api', `  hosts: [${hosts}]\n${more}`);
const AT: RefactorAt = { resource: 'ServiceEntry/shop/api' };
const done = (files: string | string[], given: Answers = {}, at = AT) =>
  refactored(typeof files === 'string' ? files : files.join('---\n'), originateTls, at, given);
type Done = ReturnType<typeof done>;

/** Where a call ends: its port at the host, its TLS, and whether that is TLS inside TLS. */
function end({ context }: Done, url: string, namespace = 'shop') {
  const { outcome } = route(context.mesh, { caller: { kind: 'sidecar', namespace }, url });
  const [first] = outcome.destinations ?? [];
  const port = outcome.kind === 'forward' ? outcome.upstream?.port : first?.port;
  return `${outcome.kind} ${port} ${first?.tls.mode} ${first?.tls.sni ?? ''}${first?.doubleTls ? ' double' : ''}`;
}

describe('TLS origination', () => {
  it('leads http to the TLS port, in TLS for the host, and leaves https alone', () => {
    const after = done(entry());
    expect(end(after, `http://${HOST}/v1`)).toBe(`forward 443 tls ${HOST}`);
    expect(end(after, `http://${HOST}/v1`, 'elsewhere')).toBe(`forward 443 tls ${HOST}`);
    expect(end(after, `https://${HOST}/v1`)).toBe('tls 443 none ');
    expect(after.texts['a.yaml']).toBe(
      entry(
        '  ports:\n  - {number: 443, name: https, protocol: HTTPS}   # theirs\n  - number: 80\n    name: http\n    protocol: HTTP\n    targetPort: 443\n  resolution: DNS\n',
      ) +
        `---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: example-rule\n  namespace: shop\nspec:\n  host: ${HOST}\n  trafficPolicy:\n    portLevelSettings:\n    - port:\n        number: 80\n      tls:\n        mode: SIMPLE\n        sni: ${HOST}\n        subjectAltNames:\n        - ${HOST}\n`,
    );
    expect(
      checkWorkspace(after.context.mesh).filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      ),
    ).toEqual([]);
    expect(after.warnings.join()).toMatch(/Apps have to call http:\/\/api\.example from now on/);
  });

  it('makes the ServiceEntry that no file has', () => {
    const vs = object(
      'VirtualService',
      'api',
      `  hosts: [${HOST}]\n  http: [{route: [{destination: {host: ${HOST}}}], timeout: 3s}]\n`,
    );
    const after = done(vs, {}, { resource: 'VirtualService/shop/api' });
    expect(end(after, `http://${HOST}/v1`)).toBe(`forward 443 tls ${HOST}`);
    expect(end(after, `https://${HOST}/v1`)).toBe('tls 443 none ');
  });

  it('mends the well-known mistake: TLS for all ports, and http rules that send to 443', () => {
    const before = [
      entry(),
      object(
        'DestinationRule',
        'api',
        `  host: ${HOST}\n  trafficPolicy:\n    connectionPool: {http: {maxRetries: 3}}\n    tls: {mode: SIMPLE}   # all\n`,
      ),
      object(
        'VirtualService',
        'api',
        `  hosts: [${HOST}]\n  http:\n  - route:\n    - destination: {host: ${HOST}, port: {number: 443}}\n`,
      ),
    ];
    const after = done(before);
    expect(end(after, `http://${HOST}/v1`)).toBe(`forward 443 tls ${HOST}`);
    expect(end(after, `https://${HOST}/v1`)).toBe('tls 443 none ');
    expect(after.texts['a.yaml']).toContain('{host: api.example, port: {number: 80}}');
    expect(after.warnings.join()).toMatch(/Rules of api that sent plain requests to port 443/);
    expect(end(done(before, { onlyPort: '' }), `https://${HOST}/v1`)).toBe('tls 443 tls  double');
  });

  it('says again for the port what it would not inherit', () => {
    const after = done([
      entry(),
      object(
        'DestinationRule',
        'api',
        `  host: ${HOST}\n  trafficPolicy:\n    connectionPool: {tcp: {maxConnections: 7}}\n    outlierDetection: {consecutive5xxErrors: 3}\n`,
      ),
    ]);
    expect(after.texts['a.yaml']).toMatch(
      /number: 80\s+connectionPool:\s+tcp:\s+maxConnections: 7\s+outlierDetection:\s+consecutive5xxErrors: 3\s+tls:/,
    );
  });

  it('reaches subsets and callers with a DestinationRule of their own', () => {
    const after = done([
      entry(
        `  ports: [{number: 443, name: https, protocol: HTTPS}]\n  resolution: STATIC\n  endpoints: [{address: 192.0.2.1, labels: {v: a}}]\n`,
      ),
      object(
        'DestinationRule',
        'api',
        `  host: ${HOST}\n  subsets: [{name: a, labels: {v: a}, trafficPolicy: {tls: {mode: DISABLE}}}]\n`,
      ),
      object('DestinationRule', 'own', `  host: ${HOST}\n`, 'depot'),
      object(
        'VirtualService',
        'api',
        `  hosts: [${HOST}]\n  http: [{route: [{destination: {host: ${HOST}, subset: a}}]}]\n`,
      ),
    ]);
    expect(end(after, `http://${HOST}/`)).toBe(`forward 443 tls ${HOST}`);
    const own = refactored(after.texts, originateTls, AT, {});
    expect(own.changed).toEqual({});
  });

  it('goes by a VirtualService where that is chosen, and says what becomes of https', () => {
    const after = done(entry(), { way: 'route' });
    expect(end(after, `http://${HOST}/v1`)).toBe(`forward 443 tls ${HOST}`);
    expect(end(after, `https://${HOST}/v1`)).toMatch(/ double$/);
    expect(after.warnings.join()).toMatch(/gets TLS inside TLS/);
    expect(after.texts['a.yaml']).not.toContain('targetPort');
  });

  it('keeps the rules that are there when it goes by a VirtualService', () => {
    const vs = object(
      'VirtualService',
      'api',
      `  hosts: [${HOST}]\n  http:\n  - match: [{uri: {prefix: /slow}}]\n    timeout: 9s   # slow\n    route: [{destination: {host: ${HOST}}}]\n  - route: [{destination: {host: ${HOST}}}]\n`,
    );
    const after = done([entry(), vs], { way: 'route' });
    expect(end(after, `http://${HOST}/slow`)).toBe(`forward 443 tls ${HOST}`);
    expect(end(after, `http://${HOST}/`)).toBe(`forward 443 tls ${HOST}`);
    expect(after.texts['a.yaml']).toContain('timeout: 9s   # slow');
  });

  it('has addresses looked up that were taken from the app, and endpoints’ own ports agree', () => {
    expect(done(entry('  ports: [{number: 443, name: https, protocol: HTTPS}]\n')).warnings.join()).toMatch(
      /had resolution NONE/,
    );
    const after = done(
      entry(
        '  ports: [{number: 443, name: https, protocol: HTTPS}, {number: 80, name: web, protocol: HTTP}]\n  resolution: STATIC\n  endpoints:\n  - address: 192.0.2.1\n    ports: {https: 8443, web: 8080}   # theirs\n',
      ),
    );
    expect(after.texts['a.yaml']).toContain('ports: {https: 8443, web: 8443}   # theirs');
  });

  it('gives every host of the entry its own name', () => {
    const after = done(entry(undefined, `${HOST}, b.example`));
    expect(end(after, 'http://b.example/')).toBe('forward 443 tls b.example');
    expect(after.warnings.join()).toMatch(/is for api\.example, b\.example/);
  });

  it('names who calls by https', () => {
    const tls = object(
      'VirtualService',
      'api',
      `  hosts: [${HOST}]\n  tls: [{match: [{port: 443, sniHosts: [${HOST}]}], route: [{destination: {host: ${HOST}}}]}]\n`,
    );
    const expectations = `expectations:\n- name: Pays\n  request: {from: shop, url: "https://${HOST}/pay"}\n  expect: {outcome: tls}\n`;
    const after = refactored(
      { 'a.yaml': `${entry()}---\n${tls}`, 'a.expect.yaml': expectations },
      originateTls,
      AT,
      {},
    );
    expect(after.warnings.join()).toMatch(/api has a rule for its TLS.*"Pays" in a\.expect\.yaml/);
  });

  it.each<[string, Answers, RegExp]>([
    [entry(), { host: '*.example' }, /no one address/],
    [entry(), { host: 'cart.shop.svc.cluster.local' }, /is a Service of the cluster/],
    [entry(), { port: '443' }, /cannot be one port/],
    [entry(), { port: '0' }, /1 to 65535/],
    [entry(undefined, `${HOST}, "*.b.example"`), {}, /Give api\.example an entry of its own/],
    [
      entry('  ports: [{number: 80, name: tcp, protocol: TCP}]\n  resolution: DNS\n'),
      { port: '80' },
      /there for TCP, not for HTTP/,
    ],
  ])('is refused: %#', (files, given, words) => {
    expect(() => done(files, given)).toThrow(words);
  });

  it('keeps its promise whatever the entry and the rules are like, and does nothing the second time', () => {
    const ports = fc.subarray([
      '{number: 443, name: https, protocol: HTTPS}',
      '{number: 80, name: http, protocol: HTTP}',
      '{number: 8080, name: more, protocol: HTTP}',
    ]);
    const policy = fc.constantFrom(
      '',
      'tls: {mode: SIMPLE}',
      'tls: {mode: DISABLE}',
      'loadBalancer: {simple: RANDOM}',
      'portLevelSettings: [{port: {number: 80}, loadBalancer: {simple: RANDOM}}]',
      'portLevelSettings: [{port: {number: 443}, tls: {mode: SIMPLE}}]',
    );
    const rule = fc.option(
      fc.record({
        policy,
        host: fc.constantFrom(HOST, '"*.example"'),
        namespace: fc.constantFrom('shop', 'depot', 'istio-system'),
      }),
    );
    fc.assert(
      fc.property(
        ports,
        rule,
        rule,
        fc.constantFrom('DNS', 'NONE'),
        fc.constantFrom('target', 'route'),
        (ports, one, two, resolution, way) => {
          const rules = [one, two].flatMap((each, index) =>
            each
              ? [
                  object(
                    'DestinationRule',
                    `r${index}`,
                    `  host: ${each.host}\n  trafficPolicy: {${each.policy}}\n`,
                    each.namespace,
                  ),
                ]
              : [],
          );
          const given = { way, port: '80', tlsPort: '443' };
          const after = done(
            [entry(`  ports: [${ports.join(', ')}]\n  resolution: ${resolution}\n`), ...rules],
            given,
          );
          for (const namespace of ['shop', 'depot', 'other']) {
            expect(end(after, `http://${HOST}/`, namespace)).toMatch(/^forward 443 tls /);
            if (way === 'target' && ports.some((port) => port.includes('443')))
              expect(end(after, `https://${HOST}/`, namespace)).toBe('tls 443 none ');
          }
          expect(refactored(after.texts, originateTls, AT, given).changed).toEqual({});
        },
      ),
      { numRuns: 25 },
    );
  });
});
