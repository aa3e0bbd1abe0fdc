let count = 0;

/** A name for one step of the undo history. */
export function nextMark(): string {
  count += 1;
  return `form-${count}`;
}
