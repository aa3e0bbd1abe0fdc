import { expect, it } from 'vitest';
import { checkForm as check } from '../check.testkit.ts';

const service = (hosts: string, rules = 'http: [{route: [{destination: {host: web}}]}]'): string =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: web, namespace: shop}\nspec: {${hosts}${rules}}\n`;

it('says of a patch what it is merged into, and nothing of what a part lacks', () => {
  const found = check({
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
    'base/web.yaml': service('hosts: [web.example], '),
    'over/kustomization.yaml': 'resources: [../base]\npatches: [{path: p.yaml}, {path: q.yaml}]\n',
    'over/p.yaml': service('', 'http: [{timeout: never}]'),
    'over/q.yaml': service('').replace('name: web', 'name: gone'),
  });
  const of = (file: string) => found.filter((problem) => problem.file === file);
  expect(of('over/p.yaml')).toMatchObject([{ code: 'MW0013', severity: 'hint', path: 'metadata.name' }]);
  expect(of('over/p.yaml')[0]?.message).toContain('the VirtualService web of base/web.yaml');
  expect(of('over/q.yaml')).toMatchObject([{ code: 'MW0013' }]);
  expect(of('over/q.yaml')[0]?.message).toContain('no file here holds');
  expect(found.filter(({ code }) => code === 'MW0108')).toEqual([]);
});

it('goes on telling what of its YAML cannot be read', () => {
  const found = check({
    'kustomization.yaml': 'patches: [{path: p.yaml}]\n',
    'p.yaml': service('hosts: [a], hosts: [b], '),
  });
  expect(found.map(({ code }) => code)).toContain('MW0002');
});

it('says of the same name in two overlays that no cluster gets both', () => {
  const files = {
    'blue/kustomization.yaml': 'resources: [web.yaml]\n',
    'blue/web.yaml': service('hosts: [web.example], '),
    'green/kustomization.yaml': 'resources: [web.yaml]\n',
    'green/web.yaml': service('hosts: [web.example], '),
  };
  const doubled = (all: Record<string, string>) => check(all).filter(({ code }) => code === 'MW0108');
  expect(doubled(files)).toMatchObject([{ severity: 'hint', file: 'green/web.yaml', fixes: [] }]);
  const together = { ...files, 'all/kustomization.yaml': 'resources: [../blue, ../green]\n' };
  expect(doubled(together)).toMatchObject([{ severity: 'warning' }]);
});
