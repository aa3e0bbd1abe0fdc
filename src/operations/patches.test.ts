import { expect, it } from 'vitest';
import { after, contextOf } from './operations.testkit.ts';

const kind = (kind: string, name: string, spec: string): string =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\nspec: {${spec}}\n`;
const files = {
  'base/edge.yaml': kind('Gateway', 'edge', 'servers: []'),
  'base/kustomization.yaml': 'resources: [edge.yaml, rule.yaml, web.yaml]\n',
  'base/rule.yaml': kind('DestinationRule', 'web', 'host: web, subsets: [{name: v1}]'),
  'base/web.yaml': kind('VirtualService', 'web', 'hosts: [web.example], gateways: [edge]'),
  'over/kustomization.yaml': 'resources: [../base]\npatches: [{path: web.yaml}]\n',
  'over/web.yaml': kind(
    'VirtualService',
    'web',
    'gateways: [mesh, edge], http: [{route: [{destination: {host: web, subset: v1}}]}]',
  ),
};
const patchAfter = (...[operation]: Parameters<typeof after> extends [unknown, infer O] ? [O] : never) =>
  after(contextOf(files), operation)['over/web.yaml'];
const said = files['over/web.yaml'];

it('a patch follows when what it is merged into, or what it names, is renamed', () => {
  expect(patchAfter({ kind: 'rename-resource', resource: 'VirtualService/shop/web', name: 'site' })).toBe(
    said.replace('name: web,', 'name: site,'),
  );
  expect(patchAfter({ kind: 'rename-resource', resource: 'Gateway/shop/edge', name: 'door' })).toBe(
    said.replace('[mesh, edge]', '[mesh, door]'),
  );
  expect(
    patchAfter({ kind: 'rename-subset', resource: 'DestinationRule/shop/web', subset: 'v1', name: 'stable' }),
  ).toBe(said.replace('subset: v1', 'subset: stable'));
});
