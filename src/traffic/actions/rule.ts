import { member, type Resource } from '../../istio/index.ts';
import type { HttpEntry, RuleMatch } from '../../routing/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';

/** A value of a rule, with who wrote it: short names are those of its namespace. */
export interface RuleField {
  readonly value: YamlValue;
  readonly writer: Resource;
  readonly path: Path;
}

/** The rule that decides for a route: where it hands on, the delegate's, with what the root adds. */
export interface EffectiveRule {
  field(name: string): RuleField | undefined;
}

/** Only the delegate says where requests go. */
const NOT_INHERITED: ReadonlySet<string> = new Set(['route', 'redirect']);

export function effectiveRule({ virtualService, rule, match, delegate }: HttpEntry): EffectiveRule {
  const root: RuleMatch = { virtualService, rule, match };
  const written = (by: RuleMatch, name: string): RuleField | undefined => {
    const value = member(by.rule.value, name);
    return value === undefined || value === null
      ? undefined
      : { value, writer: by.virtualService, path: [...by.rule.path, name] };
  };
  return {
    field: (name) =>
      delegate
        ? (written(delegate, name) ?? (NOT_INHERITED.has(name) ? undefined : written(root, name)))
        : written(root, name),
  };
}
