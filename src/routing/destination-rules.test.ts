import { describe, expect, it, test } from 'vitest';
import { meshOf } from '../istio/mesh.testkit.ts';
import { destinationRuleFor, destinationRulesInForce } from './destination-rules.ts';

const rule = (name: string, namespace: string, host: string, more = ''): string =>
  `{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: ${name}, namespace: ${namespace}}, spec: {host: '${host}'${more}}}\n`;
const mesh = (...documents: string[]) => meshOf(documents.join('---\n'));
const names = (found: { resources: readonly { name: string }[] } | undefined): string[] =>
  (found?.resources ?? []).map(({ name }) => name);

const call = (clientNamespace: string, host = 'x.example') => ({
  host,
  hostNamespace: 'owner',
  clientNamespace,
});

describe('the lookup goes', () => {
  const client = rule('client', 'client', 'x.example');
  const owner = rule('owner', 'owner', 'x.example');
  const root = rule('root', 'istio-system', 'x.example');
  it.each([
    ['first to the client', [root, owner, client], 'client', ['client']],
    ['then to the owner of the host', [root, owner, client], 'third', ['owner']],
    ['then to the root namespace', [root, client], 'third', ['root']],
    ['nowhere else', [client], 'third', []],
    [
      'past a rule that is exported elsewhere only',
      [rule('out', 'client', 'x.example', ', exportTo: [third]'), owner],
      'client',
      ['owner'],
    ],
    [
      'past a private rule of the owner',
      [rule('own', 'owner', 'x.example', ', exportTo: ["."]'), root],
      'third',
      ['root'],
    ],
    [
      'no further than rules for selected workloads, none of which is the caller',
      [rule('some', 'client', 'x.example', ', workloadSelector: {matchLabels: {a: b}}'), owner],
      'client',
      [],
    ],
    ['in the root namespace to private rules only', [root, owner], 'istio-system', ['owner']],
  ])('%s', (_, documents, clientNamespace, expected) => {
    expect(names(destinationRuleFor(mesh(...documents), call(clientNamespace)))).toEqual(expected);
  });

  it('to the most specific host of the first level that has any', () => {
    const documents = [
      rule('wide', 'client', '*.example'),
      rule('exact', 'owner', 'x.example'),
      rule('wider', 'owner', '*'),
    ];
    expect(names(destinationRuleFor(mesh(...documents), call('client')))).toEqual(['wide']);
    expect(names(destinationRuleFor(mesh(...documents), call('third')))).toEqual(['exact']);
    expect(names(destinationRuleFor(mesh(...documents), call('third', 'y.example')))).toEqual(['wider']);
  });

  it('no further where the most specific rule is not exported to the client', () => {
    const documents = [
      rule('hidden', 'owner', 'x.example', ', exportTo: [other]'),
      rule('wide', 'owner', '*.example'),
    ];
    expect(names(destinationRuleFor(mesh(...documents), call('third')))).toEqual([]);
  });
});

describe('rules of one namespace for one host', () => {
  const v1 = ', subsets: [{name: v1, labels: {v: "1"}}]';
  const both =
    ', subsets: [{name: v1, labels: {v: "other"}}, {name: v2}], trafficPolicy: {tls: {mode: SIMPLE}}';

  it('merge: subsets by name, the first counts; the policy of the first that has one', () => {
    const merged = destinationRuleFor(
      mesh(rule('old', 'owner', 'x.example', v1), rule('new', 'owner', 'x.example', both)),
      call('owner'),
    );
    expect(names(merged)).toEqual(['old', 'new']);
    expect([...(merged?.subsets.keys() ?? [])].sort()).toEqual(['v1', 'v2']);
    expect(merged?.subsets.get('v1')?.value).toMatchObject({ labels: { v: '1' } });
    expect(merged?.trafficPolicy?.resource.name).toBe('new');
  });

  it('stay apart when they are exported differently: then the younger counts', () => {
    const documents = [
      rule('old', 'owner', 'x.example', v1),
      rule('new', 'owner', 'x.example', ', exportTo: ["*"]'),
    ];
    const found = destinationRuleFor(mesh(...documents), call('owner'));
    expect(names(found)).toEqual(['new']);
    expect(found?.subsets.size).toBe(0);
  });

  it('merge into one exported less widely, and are not kept for others', () => {
    const documents = [
      rule('old', 'owner', 'x.example', ', exportTo: [one]'),
      rule('new', 'owner', 'x.example', ', exportTo: [one, two]'),
    ];
    expect(names(destinationRuleFor(mesh(...documents), call('one')))).toEqual(['old', 'new']);
    expect(names(destinationRuleFor(mesh(...documents), call('two')))).toEqual([]);
  });
});

describe('of three rules of one namespace', () => {
  it.each([
    ['', ', exportTo: ["*"]', '', ['new']],
    ['', '', ', exportTo: ["*"]', ['new']],
    [', exportTo: ["*"]', '', '', ['mid', 'new']],
    [', exportTo: ["."]', '', ', exportTo: [owner]', ['new']],
    [', exportTo: ["."]', '', ', exportTo: [".", x]', ['new']],
  ])('exported %j, %j and %j these count', (old, mid, young, expected) => {
    const documents = [
      rule('old', 'owner', 'x.example', old),
      rule('mid', 'owner', 'x.example', mid),
      rule('new', 'owner', 'x.example', young),
    ];
    expect(names(destinationRuleFor(mesh(...documents), call('owner')))).toEqual(expected);
  });
});

it('a rule for some workloads hides no wider one from other namespaces, and applies at home whatever it says', () => {
  const some = rule(
    'some',
    'owner',
    'x.example',
    ', exportTo: [third], workloadSelector: {matchLabels: {a: b}}',
  );
  const found = (clientNamespace: string) =>
    names(
      destinationRuleFor(mesh(some, rule('wide', 'owner', '*.example')), {
        ...call(clientNamespace),
        clientLabels: { a: 'b' },
      }),
    );
  expect(found('third')).toEqual(['wide']);
  expect(found('owner')).toEqual(['some']);
});

test('rules in force are told with whom they count for', () => {
  const documents = [rule('own', 'client', 'x.example'), rule('owner', 'owner', 'x.example')];
  const told = destinationRulesInForce(mesh(...documents), 'x.example', 'owner').map(
    ({ rule: one, clientNamespaces }) => [names(one), clientNamespaces],
  );
  expect(told).toEqual([
    [['owner'], null],
    [['own'], ['client']],
  ]);
});
