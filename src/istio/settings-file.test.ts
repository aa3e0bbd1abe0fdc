import { describe, expect, it } from 'vitest';
import {
  isKnownNamespace,
  linkMesh,
  settingsFileOf,
  type GivenSettings,
  type MeshSettings,
} from './index.ts';
import { filesOf, meshOf } from './mesh.testkit.ts';

const CONFIG = 'meshwright.config.yaml';
const settingsOf = (text: string, given: GivenSettings = {}): MeshSettings =>
  linkMesh(filesOf({ [CONFIG]: text }), given).settings;

describe('the settings file', () => {
  it.each([
    ['a version', 'targetVersion: "1.26"', { targetVersion: '1.26' }],
    ['a version as a number', 'targetVersion: 1.26', { targetVersion: '1.26' }],
    ['a version whose zero YAML swallows', 'targetVersion: 1.30', { targetVersion: '1.30' }],
    ['a patch version', 'targetVersion: v1.27.4', { targetVersion: '1.27' }],
    ['a version nobody knows', 'targetVersion: "0.8"', { targetVersion: '1.32' }],
    ['the root namespace', 'rootNamespace: mesh-root', { rootNamespace: 'mesh-root' }],
    ['the root namespace of a MeshConfig', 'meshConfig: {rootNamespace: r}', { rootNamespace: 'r' }],
    ['the domain', 'clusterDomain: corp.example', { clusterDomain: 'corp.example' }],
    ['namespaces', 'knownNamespaces: [a, 3, b]', { knownNamespaces: ['a', 'b'] }],
    ['that there is no ingress gateway', 'ingressGateway: false', { ingressGateway: false }],
    ['nothing of an ingress gateway', 'ingressGateway: "no"', { ingressGateway: true }],
    ['what not to tell of', 'suppress: [IST0101, 3]', { suppress: ['IST0101'] }],
    [
      'something of another shape',
      'knownNamespaces: a\nmeshConfig: []',
      { knownNamespaces: [], meshConfig: {} },
    ],
    [
      'DNS capture',
      'dnsCapture: true\nmeshConfig: {defaultConfig: {proxyMetadata: {A: b}}}',
      { meshConfig: { defaultConfig: { proxyMetadata: { A: 'b', ISTIO_META_DNS_CAPTURE: 'true' } } } },
    ],
  ])('says %s', (_, text, expected) => {
    expect(settingsOf(text)).toMatchObject(expected);
  });

  it('counts less than what is given', () => {
    const text =
      'targetVersion: "1.26"\nrootNamespace: a\nmeshConfig: {accessLogFile: /x}\ndnsCapture: true\n';
    expect(settingsOf(text, { targetVersion: '1.28' })).toMatchObject({
      targetVersion: '1.28',
      rootNamespace: 'a',
    });
    expect(settingsOf(text, { meshConfig: { rootNamespace: 'b' } })).toMatchObject({
      rootNamespace: 'b',
      meshConfig: { rootNamespace: 'b' },
    });
    expect(settingsOf(text, { meshConfig: {} }).meshConfig).toEqual({});
  });

  it('counts where it stands nearest to the top', () => {
    const files = [`a/${CONFIG}`, 'b.yaml', CONFIG, `b/${CONFIG}`].map((path) => ({ path }));
    expect(settingsFileOf(files)?.path).toBe(CONFIG);
    expect(settingsFileOf([{ path: `my-${CONFIG}` }])).toBeUndefined();
  });

  it('keeps the very settings while it says the same, and while it is broken', () => {
    const given = {};
    const before = linkMesh(filesOf({ [CONFIG]: 'targetVersion: "1.26"\n' }), given);
    const same = linkMesh(filesOf({ [CONFIG]: '# why\ntargetVersion: "1.26"\n' }), given, before);
    expect(same.settings).toBe(before.settings);
    const broken = linkMesh(filesOf({ [CONFIG]: 'targetVersion: [\n' }), given, same);
    expect(broken.settings).toBe(before.settings);
    const mended = linkMesh(filesOf({ [CONFIG]: 'targetVersion: "1.27"\n' }), given, broken);
    expect(mended.settings.targetVersion).toBe('1.27');
    expect(linkMesh([], given, mended).settings.targetVersion).toBe('1.32');
  });

  it('changes what names mean at once', () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: till}\n';
    const given = {};
    const before = linkMesh(filesOf({ 'a.yaml': service }), given);
    const after = linkMesh(
      filesOf({ 'a.yaml': service, [CONFIG]: 'clusterDomain: corp.example\n' }),
      given,
      before,
    );
    expect(after.find('host Service till.default.svc.corp.example')).toHaveLength(1);
    expect(after.find('host Service till.default.svc.cluster.local')).toHaveLength(0);
  });
});

describe('isKnownNamespace', () => {
  it.each([
    ['one that is written down', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n', ''],
    ['one that is assumed', '', 'assume: [{kind: Namespace, name: shop}]'],
    ['one that is said to be known', '', 'knownNamespaces: [shop]'],
  ])('knows %s', (_, file, config) => {
    const mesh = meshOf({ 'a.yaml': file, [CONFIG]: config });
    expect(isKnownNamespace(mesh, 'shop')).toBe(true);
    expect(isKnownNamespace(mesh, 'kube-system')).toBe(true);
    expect(isKnownNamespace(mesh, 'other')).toBe(false);
  });
});
