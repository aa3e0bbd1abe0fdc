import { describe, expect, it } from 'vitest';
import { MODELLED_KINDS } from '../types.ts';
import {
  childOf,
  fieldAt,
  fieldsOf,
  newestApiVersion,
  schemaOf,
  unionOf,
  type Field,
  type ObjectField,
} from './index.ts';

const objectAt = (kind: string, path: readonly (string | number)[]): ObjectField => {
  const field = fieldAt(kind, path);
  if (field?.kind !== 'object') throw new Error(`${kind} ${path.join('.')} is no object`);
  return field;
};

describe('fieldAt', () => {
  it.each([
    ['VirtualService', [], 'object'],
    ['VirtualService', ['spec', 'http', 3, 'timeout'], 'string'],
    ['VirtualService', ['spec', 'http', 0, 'match', 0, 'headers', 'x-any', 'exact'], 'string'],
    ['DestinationRule', ['spec', 'subsets', 1, 'labels', 'version'], 'string'],
    ['ServiceEntry', ['spec', 'ports', 0, 'number'], 'integer'],
    ['PeerAuthentication', ['spec', 'portLevelMtls', '8080', 'mode'], 'enum'],
    ['Gateway', ['metadata', 'labels', 'app.example/name'], 'string'],
    ['Gateway', ['metadata', 'managedFields'], 'list'],
    ['Gateway', ['status'], 'any'],
  ])('finds %s %j', (kind, path, type) => {
    expect(fieldAt(kind, path)?.kind).toBe(type);
  });

  it.each([
    ['VirtualService', ['spec', 'nonsense']],
    ['VirtualService', ['spec', 'http', 'timeout']],
    ['VirtualService', ['spec', 'timeout', 0]],
    ['VirtualService', ['spec', 'constructor']],
    ['VirtualService', ['spec', '__proto__']],
    ['VirtualService', ['status', 'conditions']],
    ['Deployment', ['spec']],
  ])('finds nothing at %s %j', (kind, path) => {
    expect(fieldAt(kind, path)).toBeUndefined();
  });
});

it('shares what repeats', () => {
  const pool = fieldAt('DestinationRule', ['spec', 'trafficPolicy', 'connectionPool', 'tcp']);
  expect(fieldAt('DestinationRule', ['spec', 'subsets', 0, 'trafficPolicy', 'connectionPool', 'tcp'])).toBe(
    pool,
  );
  expect(fieldAt('Sidecar', ['spec', 'inboundConnectionPool', 'tcp'])).toBe(pool);
});

it('shows common fields first, in our order', () => {
  const names = fieldsOf(objectAt('VirtualService', ['spec'])).map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['hosts', 'gateways', 'http']);
  expect(fieldsOf(objectAt('VirtualService', [])).map(({ name }) => name)).toEqual([
    'apiVersion',
    'kind',
    'metadata',
    'spec',
    'status',
  ]);
});

it.each([
  ['VirtualService', ['spec', 'http', 0, 'match', 0, 'uri'], 'exact', ['exact', 'prefix', 'regex']],
  ['VirtualService', ['spec', 'http', 0, 'redirect'], 'port', ['port', 'derivePort']],
  ['VirtualService', ['spec', 'http', 0, 'fault', 'delay'], 'fixedDelay', ['fixedDelay', 'exponentialDelay']],
  [
    'DestinationRule',
    ['spec', 'trafficPolicy', 'loadBalancer'],
    'simple',
    ['simple', 'consistentHash', 'backendUtilization'],
  ],
  [
    'DestinationRule',
    ['spec', 'trafficPolicy', 'loadBalancer', 'consistentHash'],
    'maglev',
    ['ringHash', 'maglev'],
  ],
  ['ServiceEntry', ['spec'], 'endpoints', ['endpoints', 'workloadSelector']],
  ['WorkloadGroup', ['spec', 'probe'], 'grpc', ['httpGet', 'tcpSocket', 'exec', 'grpc']],
])('%s %j makes a choice with %s', (kind, path, member, members) => {
  expect(unionOf(objectAt(kind, path), member)?.members).toEqual(members);
});

it.each([
  ['VirtualService', 'networking.istio.io/v1'],
  ['AuthorizationPolicy', 'security.istio.io/v1'],
  ['Telemetry', undefined],
])('names the newest apiVersion of %s', (kind, version) => {
  expect(newestApiVersion(kind)).toBe(version);
});

describe.each(MODELLED_KINDS)('the fields of %s', (kind) => {
  const fields = fieldsIn(schemaOf(kind));

  it('are members of their unions', () => {
    for (const field of fields) {
      if (field.kind !== 'object') continue;
      for (const { members } of field.unions)
        expect([...field.fields.keys()]).toEqual(expect.arrayContaining([...members]));
    }
  });

  it('have limits in the right order', () => {
    for (const field of fields) {
      if (field.kind === 'integer' || field.kind === 'number')
        expect(field.min ?? -Infinity).toBeLessThan(field.max ?? Infinity);
      if (field.kind === 'integer') expect([field.min, field.max]).not.toContain(undefined);
      if (field.format === 'port') expect(field).toMatchObject({ kind: 'integer' });
      if (field.format?.startsWith('duration')) expect(field.kind).toBe('string');
    }
  });

  it('have titles that read as words', () => {
    for (const { name, title } of fields) if (name) expect(title, name).toMatch(/^[\p{Lu}g]\S*( \S+)*$/u);
  });
});

function fieldsIn(field: Field | undefined, found = new Set<Field>()): ReadonlySet<Field> {
  if (!field || found.has(field)) return found;
  found.add(field);
  if (field.kind === 'object') for (const child of field.fields.values()) fieldsIn(child, found);
  fieldsIn(childOf(field, field.kind === 'list' ? 0 : 'any'), found);
  return found;
}
