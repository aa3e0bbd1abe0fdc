/** Keys that give a share another value, as sliders have them; undefined for other keys. */
export function weightAfterKey(
  key: string,
  shift: boolean,
  weight: number,
  total: number,
): number | undefined {
  const step = shift ? 10 : 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return weight + step;
    case 'ArrowLeft':
    case 'ArrowDown':
      return weight - step;
    case 'PageUp':
      return weight + 10;
    case 'PageDown':
      return weight - 10;
    case 'Home':
      return 0;
    case 'End':
      return total;
    default:
      return undefined;
  }
}
