import type { Field } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';

/** What every input gets: its field and place, and how it is named for those who do not see it. */
export interface ControlProps {
  readonly field: Field;
  readonly value: YamlValue | undefined;
  readonly path: Path;
  /** The id of the element that takes the focus; a label outside points at it. */
  readonly id: string;
  /** Names the input where no visible label does. */
  readonly ariaLabel?: string | undefined;
  /** The id of the visible label, for what is no native input. */
  readonly labelledBy?: string | undefined;
  /** The element that describes it: path, default, sentence, problems. */
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  /** What an emptied input takes with it: parents left empty, below this path. Absent: the field's own parent stays. */
  readonly keep?: Path | undefined;
  /** What an emptied input is written as, where empty is not the same as absent. */
  readonly whenEmpty?: YamlValue | undefined;
}
