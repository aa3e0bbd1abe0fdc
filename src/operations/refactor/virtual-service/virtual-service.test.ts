import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTraffic } from '../../../traffic/index.ts';
import { contextOf } from '../../operations.testkit.ts';
import { refactored } from '../refactor.testkit.ts';
import type { Answers, RefactorAt, Refactoring } from '../types.ts';
import { extractDelegate } from './extract-delegate.ts';
import { joinVirtualServices } from './join.ts';
import { splitVirtualService } from './split.ts';

const AROUND = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: shop}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*"]
---
apiVersion: v1
kind: Service
metadata: {name: a, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: b, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
`;
const head = (name: string, spec: string) =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n${spec}`;
const rule = (path: string, host: string) =>
  `  # for ${path}\n  - match:\n    - uri: {prefix: ${path}}   # asked\n    route:\n    - destination: {host: ${host}}\n`;
const rest = (host: string) => `  - route:\n    - destination: {host: ${host}}\n`;
const AT_GATEWAY = '  hosts: [x.example]\n  gateways: [front]   # ours\n  http:\n';
const one = (name: string) => ({ resource: `VirtualService/shop/${name}` });

/** Does it, and holds it to its promise: no request comes to another end. */
function kept(files: Record<string, string>, refactoring: Refactoring, at: RefactorAt, given: Answers = {}) {
  const all = { 'around.yaml': AROUND, ...files };
  const done = refactored(all, refactoring, at, given);
  const { differences, compared } = compareTraffic(contextOf(all).mesh, done.context.mesh);
  expect(differences.map(({ changes, requests }) => [changes, requests[0]?.title])).toEqual([]);
  expect(compared).toBeGreaterThan(0);
  return done;
}

describe('split', () => {
  const TWO = head('web', `  hosts:\n  - a   # theirs\n  - b\n  http:\n${rule('/v1', 'a')}${rest('b')}`);

  it('gives a host its own, with all the rules as they are written', () => {
    const { texts, warnings } = kept({ 'web.yaml': TWO }, splitVirtualService, one('web'));
    const rules = `http:\n${rule('/v1', 'a')}${rest('b')}`;
    expect(texts['web.yaml']).toBe(
      `${TWO.replace('  - b\n', '')}---\n${head('web-b', `  hosts:\n  - b\n  ${rules}`)}`,
    );
    expect(warnings).toEqual([]);
  });

  const RULES = head('web', AT_GATEWAY + rule('/v1', 'a') + rule('/v2', 'b') + rest('a'));
  it('gives rules their own at a gateway, in another file', () => {
    const { texts } = kept({ 'web.yaml': RULES }, splitVirtualService, one('web'), {
      rules: ['http 1'],
      file: 'web-two.yaml',
    });
    expect(texts['web.yaml']).toBe(RULES.replace(rule('/v2', 'b'), ''));
    expect(texts['web-two.yaml']).toContain(`gateways: [front]   # ours\n  http:\n${rule('/v2', 'b')}`);
  });

  it('tells where the order would be another', () => {
    const { warnings } = refactored({ 'web.yaml': RULES }, splitVirtualService, one('web'), {
      rules: ['http 0'],
    });
    expect(warnings.join()).toMatch(/http\[0\] stood before rules that stay/);
  });

  it('leaves the rules of a host together in the mesh', () => {
    const { mesh } = contextOf(head('web', `  hosts: [a]\n  http:\n${rule('/v1', 'a')}${rest('b')}`));
    expect(splitVirtualService.appliesTo(mesh, one('web'))).toBe(false);
  });

  it.each([
    { how: 'rules', rules: [] },
    { how: 'rules', rules: ['http 0', 'http 1', 'http 2'] },
  ])('refuses %j', (given) =>
    expect(() => refactored(RULES, splitVirtualService, one('web'), given)).toThrow(),
  );
});

describe('join', () => {
  it('takes the rules of the younger before what takes everything, and deletes it', () => {
    const files = {
      'a.yaml': head('web', AT_GATEWAY + rule('/v1', 'a') + rest('a')),
      'b.yaml': head('more', AT_GATEWAY + rule('/v2', 'b')),
    };
    const { texts } = kept(files, joinVirtualServices, one('web'));
    expect(texts['a.yaml']).toBe(head('web', AT_GATEWAY + rule('/v1', 'a') + rule('/v2', 'b') + rest('a')));
    expect(texts['b.yaml']).toBeUndefined();
    const expected =
      'expectations:\n- request: { gateway: {namespace: istio-system}, url: http://x.example/v2 }\n  expect: { virtualService: more }\n';
    const told = refactored({ ...files, 'c.expect.yaml': expected }, joinVirtualServices, one('web'));
    expect(told.texts['c.expect.yaml']).toBe(expected.replace('more', 'web'));
  });

  it('undoes what split did, whichever of the two is kept', () => {
    const parts = fc.array(fc.constantFrom('/a', '/a/b', '/c', '/d'), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(parts, fc.boolean(), fc.boolean(), (paths, open, first) => {
        const rules = paths.map((path, index) => rule(path, index % 2 ? 'a' : 'b'));
        const text = head('web', AT_GATEWAY + rules.join('') + (open ? rest('a') : ''));
        const last = `http ${paths.length - 1}`;
        const split = kept({ 'web.yaml': text }, splitVirtualService, one('web'), {
          rules: [last],
          name: 'web-two',
        });
        const { context } = kept(
          { 'web.yaml': split.texts['web.yaml'] ?? '' },
          joinVirtualServices,
          one(first ? 'web' : 'web-two'),
        );
        const left = context.mesh.resources.filter(({ type }) => type === 'VirtualService');
        expect(left.map(({ value }) => value['spec'])).toEqual([
          contextOf(text).mesh.byId.get(one('web').resource)?.value['spec'],
        ]);
      }),
      { numRuns: 10 },
    );
  });

  it('is not offered across gateways, hosts or namespaces', () => {
    const { mesh } = contextOf({
      'a.yaml': head('web', AT_GATEWAY + rest('a')),
      'b.yaml': head('other', AT_GATEWAY.replace('front', 'back') + rest('a')),
      'c.yaml': head('third', AT_GATEWAY.replace('x.example', 'y.example') + rest('a')),
    });
    expect(joinVirtualServices.appliesTo(mesh, one('web'))).toBe(false);
  });

  it('tells that in the mesh only one of them was asked', () => {
    const spec = (path: string) => `  hosts: [a]\n  http:\n${rule(path, 'b')}`;
    const { warnings } = refactored(
      { 'a.yaml': head('web', spec('/v1')), 'b.yaml': head('more', spec('/v2')) },
      joinVirtualServices,
      one('more'),
    );
    expect(warnings.join()).toMatch(/only web counted/);
  });
});

describe('extract a delegate', () => {
  const WEB = head(
    'web',
    `  hosts: [a]\n  http:\n${rule('/v2/data', 'a')}${rule('/v2/other', 'b')}${rule('/v1', 'b')}${rest('a')}`,
  );

  it('moves the rules under a path, and hands on to them', () => {
    const { texts } = kept({ 'web.yaml': WEB }, extractDelegate, one('web'));
    expect(texts['web.yaml']).toBe(
      `${head(
        'web',
        `  hosts: [a]\n  http:\n  - match:\n    - uri:\n        prefix: /v2/\n    delegate:\n      name: web-v2\n${rule('/v1', 'b')}${rest('a')}`,
      )}---\n${head('web-v2', `  http:\n${rule('/v2/data', 'a')}${rule('/v2/other', 'b')}`)}`,
    );
  });

  it('keeps where requests go, whatever the paths', () => {
    const paths = fc.array(fc.constantFrom('/a', '/a/b', '/a/bc', '/a/b/c', '/d', '/'), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(paths, (all) => {
        const text = head(
          'web',
          `  hosts: [a]\n  http:\n${all.map((path, n) => rule(path, n % 2 ? 'a' : 'b')).join('')}`,
        );
        fc.pre(extractDelegate.appliesTo(contextOf(text).mesh, one('web')));
        kept({ 'web.yaml': text }, extractDelegate, one('web'));
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['a rule that hands on', '  - match: [{uri: {prefix: /a}}]\n    delegate: {name: other}\n'],
    [
      'any case of a letter',
      '  - match: [{uri: {prefix: /a}, ignoreUriCase: true}]\n    route: [{destination: {host: a}}]\n',
    ],
    ['a pattern', '  - match: [{uri: {regex: /a.*}}]\n    route: [{destination: {host: a}}]\n'],
  ])('is not offered for %s', (_, text) => {
    const { mesh } = contextOf(head('web', `  hosts: [a]\n  http:\n${text}${rest('a')}`));
    expect(extractDelegate.appliesTo(mesh, one('web'))).toBe(false);
  });
});
