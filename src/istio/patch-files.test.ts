import { describe, expect, it } from 'vitest';
import { areBuiltApart, buildsOf, key, linkMesh, meshChanges, patchFiles } from './index.ts';
import { filesOf, meshOf } from './mesh.testkit.ts';

const rule = (host: string): string =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: web, namespace: shop}\nspec: {host: ${host}}\n`;

describe('patchFiles', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ['patches', { 'k/kustomization.yaml': 'patches:\n- path: a.yaml\n- patch: |\n    x: y\n' }, ['k/a.yaml']],
    [
      'the older fields',
      { Kustomization: 'patchesStrategicMerge: [a.yaml, x/b.yaml]\n' },
      ['a.yaml', 'x/b.yaml'],
    ],
    [
      'JSON patches',
      { 'kustomization.yml': 'patchesJson6902:\n- path: a.json\n  target: {kind: Service}\n' },
      ['a.json'],
    ],
    ['a folder above', { 'o/p/kustomization.yaml': 'patches: [{path: ../a.yaml}]\n' }, ['o/a.yaml']],
    [
      'what some kustomization builds too',
      {
        'a/kustomization.yaml': 'patches: [{path: ../c.yaml}]\n',
        'b/kustomization.yaml': 'resources: [../c.yaml]\n',
      },
      [],
    ],
    [
      'other fields',
      { 'kustomization.yaml': 'resources: [a.yaml]\ncomponents: [b]\ntransformers: [c.yaml]\n' },
      [],
    ],
    ['other files', { 'a.yaml': 'patches: [{path: b.yaml}]\n' }, []],
    ['what cannot be read', { 'kustomization.yaml': 'patches: [{path: b.yaml}\n' }, []],
  ])('%s', (_, files, patches) => {
    expect([...patchFiles(filesOf(files))]).toEqual(patches);
  });

  it('is the same set as before where it says the same', () => {
    const files = filesOf({ 'kustomization.yaml': 'patches: [{path: b.yaml}]\n' });
    const before = patchFiles(files);
    expect(patchFiles(filesOf({ 'kustomization.yaml': 'patches:\n- path: b.yaml\n' }), before)).toBe(before);
  });
});

describe('a patch in a mesh', () => {
  // The patch stands before what it is merged into.
  const files = {
    'a/kustomization.yaml': 'resources: [../b]\npatches:\n- path: patch.yaml\n',
    'a/patch.yaml': rule('other'),
    'b/kustomization.yaml': 'resources: [web.yaml]\n',
    'b/web.yaml': rule('web'),
  };
  const without = { ...files, 'a/kustomization.yaml': 'resources: [../b]\n' };
  const told = (mesh: ReturnType<typeof meshOf>) =>
    mesh.resources.map(({ id, patch }) => [id, patch ?? false]);

  it('is listed after what it is merged into, and found by nothing', () => {
    const mesh = meshOf(files);
    expect(told(mesh)).toEqual([
      ['DestinationRule/shop/web', false],
      ['DestinationRule/shop/web#2', true],
    ]);
    const found = [key.kind('DestinationRule'), key.host('DestinationRule', 'other.shop.svc.cluster.local')];
    expect(found.map((one) => mesh.find(one).map(({ id }) => id))).toEqual([
      ['DestinationRule/shop/web'],
      [],
    ]);
  });

  it('is what it is from scratch, whatever the kustomization said before', () => {
    for (const [one, other] of [
      [files, without],
      [without, files],
    ] as const) {
      const before = linkMesh(filesOf(one));
      const now = filesOf(other).map((file) => {
        const same = before.files.find(
          ({ path }) => path === file.path && one[path as 'a/patch.yaml'] === other[path as 'a/patch.yaml'],
        );
        return same ? { path: same.path, documents: same.documents } : file;
      });
      const after = linkMesh(now, undefined, before);
      expect(told(after)).toEqual(told(linkMesh(filesOf(other))));
      const all = key.kind('DestinationRule');
      expect(after.find(all).map(({ id }) => id)).toEqual(
        linkMesh(filesOf(other))
          .find(all)
          .map(({ id }) => id),
      );
      expect(meshChanges(before, after)).not.toEqual([]);
    }
  });
});

describe('areBuiltApart', () => {
  const builds = buildsOf(
    filesOf({
      'base/kustomization.yaml': 'resources: [all.yaml]\n',
      'blue/kustomization.yaml': 'resources: [../base, web.yaml]\ncomponents: [../extra]\n',
      'green/kustomization.yaml': 'bases: [../base]\nresources: [web.yaml]\n',
      'extra/kustomization.yaml': 'kind: Component\nresources: [x.yaml]\n',
      'round/kustomization.yaml': 'resources: [../round, y.yaml]\n',
    }),
  );
  it.each([
    ['blue/web.yaml', 'green/web.yaml', true],
    ['blue/web.yaml', 'base/all.yaml', false],
    ['green/web.yaml', 'base/all.yaml', false],
    ['blue/web.yaml', 'extra/x.yaml', false],
    ['green/web.yaml', 'extra/x.yaml', true],
    ['blue/web.yaml', 'loose.yaml', false],
    ['round/y.yaml', 'base/all.yaml', true],
  ])('%s and %s: %s', (one, other, apart) => {
    expect(areBuiltApart(builds, one, other)).toBe(apart);
    expect(areBuiltApart(builds, other, one)).toBe(apart);
  });
});
