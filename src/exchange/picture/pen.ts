import type { Flow } from '../../topology/index.ts';
import type { Palette } from './palette.ts';
import type { ProblemMark, RowMarks } from './problem-marks.ts';

/** What all parts of a picture are drawn with. */
export interface Pen {
  readonly palette: Palette;
  readonly flow: Flow;
  /** Text keeps its width whatever font draws it. */
  readonly fixed: boolean;
  /** The id of the pattern of what no traffic reaches. */
  readonly hatch: string;
}

/** The problems to mark on a node, and on its rows by their ids. */
export interface NodeMarks {
  readonly own: ProblemMark | null;
  readonly rows: RowMarks;
}
