import { released } from '../../../browser/index.ts';

/**
 * Takes away a row that was left empty, unless somebody is back in it. The press that left it may be on something below,
 * which must not move up before it is let go.
 */
export function goLeft(row: Element, onGone: () => void): void {
  void released().then(() => row.contains(document.activeElement) || onGone());
}
