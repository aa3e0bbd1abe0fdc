import type { Path, YamlMap, YamlValue } from '../yaml/index.ts';

/**
 * Reading what people wrote. A half-typed or hostile document must never throw here: what has another shape than
 * expected reads as absent. (Saying so is the checks' business.)
 */
export function asMap(value: YamlValue | undefined): YamlMap | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

/** The list, or an empty one. */
export function asList(value: YamlValue | undefined): readonly YamlValue[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: YamlValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asNumber(value: YamlValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The texts of a list; what is no text is left out. */
export function asTexts(value: YamlValue | undefined): string[] {
  return asList(value).filter((item) => typeof item === 'string');
}

/** A map of texts, such as labels; what is no text is left out. */
export function asLabels(value: YamlValue | undefined): Readonly<Record<string, string>> {
  const map = asMap(value);
  if (!map) return {};
  return Object.fromEntries(
    Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The member of a map, own members only: `constructor` is not a label. */
export function member(value: YamlValue | undefined, key: string): YamlValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const found = value[key];
  // What a map inherits is functions, which no YAML holds, but for one: hardly anything needs a second look.
  const mayBeInherited = typeof found === 'function' || key === '__proto__';
  return mayBeInherited && !Object.hasOwn(value, key) ? undefined : found;
}

/** The value at a path, or undefined where there is none. */
export function valueAt(value: YamlValue | undefined, path: Path): YamlValue | undefined {
  let at = value;
  for (const step of path) at = typeof step === 'number' ? asList(at)[step] : member(at, step);
  return at;
}
