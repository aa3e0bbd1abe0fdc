import { describe, expect, it } from 'vitest';
import { contextOf } from '../operations.testkit.ts';
import { refactored } from './refactor.testkit.ts';
import { upgradeApiVersion } from './upgrade-api-version.ts';

const named = (apiVersion: string, kind: string, name: string) =>
  `apiVersion: ${apiVersion} # as it came\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\n`;
const FILES = {
  'a.yaml': [
    named('networking.istio.io/v1beta1', 'VirtualService', 'one'),
    named('networking.istio.io/v1alpha3', 'EnvoyFilter', 'raw'),
    named('"networking.istio.io/v1alpha3"', 'DestinationRule', 'two'),
  ].join('---\n'),
  'b.yaml': [
    named('security.istio.io/v1beta1', 'AuthorizationPolicy', 'who'),
    named('networking.istio.io/v1', 'VirtualService', 'three'),
    named('networking.istio.io/v1beta1', 'VirtualService', 'four'),
    named('gateway.networking.k8s.io/v1beta1', 'Gateway', 'theirs'),
    named('networking.istio.io/v1beta1', 'ProxyConfig', 'proxies'),
  ].join('---\n'),
};
const ONE = { resource: 'VirtualService/shop/one' };
const versions = (which: string, at = ONE as { resource?: string }) => {
  const { context } = refactored(FILES, upgradeApiVersion, at, { which });
  return context.mesh.resources
    .filter(({ apiVersion }) => apiVersion.endsWith('/v1'))
    .map(({ name }) => name);
};

describe('upgrade apiVersion', () => {
  it.each([
    ['one', ['one', 'three']],
    ['file', ['one', 'two', 'three']],
    ['kind', ['one', 'three', 'four']],
    ['all', ['one', 'two', 'who', 'three', 'four']],
  ])('of %s', (which, names) => expect(versions(which)).toEqual(names));

  it('of the workspace, and says what has no v1', () => {
    expect(versions('', {})).toEqual(['one', 'two', 'who', 'three', 'four']);
    const { warnings, changed } = refactored(FILES, upgradeApiVersion, {});
    expect(warnings).toEqual([
      expect.stringMatching(/raw, proxies: Istio has no v1 of EnvoyFilter, ProxyConfig/),
    ]);
    expect(changed['a.yaml']).toBe(
      FILES['a.yaml']
        .replace('v1beta1', 'v1')
        .replace('"networking.istio.io/v1alpha3"', '"networking.istio.io/v1"'),
    );
  });

  it('is not offered where there is nothing to do', () => {
    const { mesh } = contextOf(FILES);
    const applies = (resource?: string) => upgradeApiVersion.appliesTo(mesh, { resource });
    expect(applies('VirtualService/shop/three')).toBe(false);
    expect(applies('EnvoyFilter/shop/raw')).toBe(false);
    expect(applies('Gateway.gateway.networking.k8s.io/shop/theirs')).toBe(false);
    expect([applies(), applies(ONE.resource)]).toEqual([true, true]);
  });
});
