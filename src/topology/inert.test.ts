import { describe, expect, it } from 'vitest';
import { loadRegexes } from '../istio/index.ts';
import { meshOf } from '../istio/mesh.testkit.ts';
import { document, documents, topologyFrom } from './topology.testkit.ts';
import { topologyOf } from './topology.ts';
import type { Topology } from './types.ts';

const stock = document('Service', 'stock', 'ports: [{name: http, port: 80}]');
const gateway = (hosts: string): string =>
  document(
    'Gateway',
    'front',
    `selector: {istio: front}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [${hosts}]}]`,
  );
const subsets = document('DestinationRule', 'stock', 'host: stock, subsets: [{name: v1}, {name: v2}]');
const send = '[{destination: {host: stock}}]';
const rules = (spec: string): string =>
  document('VirtualService', 'v', `hosts: [stock.shop.svc.cluster.local], ${spec}`);
const entry = (more: string): string =>
  document(
    'ServiceEntry',
    'bank',
    `hosts: [bank.example], ports: [{number: 80, protocol: HTTP}], resolution: DNS${more}`,
  );

/** Everything that looks inert: `node`, `node#row` or `node#row > node#row`, with the reason. */
function inertIn({ nodes, edges }: Topology): Readonly<Record<string, string>> {
  const short = (id: string, row: string | null): string => {
    const name = id.replaceAll('/shop/', '/');
    return row === null ? name : `${name}#${row}`;
  };
  return Object.fromEntries([
    ...nodes.flatMap(({ id, inert, rows }) => [
      ...(inert === undefined ? [] : [[short(id, null), inert]]),
      ...rows.flatMap((row) => (row.inert === undefined ? [] : [[short(id, row.id), row.inert]])),
    ]),
    ...edges.flatMap(({ source, sourceRow, target, targetRow, inert }) =>
      inert === undefined ? [] : [[`${short(source, sourceRow)} > ${short(target, targetRow)}`, inert]],
    ),
  ]) as Readonly<Record<string, string>>;
}

describe('what traffic never reaches says why', () => {
  it.each<[string, string, Readonly<Record<string, RegExp>>]>([
    [
      'a subset that no rule sends to, where the files route to its host',
      documents(stock, subsets, rules('http: [{route: [{destination: {host: stock, subset: v1}}]}]')),
      { 'DestinationRule/stock#subset.v2': /^No rule in these files sends to subset v2\.$/ },
    ],
    [
      'a destination of weight 0, and what only it leads to',
      documents(
        stock,
        subsets,
        rules(
          'http: [{route: [{destination: {host: stock, subset: v1}, weight: 100}, {destination: {host: stock, subset: v2}, weight: 0}]}]',
        ),
      ),
      {
        'VirtualService/v#http.0 > Service/stock#port.80': /weight is 0/,
        'Service/stock#port.80 > DestinationRule/stock#subset.v2': /weight is 0/,
      },
    ],
    [
      'a mirror of 0 %',
      documents(
        stock,
        document('Service', 'desk', 'ports: [{name: http, port: 80}]'),
        rules(`http: [{route: ${send}, mirror: {host: desk}, mirrorPercentage: {value: 0}}]`),
      ),
      { 'VirtualService/v#http.0 > Service/desk#port.80': /percentage is 0/ },
    ],
    [
      'a VirtualService of a Gateway that is missing among others',
      documents(stock, gateway('x.example'), rules(`gateways: [gone], http: [{route: ${send}}]`)),
      {
        'VirtualService/v': /^No file defines Gateway shop\/gone\.$/,
        'VirtualService/v#http.0': /^No file defines Gateway/,
        'VirtualService/v#http.0 > Service/stock#port.80': /^No file defines Gateway/,
      },
    ],
    [
      'a VirtualService that its Gateway does not admit',
      documents(stock, gateway('x.example'), rules(`gateways: [front], http: [{route: ${send}}]`)),
      {
        'VirtualService/v': /^No server of Gateway front admits/,
        'Gateway/front': /^No VirtualService is bound to any/,
        'Gateway/front#server.0': /^No VirtualService is bound/,
      },
    ],
    [
      'a VirtualService that is shown to nobody',
      documents(stock, rules(`exportTo: ["~"], http: [{route: ${send}}]`)),
      { 'VirtualService/v': /^Its exportTo shows it to no namespace/ },
    ],
    [
      'a Gateway without any VirtualService',
      gateway('"*"'),
      { 'Gateway/front': /^No VirtualService is bound to any/ },
    ],
    [
      'a ServiceEntry that is shown to nobody, and the rule for it',
      documents(entry(', exportTo: ["~"]'), document('DestinationRule', 'bank', 'host: bank.example')),
      { 'ServiceEntry/bank': /^Its exportTo/, 'DestinationRule/bank': /./ },
    ],
    [
      'a DestinationRule for a host that is missing',
      documents(stock, document('DestinationRule', 'gone', 'host: gone')),
      { 'DestinationRule/gone': /^Nothing in these files defines gone\.shop/ },
    ],
    [
      'the younger of two DestinationRules with the same subset',
      documents(
        stock,
        document('DestinationRule', 'a', 'host: stock, exportTo: ["."]'),
        document('DestinationRule', 'b', 'host: stock, exportTo: ["~"]'),
      ),
      { 'DestinationRule/b': /exportTo hides this one/ },
    ],
    [
      'a rule behind one that takes everything',
      documents(stock, rules(`http: [{route: ${send}}, {match: [{uri: {prefix: /a}}], route: ${send}}]`)),
      { 'VirtualService/v#http.1': /^Rule 1 before it takes every such request\.$/ },
    ],
  ])('%s', (_, yaml, expected) => {
    const found = inertIn(topologyFrom(yaml));
    for (const [place, why] of Object.entries(expected)) {
      expect(Object.keys(found)).toContain(place);
      expect(found[place]).toMatch(why);
    }
  });
});

describe('nothing is claimed that the files cannot decide', () => {
  it.each<[string, string]>([
    ['subsets of a host that no rule of the files sends to', documents(stock, subsets)],
    [
      'a destination of weight 0 beside none that has a weight',
      documents(stock, rules('http: [{route: [{destination: {host: stock}, weight: 0}]}]')),
    ],
    [
      'a Gateway where the files hold neither Gateways nor Services',
      rules(`gateways: [gone], http: [{route: ${send}}]`),
    ],
    [
      'a VirtualService of the mesh and of a Gateway that is missing',
      documents(
        stock,
        gateway('"*"'),
        rules(`gateways: [mesh, gone], http: [{route: ${send}}]`),
        document('VirtualService', 'w', `hosts: [w.example], gateways: [front], http: [{route: ${send}}]`),
      ),
    ],
    ['a DestinationRule where the files hold no Service', document('DestinationRule', 'gone', 'host: gone')],
    ['a host that is shown to one namespace', entry(', exportTo: [elsewhere]')],
  ])('%s', (_, yaml) => {
    expect(inertIn(topologyFrom(yaml))).toEqual({});
  });
});

it('a rule that a regular expression before it takes all of is told of once these can be read', async () => {
  const yaml = documents(
    stock,
    rules(
      `http: [{match: [{uri: {regex: "/(a|b)/x+"}}], route: ${send}}, {match: [{uri: {exact: /b/xx}}], route: ${send}}]`,
    ),
  );
  const mesh = meshOf(yaml);
  const before = topologyOf(mesh, undefined, undefined);
  expect(inertIn(before)).toEqual({});
  const regexes = await loadRegexes();
  const after = topologyOf(mesh, before, regexes);
  expect(inertIn(after)['VirtualService/v#http.1']).toBe('Rule 1 before it takes every such request.');
  expect(after).toEqual(topologyOf(mesh, undefined, regexes));
  expect(topologyOf(mesh, after, regexes)).toBe(after);
});
