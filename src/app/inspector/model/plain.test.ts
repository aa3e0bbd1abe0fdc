import { describe, expect, it } from 'vitest';
import type { YamlValue } from '../../../yaml/index.ts';
import { parseValue, printValue } from './plain.ts';

describe('a value as text', () => {
  it.each<[YamlValue]>([[{ a: [1, 'x', null] }], [[]], [7], [true], ['two words']])(
    '%j comes back',
    (value) => {
      expect(parseValue(printValue(value))).toEqual({ ok: true, value });
    },
  );

  it('may be YAML', () => {
    expect(parseValue('kind: x\nnames:\n- y')).toEqual({ ok: true, value: { kind: 'x', names: ['y'] } });
  });

  it('is not written while it cannot be read', () => {
    const parsed = parseValue('{ kind: x');
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.message).toMatch(/not written yet/);
  });
});
