import type { OutlineLine } from './outlineTree.ts';

/**
 * What a key does in a tree, as ARIA's pattern has it: up and down move, right opens and then goes inside, left closes
 * and then goes out. `to` is the index to go to, `turn` says that the line opens or closes. Null for other keys.
 */
export function outlineStep(
  lines: readonly OutlineLine[],
  index: number,
  key: string,
): { to: number; turn: boolean } | null {
  const line = lines[index];
  if (!line) return null;
  const go = (to: number) => ({ to: Math.min(lines.length - 1, Math.max(0, to)), turn: false });
  switch (key) {
    case 'ArrowDown':
      return go(index + 1);
    case 'ArrowUp':
      return go(index - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(lines.length - 1);
    case 'ArrowRight':
      if (line.open === false) return { to: index, turn: true };
      return line.open ? go(index + 1) : go(index);
    case 'ArrowLeft':
      if (line.open) return { to: index, turn: true };
      return go(line.parent === null ? index : lines.findIndex(({ id }) => id === line.parent));
    default:
      return null;
  }
}
