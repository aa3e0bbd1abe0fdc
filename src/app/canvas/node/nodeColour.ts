import type { TopologyNode } from '../../../topology/index.ts';
import { lookOf } from '../../theme/kinds.ts';

/**
 * The token of a node's colour: its kind's, but of what no file defines red where it is certainly missing, and none where
 * that cannot be known.
 */
export function nodeToken({
  kind,
  dangling,
  missing,
}: Pick<TopologyNode, 'kind' | 'dangling' | 'missing'>): string {
  if (dangling) return missing === 'unknown' ? 'muted' : 'error';
  return lookOf(kind).token;
}

export const nodeColour = (node: Parameters<typeof nodeToken>[0]): string => `var(--${nodeToken(node)})`;
