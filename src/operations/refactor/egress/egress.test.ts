import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../../checks/index.ts';
import { journey } from '../../../traffic/index.ts';
import { refactored } from '../refactor.testkit.ts';
import type { Answers, RefactorAt } from '../types.ts';
import { behindEgress } from './egress.ts';

const HOST = 'api.example';
const EGRESS = 'istio-egressgateway.istio-system.svc.cluster.local';
const object = (kind: string, name: string, spec: string, namespace = 'shop') =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec:\n${spec}`;
const HTTP = '{number: 80, name: http, protocol: HTTP}';
const HTTPS = '{number: 443, name: https, protocol: HTTPS}';
const entry = (ports = `${HTTP}, ${HTTPS}`, more = '', hosts = HOST) =>
  object('ServiceEntry', 'api', `  hosts: [${hosts}]\n  ports: [${ports}]\n  resolution: DNS\n${more}`);
const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: istio-egressgateway, namespace: istio-system}
spec: {clusterIP: 10.0.0.1, selector: {istio: egressgateway}, ports: [{name: http2, port: 80}, {name: https, port: 443}]}
`;
const vs = (spec: string, name = 'api', namespace = 'shop') =>
  object('VirtualService', name, `  hosts: [${HOST}]\n${spec}`, namespace);
const AT: RefactorAt = { resource: 'ServiceEntry/shop/api' };
const done = (files: readonly string[], given: Answers = {}, at = AT) =>
  refactored(files.join('---\n'), behindEgress, at, given);
type Done = ReturnType<typeof done>;

/** The way of a call: each proxy’s destination with its TLS. */
function way({ context }: Done, url: string, namespace = 'shop'): readonly string[] {
  return journey(context.mesh, { caller: { kind: 'sidecar', namespace }, url }).map(
    ({ trace: { outcome } }) => {
      const [first] = outcome.destinations ?? [];
      const name = first?.host === EGRESS ? 'egress' : first?.host;
      const to = first
        ? ` ${name}:${first.port} ${first.tls.mode}${first.tls.sni ? ` ${first.tls.sni}` : ''}${first.doubleTls ? ' double' : ''}${first.exists ? '' : ' missing'}`
        : '';
      return `${outcome.kind}${outcome.status ?? ''}${to}${outcome.kind === 'forward' ? ` ${outcome.upstream?.path}` : ''}`;
    },
  );
}
const errors = ({ context }: Done) =>
  checkWorkspace(context.mesh).filter(({ severity }) => severity === 'error' || severity === 'warning');

const ORIGINATED = ['forward egress:443 mtls api.example /v1', 'forward api.example:443 tls api.example /v1'];
const PASSED = ['tls egress:443 none', 'tls api.example:443 none'];
const PLAIN = ['forward egress:80 none /v1', 'forward api.example:80 none /v1'];

describe('behind an egress gateway', () => {
  it.each([
    ['originate', 'http', ORIGINATED],
    ['passthrough', 'https', PASSED],
    ['http', 'http', PLAIN],
  ])('%s: %s goes by the gateway, from every namespace', (chosen, scheme, expected) => {
    const after = done([SERVICE, entry()], { way: chosen });
    for (const namespace of ['shop', 'elsewhere'])
      expect(way(after, `${scheme}://${HOST}/v1`, namespace)).toEqual(expected);
    expect(errors(after)).toEqual([]);
    // The other kind of call is neither caught nor broken.
    const other = way(after, `${scheme === 'http' ? 'https' : 'http'}://${HOST}/v1`);
    expect(other).toEqual([
      scheme === 'http' ? 'tls api.example:443 none' : 'forward api.example:80 none /v1',
    ]);
  });

  it('makes the entry and notes the Service that no file has', () => {
    const at = { resource: 'VirtualService/shop/api' };
    const rules = vs(`  http: [{route: [{destination: {host: ${HOST}}}]}]\n`);
    expect(way(done([rules], {}, at), `http://${HOST}/v1`)).toEqual(ORIGINATED);
    const unknown = done([rules], { assume: '' }, at);
    expect(unknown.texts['meshwright.config.yaml']).toBeUndefined();
  });

  it('has rules that are there apply at the gateway, as they are written', () => {
    const before = vs(`  http:
  - name: slow   # reports
    match:
    - uri: {prefix: /slow}
    rewrite: {uri: /reports}
    timeout: 9s
    route:
    - destination: {host: ${HOST}}   # theirs
  - match: [{uri: {prefix: /gone}, port: 80}]
    redirect: {uri: /v1}
  - route:
    - destination: {host: ${HOST}, port: {number: 80}}
`);
    const after = done([SERVICE, entry(), before]);
    expect(after.texts['a.yaml']).toContain(`  - name: slow   # reports
    match:
    - uri: {prefix: /slow}
      gateways:
      - example-gateway
    rewrite: {uri: /reports}
    timeout: 9s
    route:
    - destination: {host: ${HOST}, port: {number: 443}}   # theirs`);
    expect(way(after, `http://${HOST}/slow/7`)).toEqual([
      'forward egress:443 mtls api.example /slow/7',
      'forward api.example:443 tls api.example /reports/7',
    ]);
    expect(way(after, `http://${HOST}/gone`)[1]).toBe('redirect301');
    expect(way(after, `http://${HOST}/v1`)).toEqual(ORIGINATED);
    expect(errors(after)).toEqual([]);
  });

  it('keeps what ingress gateways do for the host', () => {
    const before = vs(
      `  gateways: [edge/front, mesh]\n  http: [{route: [{destination: {host: ${HOST}, port: {number: 80}}}]}]\n`,
    );
    const after = done([SERVICE, entry(), before]);
    expect(after.texts['a.yaml']).toContain('gateways: [edge/front, mesh, example-gateway]');
    expect(after.texts['a.yaml']).toMatch(
      /gateways: \[example-gateway, edge\/front\]|- example-gateway\s+- edge\/front/,
    );
    expect(way(after, `http://${HOST}/v1`)).toEqual(ORIGINATED);
  });

  it('copies the rules of a wildcard that no longer counts', () => {
    const wild = object(
      'VirtualService',
      'all',
      `  hosts: ["*.example"]\n  http: [{match: [{uri: {prefix: /v1}}], timeout: 2s, route: [{destination: {host: ${HOST}}}]}]\n`,
    );
    const after = done([SERVICE, entry(), wild]);
    expect(way(after, `http://${HOST}/v1`)).toEqual(ORIGINATED);
    expect(way(after, `http://${HOST}/other`)[1]).toBe('not-found404');
    expect(after.warnings.join()).toMatch(/VirtualService all.*no longer counts for api\.example/);
  });

  it('leaves other ports of the host alone', () => {
    const after = done([SERVICE, entry(`${HTTP}, ${HTTPS}, {number: 8080, name: more, protocol: HTTP}`)]);
    expect(way(after, `http://${HOST}:8080/v1`)).toEqual(['forward api.example:8080 none /v1']);
    expect(way(after, `http://${HOST}/v1`)).toEqual(ORIGINATED);
  });

  it('lets the gateway see what is exported to some only, and reaches rules of the gateway that are there', () => {
    const after = done(
      [
        SERVICE,
        entry(undefined, '  exportTo: ["."]\n'),
        vs(`  exportTo: [shop]\n  http: [{route: [{destination: {host: ${HOST}}}]}]\n`),
        object(
          'DestinationRule',
          'out',
          `  host: ${EGRESS}\n  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}\n  subsets: [{name: other}]\n`,
          'istio-system',
        ),
        object('DestinationRule', 'own', `  host: ${EGRESS}\n`, 'shop'),
      ],
      { way: 'http' },
    );
    expect(after.texts['a.yaml']).toContain('exportTo: [".", istio-system]');
    expect(way(after, `http://${HOST}/v1`)).toEqual(PLAIN);
  });

  it('says who cannot, or need not, go by it', () => {
    const after = done([
      SERVICE,
      entry(),
      object('Sidecar', 'tight', '  egress: [{hosts: ["./*"]}]\n'),
      vs(`  exportTo: [depot]\n  http: [{route: [{destination: {host: ${HOST}}}]}]\n`, 'own', 'depot'),
    ]);
    const said = after.warnings.join('\n');
    expect(said).toMatch(/Sidecar shop\/tight does not let/);
    expect(said).toMatch(/VirtualService depot\/own has rules/);
    expect(said).toMatch(/NetworkPolicy/);
    expect(said).toMatch(/Calls to https:\/\/api\.example go past it/);
  });

  it.each<[readonly string[], Answers, RegExp]>([
    [[SERVICE, entry()], { gateway: 'egress' }, /write its full name/],
    [[SERVICE, entry()], { gatewayPort: '8443' }, /has no port 8443, only 80, 443/],
    [[SERVICE, entry()], { labels: '' }, /at least one/],
    [
      [SERVICE, entry(), vs('  http: []\n').replace(`[${HOST}]`, `[${HOST}, b.example]`)],
      {},
      /Split it by host first/,
    ],
    [
      [
        SERVICE,
        entry(),
        vs(`  http: [{match: [{sourceLabels: {app: a}}], route: [{destination: {host: ${HOST}}}]}]\n`),
      ],
      {},
      /asks who calls \(sourceLabels\)/,
    ],
    [
      [
        SERVICE,
        entry(),
        object(
          'Gateway',
          'out',
          `  selector: {istio: egressgateway}\n  servers: [{port: {number: 443, name: h, protocol: HTTP}, hosts: ["*"]}]\n`,
        ),
      ],
      {},
      /has port 443 of these pods for HTTP/,
    ],
    [
      [
        SERVICE,
        entry(),
        object(
          'Gateway',
          'out',
          `  selector: {istio: egressgateway}\n  servers: [{port: {number: 443, name: h, protocol: TLS}, tls: {mode: PASSTHROUGH}, hosts: ["./${HOST}"]}]\n`,
        ),
      ],
      { way: 'passthrough' },
      /lets api\.example through on port 443 already/,
    ],
  ])('is refused: %#', (files, given, words) => {
    expect(() => done(files, given)).toThrow(words);
  });

  it('keeps its promise whatever stands there already', () => {
    const rules = fc.constantFrom(
      [],
      [vs(`  http: [{route: [{destination: {host: ${HOST}}}]}]\n`)],
      [
        vs(
          `  gateways: [mesh, edge/front]\n  http: [{match: [{gateways: [edge/front]}], redirect: {uri: /}}, {route: [{destination: {host: ${HOST}, port: {number: 80}}}]}]\n`,
        ),
      ],
      [
        vs(
          `  tls: [{match: [{port: 443, sniHosts: [${HOST}]}], route: [{destination: {host: ${HOST}, port: {number: 443}}}]}]\n`,
        ),
      ],
      [vs(`  gateways: [edge/front]\n  http: [{redirect: {uri: /}}]\n`)],
      [
        object(
          'VirtualService',
          'all',
          `  hosts: ["*.example"]\n  http: [{route: [{destination: {host: ${HOST}}}]}]\n`,
        ),
      ],
    );
    const policies = fc.constantFrom(
      '',
      'tls: {mode: SIMPLE}',
      'loadBalancer: {simple: RANDOM}',
      'portLevelSettings: [{port: {number: 80}, tls: {mode: SIMPLE}}]',
    );
    const governing = fc.option(
      fc.record({
        policy: policies,
        host: fc.constantFrom(HOST, EGRESS),
        namespace: fc.constantFrom('shop', 'istio-system'),
      }),
    );
    fc.assert(
      fc.property(
        rules,
        governing,
        fc.constantFrom('originate', 'passthrough', 'http'),
        (rules, rule, chosen) => {
          const governed = rule
            ? [
                object(
                  'DestinationRule',
                  'r',
                  `  host: ${rule.host}\n  trafficPolicy: {${rule.policy}}\n`,
                  rule.namespace,
                ),
              ]
            : [];
          const after = done([SERVICE, entry(), ...rules, ...governed], { way: chosen });
          const hops = way(after, `${chosen === 'passthrough' ? 'https' : 'http'}://${HOST}/v1`);
          expect(hops).toHaveLength(2);
          expect(hops[0]).toBe({ originate: ORIGINATED, passthrough: PASSED, http: PLAIN }[chosen]?.[0]);
          if (chosen === 'originate') expect(hops[1]).toMatch(/^forward api\.example:443 tls/);
          else if (chosen === 'passthrough') expect(hops[1]).toBe(PASSED[1]);
          else expect(hops[1]).toMatch(/^forward api\.example:80 /);
        },
      ),
      { numRuns: 30 },
    );
  });
});
