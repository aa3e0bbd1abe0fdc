import { describe, expect, it } from 'vitest';
import { apiVersionsOf, MODELLED_KINDS, NEWEST_VERSION, type TargetVersion } from '../istio/index.ts';
import { complete, hover } from './index.ts';
import { contextOf, withCaret } from './workspace.testkit.ts';

const resource = (kind: string, spec: string) =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: a}\nspec:\n${spec}`;
const tls = resource('Gateway', '  servers:\n  - tls:\n      ¦');
const balancer = resource('DestinationRule', '  trafficPolicy:\n    loadBalancer:\n      ¦');
const resolution = resource('ServiceEntry', '  resolution: ¦');

function labels(marked: string, targetVersion: TargetVersion): string[] {
  const { text, offset } = withCaret(marked);
  return complete(contextOf({ 'a.yaml': text }, { targetVersion }), 'a.yaml', offset).items.map(
    ({ label }) => label,
  );
}

describe('completion for an Istio version', () => {
  it.each<[string, string, TargetVersion, TargetVersion, string]>([
    ['a field', tls, '1.26', '1.27', 'credentialNames'],
    ['a field of the newest', tls, '1.31', '1.32', 'ecdhCurves'],
    ['a group of fields', balancer, '1.30', '1.31', 'zoneAwareLbSetting'],
    ['a value', resolution, '1.27', '1.28', 'DYNAMIC_DNS'],
  ])('offers %s from the version on that knows it', (_, marked, before, since, label) => {
    expect(labels(marked, before)).not.toContain(label);
    expect(labels(marked, since)).toContain(label);
  });

  it('follows the settings file', () => {
    const { text, offset } = withCaret(tls);
    const files = { 'a.yaml': text, 'meshwright.config.yaml': 'targetVersion: "1.26"\n' };
    const found = complete(contextOf(files), 'a.yaml', offset).items.map(({ label }) => label);
    expect(found).toContain('credentialName');
    expect(found).not.toContain('credentialNames');
  });
});

describe('completion for an apiVersion', () => {
  const keysOf = (apiVersion: string, kind: string): string[] =>
    labels(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec:\n  ¦`, NEWEST_VERSION);

  it.each(MODELLED_KINDS)('offers the same fields of a %s under all that serve it', (kind) => {
    const [newest = '', ...older] = apiVersionsOf(kind);
    const keys = keysOf(newest, kind);
    expect(keys.length).toBeGreaterThan(1);
    expect(older.length).toBeGreaterThan(0);
    for (const apiVersion of older) expect(keysOf(apiVersion, kind)).toEqual(keys);
  });

  it.each(MODELLED_KINDS)('offers what a %s is served under, the newest first, and no other', (kind) => {
    expect(labels(`kind: ${kind}\napiVersion: ¦`, NEWEST_VERSION)).toEqual(apiVersionsOf(kind));
  });

  it('offers nothing of Istio where another group is meant', () => {
    expect(keysOf('gateway.networking.k8s.io/v1', 'Gateway')).not.toContain('servers');
  });
});

describe('hover for an Istio version', () => {
  const told = async (marked: string, targetVersion: TargetVersion) => {
    const { text, offset } = withCaret(marked);
    const found = await hover(contextOf({ 'a.yaml': text }, { targetVersion }), 'a.yaml', offset);
    return found?.parts.join('\n') ?? '';
  };

  it('says since when a field is known, and when that is too late', async () => {
    const marked = resource('Gateway', '  servers:\n  - tls:\n      ecdh¦Curves: []');
    expect(await told(marked, '1.32')).toContain('Since Istio 1.32.');
    expect(await told(marked, '1.32')).not.toContain('too new');
    expect(await told(marked, '1.30')).toContain('Since Istio 1.32: too new for Istio 1.30');
  });

  it('says it of values', async () => {
    const marked = resource('ServiceEntry', '  resolution: D¦NS');
    expect(await told(marked, '1.32')).toMatch(/`DYNAMIC_DNS`.*\(since Istio 1.28\)/);
    expect(await told(marked, '1.24')).toMatch(/`DYNAMIC_DNS`.*too new for Istio 1.24/);
  });
});
