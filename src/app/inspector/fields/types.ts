import type { Field, Need } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';

/** A field as it is drawn in a form. */
export interface FieldProps {
  readonly field: Field;
  readonly value: YamlValue | undefined;
  readonly path: Path;
  readonly label: string;
  /** The path that the shown one is relative to. */
  readonly base: Path;
  /** The object whose heading stands above: what is removed takes empty parents along, but not this one. */
  readonly keep: Path;
  /** The object that is drawn as this field alone, where it is one's only field. */
  readonly outer?: Path | undefined;
  /** Why it means nothing where it stands. */
  readonly unmet?: Need | undefined;
}
