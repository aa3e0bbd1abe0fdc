/**
 * Replaces the characters `from` up to (not including) `to` by `insert`.
 * Offsets are 0-based UTF-16 code units of the text before the change.
 * A list of edits is sorted by `from` and does not overlap; all its offsets refer to the same text.
 */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A range of characters, 0-based, `to` exclusive. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}
