const PAGE = 10;

/** The index that a key leads to in a list, past what is no row; null for a key that does not move. */
export function nextStop(
  key: string,
  current: number,
  length: number,
  isRow: (index: number) => boolean,
): number | null {
  const rows = Array.from({ length }, (_, index) => index).filter(isRow);
  const at = rows.indexOf(current);
  const to = (place: number) => rows[Math.max(0, Math.min(rows.length - 1, place))] ?? null;
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + PAGE);
    case 'PageUp':
      return to(at - PAGE);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    default:
      return null;
  }
}
