import { describe, expect, it } from 'vitest';
import { type Field, MODELLED_KINDS, type ObjectField, schemaOf } from '../../../istio/index.ts';
import { formatPath, parsePath } from '../../../yaml/index.ts';
import { absentFields, drawnAt, fieldWithin, searchFields } from './absent.ts';
import { isTextChoice, soleField } from './shape.ts';

const schema = (kind: string) => schemaOf(kind) as ObjectField;
const texts = (fields: readonly { path: readonly (string | number)[] }[]) =>
  fields.map(({ path }) => formatPath(path));

describe('fields to add', () => {
  const rule = {
    spec: { host: 'a.example', trafficPolicy: { tls: { mode: 'SIMPLE' } }, subsets: [{ name: 'one' }] },
  };

  it('are those that are not written, in objects that are there and in those that are not', () => {
    const found = texts(absentFields(schema('DestinationRule'), rule, [], []));
    expect(found).not.toContain('spec.host');
    expect(found).not.toContain('spec.trafficPolicy.tls.mode');
    expect(found).toEqual(
      expect.arrayContaining([
        'spec.trafficPolicy.tls.sni',
        'spec.trafficPolicy.connectionPool.tcp.connectTimeout',
        'spec.subsets[0].labels',
        'metadata.annotations',
      ]),
    );
  });

  it('put what is near first, and what is outdated last', () => {
    const found = absentFields(schema('DestinationRule'), rule, [], ['spec', 'subsets', 0, 'name']);
    expect(texts(found.slice(0, 1))).toEqual(['spec.subsets[0].labels']);
    expect(new Set(texts(found)).size).toBe(found.length);
    expect(found.at(-1)?.field.deprecated).toBeDefined();
  });

  it('put what is high before what is deep, and the metadata, which is mostly the cluster’s, behind the rest', () => {
    const named = { metadata: { name: 'one', namespace: 'shop' }, ...rule };
    const found = absentFields(schema('DestinationRule'), named, [], []).filter(
      ({ field, unmet }) => !field.deprecated && !unmet,
    );
    const metadata = found.findIndex(({ path }) => path[0] === 'metadata');
    expect(texts(found.slice(0, 2))).toEqual(['spec.exportTo', 'spec.workloadSelector']);
    expect(found.slice(metadata).every(({ path }) => path[0] === 'metadata')).toBe(true);
    expect(found[metadata]?.title).toBe('Labels');
  });

  it('stay inside the section they are asked for', () => {
    const found = absentFields(schema('DestinationRule'), rule, ['spec', 'trafficPolicy', 'tls'], []);
    expect(found.map(({ text }) => text)).toContain('sni');
    expect(found.every(({ path }) => formatPath(path).startsWith('spec.trafficPolicy.tls.'))).toBe(true);
  });

  it('put what would mean nothing as things are behind what would, and say what it needs', () => {
    const found = absentFields(schema('DestinationRule'), rule, ['spec', 'trafficPolicy', 'tls'], []);
    expect(found.map(({ text, unmet }) => (unmet ? `${text} !` : text))).toEqual([
      'sni',
      'credentialName',
      'caCertificates',
      'subjectAltNames',
      'caCrl',
      'insecureSkipVerify',
      'clientCertificate !',
      'privateKey !',
    ]);
  });

  it('name an object that exists for its only field once', () => {
    const found = texts(
      absentFields(schema('VirtualService'), { spec: { http: [{}] } }, ['spec', 'http', 0], []),
    );
    expect(found).toContain('spec.http[0].mirrorPercentage');
    expect(found).not.toContain('spec.http[0].mirrorPercentage.value');
  });

  it('are those that the target version knows', () => {
    const tls = ['spec', 'servers', 0, 'tls'];
    const gateway = { spec: { servers: [{ tls: {} }] } };
    expect(texts(absentFields(schema('Gateway'), gateway, tls, [], '1.30'))).not.toContain(
      'spec.servers[0].tls.ecdhCurves',
    );
    expect(texts(absentFields(schema('Gateway'), gateway, tls, [], '1.32'))).toContain(
      'spec.servers[0].tls.ecdhCurves',
    );
  });

  it('do not look into values of another kind', () => {
    expect(
      texts(absentFields(schema('VirtualService'), { spec: 'x' }, [], [])).filter((text) =>
        text.startsWith('spec'),
      ),
    ).toEqual([]);
  });

  it.each(MODELLED_KINDS)('reach every field of %s, once the lists on the way have an item', (kind) => {
    const root = schema(kind);
    const empty = (field: Field): unknown =>
      field.kind === 'list'
        ? [empty(field.item)]
        : field.kind === 'object'
          ? {}
          : field.kind === 'map'
            ? { key: empty(field.value) }
            : 'x';
    // Every list and map gets an item, level by level; everything else stays absent.
    const filled = (field: Field): unknown => {
      if (field.kind === 'list') return [filled(field.item)];
      if (field.kind === 'map') return { key: filled(field.value) };
      if (field.kind !== 'object' || isTextChoice(field)) return field.kind === 'object' ? {} : empty(field);
      return Object.fromEntries(
        [...field.fields.values()]
          .filter((member) => member.kind === 'list' || member.kind === 'map' || member.kind === 'object')
          .map((member) => [member.name, filled(member)]),
      );
    };
    const value = filled(root) as never;
    const reached = new Set(texts(absentFields(root, value, [], [])));
    const missing: string[] = [];
    const walk = (field: Field, path: readonly (string | number)[]): void => {
      if (field.kind === 'list') walk(field.item, [...path, 0]);
      if (field.kind === 'map') walk(field.value, [...path, 'key']);
      if (field.kind !== 'object' || isTextChoice(field)) return;
      for (const member of field.fields.values()) {
        const at = [...path, member.name];
        const container = member.kind === 'list' || member.kind === 'map' || member.kind === 'object';
        if (
          path.length > 0 &&
          !container &&
          !reached.has(formatPath(at)) &&
          soleField(field, undefined) !== member
        )
          missing.push(formatPath(at));
        walk(member, at);
      }
    };
    walk(root, []);
    expect(missing).toEqual([]);
  });
});

describe('a chosen field', () => {
  it.each([
    ['VirtualService', 'spec.http[0].fault', 'spec.http[0].fault.delay'],
    ['DestinationRule', 'spec.trafficPolicy', 'spec.trafficPolicy.tls'],
    ['VirtualService', 'spec.http[0].retries', 'spec.http[0].retries'],
    ['VirtualService', 'spec.http[0].timeout', 'spec.http[0].timeout'],
  ])('of a %s, %s, is drawn at %s', (kind, chosen, drawn) => {
    const path = parsePath(chosen);
    const field = fieldWithin(schema(kind), path) as Field;
    expect(formatPath(drawnAt(field, path))).toBe(drawn);
  });
});

describe('searching', () => {
  const all = absentFields(schema('VirtualService'), { spec: { http: [{}] } }, [], []);
  it('wants all words, and prefers names to sentences', () => {
    const [best] = searchFields(all, 'per try');
    expect(best && formatPath(best.path)).toBe('spec.http[0].retries.perTryTimeout');
    expect(searchFields(all, 'no such thing anywhere')).toEqual([]);
    expect(searchFields(all, ' ')).toBe(all);
  });
});

describe('a field of the schema', () => {
  it('is found through lists and maps', () => {
    expect(
      fieldWithin(schema('VirtualService'), parsePath('spec.http[3].match[0].headers["x-user"].exact'))?.kind,
    ).toBe('string');
    expect(fieldWithin(schema('VirtualService'), ['spec', 'nothing', 0])).toBeUndefined();
  });
});
