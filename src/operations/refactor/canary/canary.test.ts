import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../../checks/index.ts';
import { route, sendMany } from '../../../traffic/index.ts';
import { refactored } from '../refactor.testkit.ts';
import type { Answers, RefactorAt } from '../types.ts';
import { addCanary } from './canary.ts';
import { splitWeights } from './split-weights.ts';

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {clusterIP: 10.0.0.1, selector: {app: cart}, ports: [{name: http, port: 80}]}
`;
const pods = (version: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart-${version}, namespace: shop}
spec: {selector: {matchLabels: {app: cart}}, template: {metadata: {labels: {app: cart, version: ${version}}}, spec: {containers: []}}}
`;
const rules = (http: string) => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: cart
  namespace: shop
spec:
  hosts: [cart]
  http:
${http}`;
const destinations = (name: string, spec: string, namespace = 'shop') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ${name}, namespace: ${namespace}}
spec:
${spec}`;
const HOST = 'cart.shop.svc.cluster.local';
const AT: RefactorAt = { resource: 'Service/shop/cart' };
const added = (files: string, given: Answers = {}, at = AT) => refactored(files, addCanary, at, given);

/** The shares of a request's destinations: `v1 90, v2 10`. */
function shares({ context }: ReturnType<typeof added>, path = '/', namespace = 'shop'): string {
  const url = `http://${HOST}${path}`;
  const { outcome } = route(context.mesh, { caller: { kind: 'sidecar', namespace }, url });
  const said = (outcome.destinations ?? []).map(
    ({ subset = 'all', weight, exists }) => `${subset} ${weight}${exists ? '' : ' missing'}`,
  );
  return said.join(', ');
}

describe('a canary', () => {
  it('makes what is missing, out of the labels of pods, and gives it the share', () => {
    const done = added(SERVICE + pods('v1') + pods('v2'));
    expect(shares(done)).toBe('v1 90, v2 10');
    expect(shares(done, '/', 'elsewhere')).toBe('v1 90, v2 10');
    expect(done.warnings).toEqual([]);
    expect(checkWorkspace(done.context.mesh).filter(({ severity }) => severity === 'error')).toEqual([]);
    const many = sendMany(
      done.context.mesh,
      { caller: { kind: 'sidecar', namespace: 'shop' }, url: `http://${HOST}/` },
      { count: 10_000, seed: 3 },
    );
    const canary = many.destinations.find(({ cluster }) => cluster.includes('|v2|'));
    expect(Math.abs((canary?.count ?? 0) - 1000)).toBeLessThan(150);
  });

  it('keeps what is written, and writes no more than it needs', () => {
    const before =
      SERVICE +
      rules(`  - match:   # readers
    - uri: {prefix: /read}
    timeout: 3s
    route:
    - destination: {host: cart, subset: v1}   # today's
  - route: [{destination: {host: cart, subset: v1}}]
`) +
      destinations('cart', '  host: cart   # short\n  subsets:\n  - name: v1\n    labels: {version: v1}\n');
    const done = added(before, { subset: 'v2', labels: 'version: v2', weight: '25' });
    expect(done.texts['a.yaml']).toBe(
      SERVICE +
        rules(`  - match:   # readers
    - uri: {prefix: /read}
    timeout: 3s
    route:
    - destination: {host: cart, subset: v1}   # today's
      weight: 75
    - destination:
        host: cart
        subset: v2
      weight: 25
  - route: [{destination: {host: cart, subset: v1}, weight: 75}, {destination: {host: cart, subset: v2}, weight: 25}]
`) +
        destinations(
          'cart',
          '  host: cart   # short\n  subsets:\n  - name: v1\n    labels: {version: v1}\n  - name: v2\n    labels:\n      version: v2\n',
        ),
    );
    expect(shares(done, '/read')).toBe('v1 75, v2 25');
    expect(shares(done)).toBe('v1 75, v2 25');
  });

  it('divides only the rules that are chosen, and says which go on sending to all', () => {
    const before =
      SERVICE +
      rules(
        '  - {match: [{uri: {prefix: /a}}], route: [{destination: {host: cart}}]}\n  - {route: [{destination: {host: cart}}]}\n',
      );
    const done = added(before, {
      subset: 'v2',
      labels: 'version=v2',
      rules: ['VirtualService/shop/cart spec.http[0]'],
    });
    expect(shares(done, '/a')).toBe('stable 90, v2 10');
    expect(shares(done)).toBe('all 100');
    expect(done.warnings.join()).toMatch(/Rules of cart are left.*send to all pods/);
  });

  it('reaches callers of every namespace that has a DestinationRule of its own', () => {
    const done = added(
      SERVICE +
        rules('  - {route: [{destination: {host: cart, subset: v1}}]}\n') +
        destinations('cart', '  host: cart\n  subsets: [{name: v1, labels: {version: v1}}]\n') +
        destinations('own', `  host: ${HOST}\n  subsets: [{name: v1, labels: {version: v1}}]\n`, 'depot'),
    );
    expect(shares(done)).toBe('v1 90, canary 10');
    expect(shares(done, '/', 'depot')).toBe('v1 90, canary 10');
  });

  it('copies what a rule for a wildcard said, which no longer counts', () => {
    const done = added(
      SERVICE +
        pods('v1') +
        destinations(
          'all',
          '  host: "*.shop.svc.cluster.local"\n  trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}\n',
        ),
    );
    const { outcome } = route(done.context.mesh, {
      caller: { kind: 'sidecar', namespace: 'shop' },
      url: `http://${HOST}/`,
    });
    expect(outcome.destinations?.map(({ tls }) => tls.mode)).toEqual(['mtls', 'mtls']);
    expect(done.warnings.join()).toMatch(/DestinationRule all .* no longer counts/);
  });

  it('can assume the Service that the files lack', () => {
    const vs = rules('  - {route: [{destination: {host: cart}}]}\n').slice(4);
    const at = { resource: 'VirtualService/shop/cart' };
    const done = added(vs, {}, at);
    expect(done.texts['meshwright.config.yaml']).toMatch(/name: cart/);
    expect(shares(done)).toBe('stable 90, canary 10');
    expect(added(vs, { assume: '' }, at).texts['meshwright.config.yaml']).toBeUndefined();
  });

  it('says what would fail: labels that no pod has, shares that whole numbers cannot tell', () => {
    const done = added(
      SERVICE +
        pods('v1') +
        rules(
          '  - {route: [{destination: {host: cart, subset: v1}, weight: 5}, {destination: {host: other}, weight: 95}]}\n',
        ) +
        destinations('cart', '  host: cart\n  subsets: [{name: v1, labels: {version: v1}}]\n'),
    );
    expect(shares(done)).toContain('v1 4, canary 1');
    expect(done.warnings.join()).toMatch(
      /canary gets 1 of 5, not 10 %.*No workload in the files behind.*version: canary/,
    );
  });

  it('says that subsets of an entry without endpoints are empty', () => {
    const entry = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: api, namespace: shop}
spec: {hosts: [api.example], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}
`;
    expect(added(entry, {}, { resource: 'ServiceEntry/shop/api' }).warnings.join()).toMatch(
      /no endpoints with labels.*fails with 503/,
    );
  });

  it.each<[Answers, RegExp]>([
    [{ host: '*.example' }, /A wildcard stands for many/],
    [{ host: 'api.example' }, /Nothing in the files defines api\.example/],
    [{ subset: 'a b' }, /letters, digits and dashes/],
    [{ labels: 'version' }, /no label/],
    [{ weight: '101' }, /whole number from 0 to 100/],
    [{ rules: [] }, /Choose at least one/],
    [{ stable: 'canary' }, /Both cannot have one name/],
  ])('is not done with %j', (given, words) => {
    expect(() => added(SERVICE, given)).toThrow(words);
  });
});

describe('splitWeights', () => {
  it('keeps the total, other hosts’ weights and proportions, and never rounds a part away', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ weight: fc.integer({ min: 0, max: 100 }), own: fc.boolean() }), {
          minLength: 2,
          maxLength: 5,
        }),
        fc.integer({ min: 0, max: 100 }),
        (written, percent) => {
          const toHost = written.flatMap(({ own }, index) => (own ? [index] : []));
          const { kept, added, exact } = splitWeights(written, toHost, percent);
          const total = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);
          expect(total(kept) + added).toBe(total(written.map(({ weight }) => weight)));
          written.forEach(({ weight, own }, index) => {
            if (!own) expect(kept[index]).toBe(weight);
            expect(kept[index]).toBeGreaterThanOrEqual(0);
          });
          const mine = total(toHost.map((index) => written[index]?.weight ?? 0));
          if (exact) expect(added * 100).toBe(mine * percent);
          else expect(Math.abs(added - (mine * percent) / 100)).toBeLessThanOrEqual(1);
          if (mine > 1 && percent > 0 && percent < 100) {
            expect(added).toBeGreaterThan(0);
            expect(added).toBeLessThan(mine);
          }
        },
      ),
    );
  });
});
