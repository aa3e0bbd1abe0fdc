/** The place that a key leads to in a row of `length`, round its ends; null for a key that does not move, or from outside. */
export function stepInRow(key: string, from: number, length: number): number | null {
  if (from < 0) return null;
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % length;
    case 'ArrowLeft':
      return (from - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
