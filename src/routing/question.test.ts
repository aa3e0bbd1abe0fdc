import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { meshOf } from '../istio/mesh.testkit.ts';
import type { Mesh, MeshKey, MeshView, Resource } from '../istio/index.ts';
import { destinationRuleFor, destinationRulesInForce } from './destination-rules.ts';
import { findHost } from './find-host.ts';
import { hostClaims } from './host-claims.ts';
import { httpEntries } from './http-entries.ts';
import { NotingView, question } from './question.ts';
import { unreachedMatches } from './reach.ts';
import { takenBetween } from './taken-between.ts';
import { meshClaims, meshOwner } from './virtual-services.ts';

const resource = (line: string): string => {
  const [, kind = '', namespace = '', name = '', spec = ''] = /^(\w+) (\w+)\/(\w+) (.*)$/.exec(line) ?? [];
  const group = kind === 'Service' ? 'v1' : 'networking.istio.io/v1';
  return `{apiVersion: ${group}, kind: ${kind}, metadata: {name: ${name}, namespace: ${namespace}}, spec: ${spec}}\n`;
};
const TO = 'route: [{destination: {host: a.example}}]';
const pool = [
  'Service shop/a {ports: [{port: 80}]}',
  'Service back/a {ports: [{port: 80}]}',
  'ServiceEntry shop/e {hosts: [a.example], ports: [{number: 80}]}',
  'ServiceEntry back/e {hosts: [a.example, "*.example"], exportTo: [shop]}',
  'DestinationRule shop/d {host: a.example, subsets: [{name: v1}]}',
  'DestinationRule back/d {host: "*.example", exportTo: ["."]}',
  'DestinationRule shop/w {host: "*", workloadSelector: {matchLabels: {app: x}}}',
  `VirtualService shop/v {hosts: [a.example], http: [{match: [{uri: {prefix: /}}], ${TO}}, {match: [{uri: {exact: /a}}], ${TO}}]}`,
  `VirtualService back/v {hosts: ["*.example"], exportTo: [shop], http: [{delegate: {name: d, namespace: shop}}]}`,
  `VirtualService shop/d {http: [{match: [{uri: {prefix: /b}}], ${TO}}, {match: [{uri: {exact: /b/c}}], ${TO}}]}`,
  `VirtualService shop/g {hosts: [a.example], gateways: [g], http: [{match: [{uri: {regex: "/.*"}}], ${TO}}]}`,
  `VirtualService shop/h {hosts: [a.example], gateways: [g], http: [{match: [{uri: {exact: /a}}], ${TO}}]}`,
];

type Ask = (view: MeshView, virtualServices: readonly Resource[]) => unknown;
const HOSTS = ['a.example', '*.example', 'a.shop.svc.cluster.local'];
const asks: readonly Ask[] = [
  ...HOSTS.flatMap((host): Ask[] => [
    (view) => hostClaims(view, 'DestinationRule', host),
    (view) => hostClaims(view, 'VirtualService', host),
    (view) => findHost(view, host, null),
    (view) => findHost(view, host, 'shop'),
    (view) => meshClaims(view, host, 'shop'),
    (view) => meshOwner(view, host, 'back', 'http'),
    (view) => destinationRulesInForce(view, host, null),
    (view) => destinationRulesInForce(view, host, 'back'),
    (view) => destinationRuleFor(view, { host, hostNamespace: 'shop', clientNamespace: 'back' }),
  ]),
  (view, all) => all.map((one) => httpEntries(view, one)),
  (view, all) => all.map((one) => unreachedMatches(view, one)),
  (view, all) => all.map((one) => takenBetween(view, one, all[0] ?? one, undefined)),
];

/** What is answered, and the keys that the one who asks is told. */
function asked(mesh: Mesh, ask: Ask): { readonly answer: unknown; readonly keys: ReadonlySet<MeshKey> } {
  const keys = new Set<MeshKey>();
  const virtualServices = mesh.resources.filter(({ type }) => type === 'VirtualService');
  return { answer: ask(new NotingView(mesh, (key) => keys.add(key)), virtualServices), keys };
}

it('tells everyone who asks the same, whoever asked what before', () => {
  fc.assert(
    fc.property(
      fc.subarray(pool),
      fc.array(fc.constantFrom(...asks), { minLength: 1, maxLength: 12 }),
      (lines, all) => {
        const text = lines.map(resource).join('---\n');
        const shared = meshOf(text);
        for (const ask of all) expect(asked(shared, ask)).toEqual(asked(meshOf(text), ask));
      },
    ),
    { numRuns: 200 },
  );
});

it('works an answer out once a mesh, also for who does not note', () => {
  const work = vi.fn((view: MeshView, host: string) => view.find(host).length);
  const count = question(work);
  const mesh = meshOf('');
  const keys: MeshKey[] = [];
  const noting = new NotingView(mesh, (key) => keys.push(key));
  expect([count(mesh, 'a'), count(noting, 'a'), count(noting, 'a'), count(noting, 'b')]).toEqual([
    0, 0, 0, 0,
  ]);
  expect(work).toHaveBeenCalledTimes(2);
  expect(keys).toEqual(['a', 'b']);
  count(meshOf(''), 'a');
  expect(work).toHaveBeenCalledTimes(3);
});

it('tells the keys of questions that lead to a question', () => {
  const inner = question((view, host: string) => view.find(host));
  const outer = question((view, host: string) => [inner(view, host), inner(view, `${host} more`)]);
  const mesh = meshOf('');
  const told = (): readonly MeshKey[] => {
    const keys: MeshKey[] = [];
    outer(new NotingView(mesh, (key) => keys.push(key)), 'a');
    return keys;
  };
  expect([told(), told()]).toEqual([
    ['a', 'a more'],
    ['a', 'a more'],
  ]);
});
