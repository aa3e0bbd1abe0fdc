import { describe, expect, it } from 'vitest';
import { brief, checkForm as check } from '../check.testkit.ts';

const object = (apiVersion: string, kind: string, metadata = '{ name: a }'): string =>
  `${apiVersion && `apiVersion: ${apiVersion}\n`}${kind && `kind: ${kind}\n`}metadata: ${metadata}\nspec: {}\n`;

describe('the kind', () => {
  it.each([
    ['networking.istio.io/v1', 'VirtualServise', 'VirtualService'],
    ['networking.istio.io/v1', 'virtualservice', 'VirtualService'],
    ['networking.istio.io/v1', 'Destination-Rule', 'DestinationRule'],
    ['', 'PeerAuthentification', 'PeerAuthentication'],
    ['telemetry.istio.io/v1', 'Telemetries', 'Telemetry'],
  ])('%s %s is taken for a slip', (apiVersion, kind, meant) => {
    const [problem] = check(object(apiVersion, kind));
    expect(problem).toMatchObject({ code: 'MW0106', severity: 'error' });
    expect(problem?.message).toContain(`did you mean ${meant}?`);
  });

  it('is refused when a group of Istio has none like it', () => {
    expect(brief(check(object('networking.istio.io/v1', 'Balloon')))).toEqual(['MW0106 kind']);
  });

  it.each([
    ['networking.istio.io/v1alpha3', 'EnvoyFilter'],
    ['extensions.istio.io/v1alpha1', 'WasmPlugin'],
    ['config.istio.io/v1alpha2', 'QuotaSpec'],
    ['install.istio.io/v1alpha1', 'IstioOperator'],
    ['apps/v1', 'Deployment'],
    ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
    ['gateway.solo.example/v1', 'VirtualServices'],
    ['', 'Sidecars-of-mine'],
  ])('%s %s is left alone', (apiVersion, kind) => {
    expect(check(object(apiVersion, kind))).toEqual([]);
  });

  it.each([
    ['missing', 'apiVersion: networking.istio.io/v1\nmetadata: { name: a }\nspec: {}\n', ['MW0101']],
    ['missing with the version', 'metadata: { name: a }\nspec: {}\n', ['MW0101']],
    ['not meant: settings of a tool', 'apiVersion: v2\nname: chart\nversion: 1.0.0\n', []],
    ['not meant: a list', '- a\n- b\n', []],
    ['not meant: a comment', '# nothing here\n', []],
  ])('%s', (_, text, codes) => {
    expect(brief(check(text))).toEqual(codes);
  });
});

describe('the apiVersion', () => {
  it.each([
    ['networking.istio.io/v1beta2', 'VirtualService', 'MW0107'],
    ['networking.istio.io/v2', 'Gateway', 'MW0107'],
    ['networking.istio.oi/v1', 'DestinationRule', 'MW0107'],
    ['security.istio.io/v1', 'Sidecar', 'MW0107'],
    ['v1', 'DestinationRule', 'MW0107'],
    ['networking.istio.io', 'Gateway', 'MW0107'],
    ['security.istio.io/v1alpha1', 'PeerAuthentication', 'MW0107'],
    ['', 'ServiceEntry', 'MW0102'],
  ])('%s of a %s', (apiVersion, kind, code) => {
    const problem = check(object(apiVersion, kind)).find((found) => found.code === code);
    const newest = kind.startsWith('PeerA') ? 'security.istio.io/v1' : 'networking.istio.io/v1';
    expect(problem?.message).toContain(newest);
    expect(problem?.fixes[0]?.operation).toMatchObject({
      kind: 'set-field',
      path: ['apiVersion'],
      value: newest,
    });
  });

  it.each([
    ['networking.istio.io/v1', 'VirtualService'],
    ['networking.istio.io/v1beta1', 'VirtualService'],
    ['networking.istio.io/v1alpha3', 'VirtualService'],
    ['security.istio.io/v1beta1', 'PeerAuthentication'],
    ['gateway.networking.k8s.io/v1', 'Gateway'],
    ['appmesh.k8s.example/v1beta2', 'VirtualService'],
  ])('%s of a %s is fine', (apiVersion, kind) => {
    expect(check(object(apiVersion, kind))).toEqual([]);
  });
});

describe('the name', () => {
  it.each([
    ['VirtualService', 'web', []],
    ['VirtualService', 'web.shop-2', []],
    ['VirtualService', 'Web', ['web']],
    ['VirtualService', 'web_shop', ['web-shop']],
    ['VirtualService', '-web', ['web']],
    ['VirtualService', '"web shop"', ['web-shop']],
    ['Gateway', 'web', []],
    ['Gateway', 'web.shop', ['webshop']],
  ])('of a %s may be %s?', (kind, name, meant) => {
    const found = check(object('networking.istio.io/v1', kind, `{ name: ${name} }`));
    expect(found).toMatchObject(meant.length > 0 ? [{ code: 'MW0104', path: 'metadata.name' }] : []);
    expect(found.flatMap(({ fixes }) => fixes)).toMatchObject(
      meant.map((value) => ({ operation: { value } })),
    );
  });

  it('may be of 253 characters, and no more', () => {
    const named = (length: number): string =>
      object('networking.istio.io/v1', 'Sidecar', `{ name: ${'a'.repeat(length)} }`);
    expect(check(named(253))).toEqual([]);
    expect(brief(check(named(254)))).toEqual(['MW0104 metadata.name']);
  });

  it.each([
    ['{}', ['MW0103 metadata']],
    ['{ name: "" }', ['MW0103 metadata']],
    ['{ name: }', ['MW0103 metadata']],
    ['{ generateName: web- }', []],
    ['{ name: 5 }', ['MW0203 metadata.name']],
    ['{ name: a, namespace: Shop }', ['MW0105 metadata.namespace']],
    ['{ name: a, namespace: shop.eu }', ['MW0105 metadata.namespace']],
    ['{ name: a, namespace: "" }', []],
  ])('metadata %s', (metadata, codes) => {
    expect(brief(check(object('networking.istio.io/v1', 'Sidecar', metadata)))).toEqual(codes);
  });

  it('of other kinds is not ours to judge', () => {
    expect(check(object('rbac.authorization.k8s.io/v1', 'Role', '{ name: "a:b" }'))).toEqual([]);
  });
});
