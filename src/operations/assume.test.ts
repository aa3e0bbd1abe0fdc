import { describe, expect, it } from 'vitest';
import { after, contextOf } from './operations.testkit.ts';
import { planOperation } from './plan-operation.ts';
import type { Operation } from './types.ts';

const CONFIG = 'meshwright.config.yaml';
const HEAD =
  '# Read by Meshwright: which mesh these files are meant for, and what its cluster has beside them.\n';
const OTHER = { 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: till, namespace: shop}\n' };
const config = (before: string | undefined, operation: Operation): string | undefined =>
  after(contextOf({ ...OTHER, ...(before === undefined ? {} : { [CONFIG]: before }) }), operation)[CONFIG];

const SERVICE: Operation = {
  kind: 'assume-service',
  namespace: 'shop',
  name: 'stock',
  ports: [{ port: 80, name: 'http' }],
};
const ENTRY = '- kind: Service\n  namespace: shop\n  name: stock\n  ports:\n  - port: 80\n    name: http\n';
const NAMESPACE: Operation = { kind: 'assume-namespace', name: 'shop' };

describe('assuming what the files lack', () => {
  it.each<[string, Operation, string]>([
    ['a Service', SERVICE, ENTRY],
    [
      'a Service by its name alone',
      { kind: 'assume-service', namespace: '', name: 'stock' },
      '- kind: Service\n  name: stock\n',
    ],
    ['a namespace', NAMESPACE, '- kind: Namespace\n  name: shop\n'],
    [
      'a workload',
      {
        kind: 'assume-workload',
        namespace: 'shop',
        name: 'stock-v2',
        labels: { app: 'stock', version: 'v2' },
      },
      '- kind: Workload\n  namespace: shop\n  name: stock-v2\n  labels:\n    app: stock\n    version: v2\n',
    ],
  ])('%s makes the settings file, and is found at once', (_, operation, entry) => {
    const text = config(undefined, operation);
    expect(text?.replaceAll('\n  ', '\n').replaceAll('\n- ', '\n- ')).toBe(
      `${HEAD}assume:\n${entry}`.replaceAll('\n  ', '\n'),
    );
    const { select } = planOperation(contextOf(OTHER), operation);
    const { mesh } = contextOf({ ...OTHER, [CONFIG]: text ?? '' });
    expect(mesh.byId.get(select?.resource ?? '')?.assumed).toBe(true);
  });

  it.each([
    [
      'behind what is assumed already, in its style',
      'assume:   # so far\n  - {kind: Namespace, name: shop}   # the shop\n\nclusterDomain: x.example\n',
      'assume:   # so far\n  - {kind: Namespace, name: shop}   # the shop\n  - kind: Service\n    namespace: shop\n    name: stock\n    ports:\n      - port: 80\n        name: http\n\nclusterDomain: x.example\n',
    ],
    [
      'behind other settings',
      '# ours\nclusterDomain: corp.example # until spring\n',
      `# ours\nclusterDomain: corp.example # until spring\nassume:\n${ENTRY.replaceAll(/^/gm, '  ').trimEnd()}\n`,
    ],
    ['in a file of comments', '# later\n', `# later\nassume:\n${ENTRY.replaceAll(/^/gm, '  ').trimEnd()}\n`],
    ['in an empty file', '', `assume:\n${ENTRY.replaceAll(/^/gm, '  ').trimEnd()}\n`],
  ])('goes %s', (_, before, expected) => {
    const text = config(before, SERVICE);
    expect(text?.replaceAll(/^ +/gm, '')).toBe(expected.replaceAll(/^ +/gm, ''));
    expect(contextOf({ [CONFIG]: text ?? '' }).mesh.byId.has('Service/shop/stock')).toBe(true);
  });

  it('goes into the settings file nearest to the top, wherever that is', () => {
    const texts = { 'deploy/mesh/meshwright.config.yaml': '', 'deploy/meshwright.config.yaml': '' };
    const files = after(contextOf(texts), NAMESPACE);
    expect(files['deploy/meshwright.config.yaml']).toContain('kind: Namespace');
    expect(files['deploy/mesh/meshwright.config.yaml']).toBe('');
  });

  it.each<[string, string, Operation, RegExp]>([
    ['what a file has', '', { ...SERVICE, name: 'till' }, /already a Service till: in a\.yaml/],
    ['what is assumed', 'assume: [{kind: Namespace, name: shop}]', NAMESPACE, /as an assumption/],
    ['what has no name', '', { ...SERVICE, name: ' ' }, /needs a name/],
    ['anything while the file is broken', 'assume: [\n', NAMESPACE, /cannot be read now/],
  ])('refuses %s', (_, before, operation, reason) => {
    expect(() => config(before, operation)).toThrow(reason);
  });
});

describe('what is assumed', () => {
  const before = 'assume:\n- kind: Service # ours\n  namespace: shop\n  name: stock\n  ports: [80]\n';
  it.each<[string, Operation, string]>([
    [
      'is renamed',
      { kind: 'rename-resource', resource: 'Service/shop/stock', name: 'store' },
      before.replace('name: stock', 'name: store'),
    ],
    [
      'is changed where its entry says it',
      { kind: 'set-field', resource: 'Service/shop/stock', path: ['spec', 'ports', 0], value: 8080 },
      before.replace('80', '8080'),
    ],
    ['is no longer assumed', { kind: 'delete-resource', resource: 'Service/shop/stock' }, 'assume: []\n'],
    [
      'is copied as it is written',
      { kind: 'duplicate-resource', resource: 'Service/shop/stock', name: 'store' },
      before + before.slice(before.indexOf('-')).replace('stock', 'store'),
    ],
  ])('%s', (_, operation, expected) => {
    expect(config(before, operation)).toBe(expected);
  });

  it('refuses what its entry cannot say', () => {
    const path = ['spec', 'clusterIP'];
    const operation: Operation = { kind: 'set-field', resource: 'Service/shop/stock', path, value: 'None' };
    expect(() => config(before, operation)).toThrow(/only assumed, in meshwright\.config\.yaml/);
  });
});

describe('set-setting', () => {
  it.each<[string, string | undefined, Operation, string]>([
    [
      'makes the file',
      undefined,
      { kind: 'set-setting', path: ['targetVersion'], value: '1.27' },
      `${HEAD}targetVersion: "1.27"\n`,
    ],
    [
      'replaces the value alone',
      "targetVersion: '1.25'   # soon more\n",
      { kind: 'set-setting', path: ['targetVersion'], value: '1.27' },
      "targetVersion: '1.27'   # soon more\n",
    ],
    [
      'puts a new key where it reads best',
      'targetVersion: 1.27\nassume: []\n',
      { kind: 'set-setting', path: ['clusterDomain'], value: 'corp.example' },
      'targetVersion: 1.27\nclusterDomain: corp.example\nassume: []\n',
    ],
    [
      'goes deep',
      'meshConfig:\n  accessLogFile: /dev/stdout\n',
      { kind: 'set-setting', path: ['meshConfig', 'outboundTrafficPolicy', 'mode'], value: 'REGISTRY_ONLY' },
      'meshConfig:\n  accessLogFile: /dev/stdout\n  outboundTrafficPolicy:\n    mode: REGISTRY_ONLY\n',
    ],
    [
      'goes deep where it reads best',
      'targetVersion: "1.27"\nassume: []\n',
      { kind: 'set-setting', path: ['meshConfig', 'trustDomain'], value: 'corp.example' },
      'targetVersion: "1.27"\nmeshConfig:\n  trustDomain: "corp.example"\nassume: []\n',
    ],
    [
      'takes a setting back',
      'targetVersion: "1.27"\nassume: []\n',
      { kind: 'set-setting', path: ['targetVersion'] },
      'assume: []\n',
    ],
    [
      'takes back what would hold nothing with it',
      'meshConfig:\n  outboundTrafficPolicy:\n    mode: REGISTRY_ONLY\nassume: []\n',
      { kind: 'set-setting', path: ['meshConfig', 'outboundTrafficPolicy', 'mode'] },
      'assume: []\n',
    ],
    [
      'leaves what stands beside it',
      'meshConfig:\n  accessLogFile: /dev/stdout\n  outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n',
      { kind: 'set-setting', path: ['meshConfig', 'outboundTrafficPolicy', 'mode'] },
      'meshConfig:\n  accessLogFile: /dev/stdout\n',
    ],
    [
      'takes the last one back with the file that it made',
      `${HEAD}targetVersion: "1.27"\n`,
      { kind: 'set-setting', path: ['targetVersion'] },
      '',
    ],
    [
      'takes the last one back and leaves the comments',
      '# ours\r\ntargetVersion: "1.27"\r\n# end\r\n',
      { kind: 'set-setting', path: ['targetVersion'] },
      '# ours\r\n# end\r\n',
    ],
    [
      'takes back nothing where nothing is',
      'assume: []\n',
      { kind: 'set-setting', path: ['x'] },
      'assume: []\n',
    ],
    ['makes no file to take nothing back', undefined, { kind: 'set-setting', path: ['x'] }, ''],
  ])('%s', (_, before, operation, expected) => {
    expect(config(before, operation) ?? '').toBe(expected);
  });
});
