import { describe, expect, it } from 'vitest';
import { MODELLED_KINDS } from '../types.ts';
import {
  childOf,
  fieldAt,
  loadDescriptions,
  schemaOf,
  summaryOf,
  summaryOfField,
  summaryOfValue,
  type Field,
} from './index.ts';

describe.each(MODELLED_KINDS)('%s in our words', (kind) => {
  it('says a sentence about every field that has a name', () => {
    const silent: string[] = [];
    each(schemaOf(kind), kind, (field, path) => {
      if (field.name && !/^[^.].{6,}[.]$|^Not used\.$/.test(summaryOfField(field))) silent.push(path);
    });
    expect(silent).toEqual([]);
  });

  it('says something about every value that can be chosen', () => {
    const silent: string[] = [];
    each(schemaOf(kind), kind, (field, path) => {
      if (field.kind !== 'enum' || field.name === 'apiVersion' || field.name === 'kind') return;
      for (const value of field.values) if (!summaryOfValue(field, value)) silent.push(`${path} ${value}`);
    });
    expect(silent).toEqual([]);
  });
});

it('speaks of a field by its place', () => {
  expect(summaryOf('VirtualService', ['spec', 'http', 0, 'timeout'])).toContain('retries included');
  expect(summaryOf('VirtualService', ['spec', 'nonsense'])).toBe('');
});

it('loads the descriptions of the dependency', async () => {
  const describe = await loadDescriptions();
  const path = ['spec', 'http', 0, 'timeout'];
  expect(describe('VirtualService', path)).toMatch(/timeout/i);
  expect(describe('VirtualService', ['spec', 'nonsense'])).toBeUndefined();
  expect(describe('DestinationRule', ['spec', 'trafficPolicy', 'tls', 'mode'])).toMatch(/TLS/);
  expect(fieldAt('VirtualService', path)?.default).toBe('no limit');
});

function each(
  field: Field | undefined,
  path: string,
  visit: (field: Field, path: string) => void,
  seen = new Set<Field>(),
): void {
  if (!field || seen.has(field)) return;
  seen.add(field);
  visit(field, path);
  if (field.kind === 'object')
    for (const child of field.fields.values()) each(child, `${path}.${child.name}`, visit, seen);
  else each(childOf(field, field.kind === 'list' ? 0 : 'any'), `${path}[]`, visit, seen);
}
