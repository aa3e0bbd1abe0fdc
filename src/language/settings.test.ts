import { describe, expect, it } from 'vitest';
import { complete, definition, hover, symbols } from './index.ts';
import { contextOf, unmarked, withCaret } from './workspace.testkit.ts';

const FILE = 'meshwright.config.yaml';
const OTHERS = `apiVersion: v1
kind: Namespace
metadata: {name: books}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: till, namespace: books}
spec: {template: {metadata: {labels: {app: till}}}}
`;

function at(marked: string) {
  const { text, offset } = withCaret(marked);
  const { items } = complete(contextOf({ [FILE]: text, 'a.yaml': OTHERS }), FILE, offset);
  return {
    labels: items.map(({ label }) => label),
    chosen(label: string) {
      const item = items.find((each) => each.label === label);
      if (!item) throw new Error(`${label} is not among ${items.map((each) => each.label).join(', ')}`);
      return text.slice(0, item.replace.from) + item.insert + text.slice(item.replace.to);
    },
  };
}

describe('completion in the settings file', () => {
  it.each([
    ['the settings', '¦', ['targetVersion', 'clusterDomain', 'meshConfig', 'knownNamespaces', 'assume']],
    ['those that are not there', 'assume: []\n¦', ['targetVersion']],
    ['the settings while one is typed', 'dnsCapture: true\ntar¦', ['targetVersion']],
    ['versions', 'targetVersion: ¦', ['1.32', '1.24']],
    ['booleans', 'dnsCapture: ¦', ['true', 'false']],
    ['namespaces', 'defaultNamespace: ¦', ['books']],
    ['what can be assumed', 'assume:\n- kind: ¦', ['Service', 'Workload', 'Secret']],
    ['keys of an assumption', 'assume:\n- kind: Service\n  ¦', ['name', 'namespace', 'ports', 'selector']],
    ['labels of workloads', 'assume:\n- kind: Service\n  selector:\n    ¦', ['app']],
    ['fields of MeshConfig', 'meshConfig:\n  ¦', ['outboundTrafficPolicy', 'trustDomain']],
    ['its values', 'meshConfig: {outboundTrafficPolicy: {mode: ¦}}', ['REGISTRY_ONLY', 'ALLOW_ANY']],
  ])('offers %s', (_, marked, expected) => {
    expect(at(marked).labels).toEqual(expect.arrayContaining(expected));
  });

  it('offers no resources, nor what is there', () => {
    expect(at('assume: []\n¦').labels).not.toContain('assume');
    expect(at('¦').labels).not.toContain('VirtualService');
    expect(at('¦').labels).not.toContain('apiVersion');
  });

  it('quotes versions, which YAML would take for numbers', () => {
    expect(at('targetVersion: ¦').chosen('1.30')).toBe('targetVersion: "1.30"');
  });

  it('writes what an assumption must say', () => {
    expect(at('ass¦').chosen('assume')).toBe('assume:\n  - kind: \n    name: ');
  });
});

it.each([
  ['target¦Version: "1.29"', '`targetVersion`', 'completion, forms and problems follow it'],
  ['assume:\n- kind: Work¦load', '`assume[0].kind`', 'something that runs pods'],
  ['meshConfig: {trust¦Domain: a}', '`meshConfig.trustDomain`', 'every identity'],
])('tells of %j', async (marked, path, words) => {
  const { text, offset } = withCaret(marked);
  const found = await hover(contextOf({ [FILE]: text }), FILE, offset);
  expect(found?.parts.join('\n')).toContain(path);
  expect(found?.parts.join('\n')).toContain(words);
});

it('lists the settings in the outline', () => {
  const text = 'targetVersion: "1.29"\nassume:\n- kind: Service\n  name: till\n';
  expect(symbols(contextOf({ [FILE]: text }), FILE).map(({ name, detail }) => [name, detail])).toEqual([
    ['targetVersion', '1.29'],
    ['assume', ''],
  ]);
});

it('leads from a host to where its Service is assumed', () => {
  const { files, file, offset, marks } = unmarked({
    [FILE]: 'assume:\n- kind: Service\n  namespace: books\n  «name: till»\n',
    'a.yaml':
      'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a, namespace: books}\nspec: {host: ti¦ll}\n',
  });
  expect(definition(contextOf(files), file, offset)).toEqual(marks);
});
