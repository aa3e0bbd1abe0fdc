import { describe, expect, it } from 'vitest';
import { apiVersionsOf, childOf, schemaOf, type Field } from '../../src/istio/schema/index.ts';
import { MODELLED_KINDS } from '../../src/istio/types.ts';
import { declaredFields } from './declared.testkit.ts';

const security = ['PeerAuthentication', 'AuthorizationPolicy', 'RequestAuthentication'];
const groupOf = (kind: string): string =>
  security.includes(kind) ? 'security.istio.io' : 'networking.istio.io';

/** `spec.http[].match[].headers{}` in the schema. */
function at(kind: string, path: string): Field | undefined {
  let field: Field | undefined = schemaOf(kind);
  for (const [step] of path.matchAll(/\[\]|\{\}|[^.[{]+/g)) {
    if (field) field = childOf(field, step === '[]' ? 0 : step === '{}' ? 'any key' : step);
  }
  return field;
}

describe.each(MODELLED_KINDS)('the schema of %s', (kind) => {
  const declared = declaredFields(groupOf(kind), kind).filter(
    ({ path }) => !/^(status|metadata)\b/.test(path),
  );

  it('is compared with a whole reading of the dependency', () => {
    expect(declared.length).toBeGreaterThan(8);
    expect(declared.map(({ path }) => path)).toEqual(expect.arrayContaining(['apiVersion', 'kind', 'spec']));
  });

  it('has every field of the dependency', () => {
    expect(declared.filter(({ path }) => !at(kind, path)).map(({ path }) => path)).toEqual([]);
  });

  it('has every enum value of the dependency, and no other', () => {
    const differing = declared
      .filter(({ path, values }) => values.length > 0 && path !== 'apiVersion')
      .filter(({ path, values }) => {
        const field = at(kind, path);
        return field?.kind !== 'enum' || JSON.stringify(field.values) !== JSON.stringify(values);
      });
    expect(differing.map(({ path }) => path)).toEqual([]);
  });

  it('demands what the dependency demands, and nothing else', () => {
    const differing = declared.filter(({ path, required }) => at(kind, path)?.required !== required);
    expect(differing.map(({ path }) => path)).toEqual([]);
  });

  it('knows the version of the dependency and its elders', () => {
    expect(apiVersionsOf(kind)[0]).toBe(`${groupOf(kind)}/v1`);
    expect(apiVersionsOf(kind)).toContain(`${groupOf(kind)}/v1beta1`);
  });
});
