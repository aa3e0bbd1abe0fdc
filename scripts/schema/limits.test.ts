import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../src/checks/index.ts';
import { linkMesh } from '../../src/istio/index.ts';
import { newestApiVersion, schemaOf, type Field } from '../../src/istio/schema/index.ts';
import { MODELLED_KINDS } from '../../src/istio/types.ts';
import type { YamlValue } from '../../src/yaml/index.ts';

type Validate = (data: unknown) => boolean;

async function validatorOf(kind: string): Promise<Validate> {
  const group = newestApiVersion(kind)?.startsWith('security') ? 'SecurityIstioIoV1' : 'NetworkingIstioIoV1';
  const file = new URL(
    `../../node_modules/@kubernetes-models/istio/_schemas/${group}${kind}.js`,
    import.meta.url,
  );
  const { validate } = (await import(/* @vite-ignore */ file.href)) as { validate: Validate };
  return validate;
}

/** Values around what a field takes: mostly right, sometimes of the wrong type, too many, too long or too large. */
function values(field: Field, depth = 0): fc.Arbitrary<YamlValue> {
  const stray = fc.constantFrom<YamlValue>(-1, 0, 1.5, 2 ** 32, 'x', '', true, [], {}, ['x'], { x: 'y' });
  const right = rightValues(field, depth);
  return fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: stray });
}

function rightValues(field: Field, depth: number): fc.Arbitrary<YamlValue> {
  switch (field.kind) {
    case 'object': {
      const shown = [...field.fields.values()].filter(({ name }) => depth > 0 || name === 'spec');
      const some = fc.subarray(shown, { maxLength: Math.min(shown.length, depth > 4 ? 1 : 4) });
      return some.chain((fields) =>
        fc.record(Object.fromEntries(fields.map((f) => [f.name, values(f, depth + 1)]))),
      );
    }
    case 'list':
      return fc.array(values(field.item, depth + 1), { maxLength: 3 });
    case 'map':
      return fc.dictionary(fc.constantFrom('a', 'b', '8080'), values(field.value, depth + 1), { maxKeys: 2 });
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: -2, max: 70000 }),
        fc.constantFrom(4294967295, 4294967296, 2147483648, 100.5),
      );
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...field.values, 'NONSENSE');
    case 'string':
      return fc.constantFrom('a', '', '10s', 'a_b c', 'x'.repeat(65), 'x'.repeat(300), 'x'.repeat(2100));
    case 'any':
      return fc.constant({});
  }
}

/** Fields that the dependency does not know are nothing to it, so they prove nothing here. */
describe.each(MODELLED_KINDS)('%s', (kind) => {
  it('is refused by our checks whenever the dependency refuses it', async () => {
    const validate = await validatorOf(kind);
    const root = schemaOf(kind);
    if (!root) throw new Error('no schema');
    let refusals = 0;
    fc.assert(
      fc.property(rightValues(root, 0), (body) => {
        const value = {
          apiVersion: newestApiVersion(kind),
          kind,
          metadata: { name: 'n' },
          ...(body as object),
        };
        if (validate(structuredClone(value))) return;
        refusals++;
        const document = { text: JSON.stringify(value), value: value as YamlValue, problems: [] };
        const mesh = linkMesh([{ path: 'a.yaml', documents: [document] }]);
        const errors = checkWorkspace(mesh).filter(({ severity }) => severity === 'error');
        expect(errors).not.toEqual([]);
      }),
      { numRuns: 1500 },
    );
    expect(refusals).toBeGreaterThan(50);
  });
});
