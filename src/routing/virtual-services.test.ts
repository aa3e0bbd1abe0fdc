import { describe, expect, it, test } from 'vitest';
import { meshOf } from '../istio/mesh.testkit.ts';
import { boundHosts, serversOf } from './gateway-binding.ts';
import { delegateOf, meshClaims, meshOwner, ruleGateways, rulesOf } from './virtual-services.ts';

const virtualService = (name: string, namespace: string, spec: string): string =>
  `{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: ${name}, namespace: ${namespace}}, spec: {${spec}}}\n`;
const HTTP = 'http: [{route: [{destination: {host: x.example}}]}]';
const mesh = (...documents: string[]) => meshOf(documents.join('---\n'));

describe('in the mesh a host is served by', () => {
  const at = (documents: string[], client = 'a') =>
    meshClaims(mesh(...documents), 'x.example', client).map(({ name }) => name);
  it.each([
    [
      'the older of two',
      [virtualService('old', 'a', 'hosts: [x.example]'), virtualService('new', 'b', 'hosts: [x.example]')],
      ['old', 'new'],
    ],
    [
      'a private one before an older public one',
      [
        virtualService('old', 'b', 'hosts: [x.example]'),
        virtualService('own', 'a', 'hosts: [x.example], exportTo: ["."]'),
      ],
      ['own', 'old'],
    ],
    [
      'one exported by name before a public one',
      [
        virtualService('old', 'b', 'hosts: [x.example]'),
        virtualService('to', 'c', 'hosts: [x.example], exportTo: [a]'),
      ],
      ['to', 'old'],
    ],
    [
      'the more specific, however young',
      [
        virtualService('wide', 'a', 'hosts: ["*.example"]'),
        virtualService('exact', 'a', 'hosts: [x.example]'),
      ],
      ['exact', 'wide'],
    ],
    [
      'none that is bound to gateways only',
      [virtualService('edge', 'a', 'hosts: [x.example], gateways: [front]')],
      [],
    ],
    [
      'one bound to both',
      [virtualService('both', 'a', 'hosts: [x.example], gateways: [front, mesh]')],
      ['both'],
    ],
    ['none that it does not see', [virtualService('far', 'b', 'hosts: [x.example], exportTo: ["."]')], []],
  ])('%s', (_, documents, expected) => {
    expect(at(documents)).toEqual(expected);
  });

  it('the first that has rules for that kind of traffic', () => {
    const both = mesh(
      virtualService('l4', 'a', 'hosts: [x.example], tls: [{}]'),
      virtualService('l7', 'a', `hosts: [x.example], ${HTTP}`),
    );
    expect(meshOwner(both, 'x.example', 'a', 'http')?.name).toBe('l7');
    expect(meshOwner(both, 'x.example', 'a', 'tls')?.name).toBe('l4');
    expect(meshOwner(both, 'x.example', 'a', 'tcp')).toBeUndefined();
  });
});

test('a rule applies at the gateways its matches name, among those of its VirtualService', () => {
  const bound = mesh(
    virtualService(
      'v',
      'a',
      'hosts: [x.example], gateways: [mesh, front], http: [{}, {match: [{gateways: [front]}]}, {match: [{gateways: [other]}]}, {match: [{gateways: [front]}, {}]}]',
    ),
  );
  const [resource] = bound.resources;
  if (!resource) throw new Error('the text holds a resource');
  expect(rulesOf(resource).map((rule) => ruleGateways(resource, rule, bound))).toEqual([
    ['mesh', 'a/front'],
    ['a/front'],
    [],
    ['mesh', 'a/front'],
  ]);
});

test('a delegate is found by name, if it lets itself be seen', () => {
  const all = mesh(
    virtualService(
      'root',
      'a',
      'hosts: [x.example], http: [{delegate: {name: part}}, {delegate: {name: part, namespace: b}}, {delegate: {name: shy, namespace: b}}, {}]',
    ),
    virtualService('part', 'b', ''),
    virtualService('shy', 'b', 'exportTo: ["."]'),
  );
  const [root] = all.resources;
  if (!root) throw new Error('the text holds a resource');
  expect(rulesOf(root).map((rule) => delegateOf(all, root, rule)?.found?.name ?? null)).toEqual([
    null,
    'part',
    null,
    null,
  ]);
});

test.each([
  ['a/x.example', 'a', ['x.example']],
  ['b/x.example', 'a', []],
  ['./x.example', 'a', []],
  ['./x.example', 'edge', ['x.example']],
  ['*/*.example', 'a', ['x.example']],
  ['*', 'a', ['x.example']],
  ['y.example', 'a', []],
])(
  'a server of a Gateway in edge with host %s meets a VirtualService of %s at %s',
  (host, namespace, expected) => {
    const both = mesh(
      `{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: g, namespace: edge}, spec: {servers: [{hosts: ["${host}"]}]}}\n`,
      virtualService('v', namespace, 'hosts: [x.example]'),
    );
    const [gateway, bound] = both.resources;
    const server = gateway && serversOf(gateway)[0];
    if (!gateway || !bound || !server) throw new Error('the text holds both');
    expect(boundHosts(bound, gateway, server, both)).toEqual(expected);
  },
);
