import type { Format, ReferenceKind, Union } from './field.ts';
import type { TargetVersion } from './versions.ts';

/**
 * The schema as the build writes it: small, and with every repeated part written once.
 * A use is a field at a place (`uses[n]`, also the position of its summary and description); a shape is what it holds.
 * Children stand before their parents. Positions (`s` of uses; `f` and `i` of shapes) are written as the distance from the one
 * written before, which compresses better: `absolute` adds them up.
 */
export interface PackedSchema {
  /** The whole resource, by kind: a position in `uses`. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly uses: readonly PackedUse[];
  readonly shapes: readonly PackedShape[];
}

/** n: name, s: shape, t: title, q: required, c: common, d: default, f: format, r: reference, v: since, x: deprecated, o: one, a: onlyFor. */
export interface PackedUse {
  readonly n: string;
  readonly s: number;
  readonly t?: string;
  readonly q?: 1;
  readonly c?: 1;
  readonly d?: string;
  readonly f?: Format;
  readonly r?: ReferenceKind;
  readonly v?: TargetVersion;
  readonly x?: string;
  readonly o?: string;
  readonly a?: Readonly<Record<string, readonly string[]>>;
}

export type PackedShape =
  | { readonly k: 'object'; readonly f: readonly number[]; readonly u?: readonly Union[] }
  | {
      readonly k: 'list';
      readonly i: number;
      readonly minItems?: number;
      readonly maxItems?: number;
      readonly keyedBy?: string;
    }
  | {
      readonly k: 'map';
      readonly i: number;
      readonly keyFormat?: Format;
      readonly minEntries?: number;
      readonly maxEntries?: number;
    }
  | {
      readonly k: 'string';
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly pattern?: string;
      readonly suggestions?: readonly string[];
    }
  | { readonly k: 'integer' | 'number'; readonly min?: number; readonly max?: number }
  | { readonly k: 'boolean' }
  | { readonly k: 'any' }
  | {
      readonly k: 'enum';
      readonly values: readonly string[];
      readonly valuesSince?: Readonly<Record<string, TargetVersion>>;
      readonly deprecatedValues?: readonly string[];
    };

/** The same with every position counted from the start. */
export function absolute({ kinds, uses, shapes }: PackedSchema): PackedSchema {
  const shapeAt = adder();
  const useAt = adder();
  return {
    kinds,
    uses: uses.map((use) => ({ ...use, s: shapeAt(use.s) })),
    shapes: shapes.map((shape) => {
      if ('f' in shape) return { ...shape, f: shape.f.map(useAt) };
      return 'i' in shape ? { ...shape, i: useAt(shape.i) } : shape;
    }),
  };
}

function adder(): (step: number) => number {
  let position = 0;
  return (step) => (position += step);
}

/** Our sentences, by the position of the use: about the field, and about each value of an enum. */
export interface PackedSummaries {
  readonly fields: readonly string[];
  readonly values: Readonly<Record<number, Readonly<Record<string, string>>>>;
}
