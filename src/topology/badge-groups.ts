import type { NodeBadge } from './types.ts';

/** More badges than this stand together by kind, each kind once with how many there are. */
const ALONE = 4;

/** The badges of a node as they are drawn: each alone, or in a crowd one group a kind. */
export function badgeGroups(badges: readonly NodeBadge[]): readonly (readonly NodeBadge[])[] {
  if (badges.length <= ALONE) return badges.map((badge) => [badge]);
  const groups = new Map<string, NodeBadge[]>();
  for (const badge of badges) {
    const known = groups.get(badge.kind);
    if (known) known.push(badge);
    else groups.set(badge.kind, [badge]);
  }
  return [...groups.values()];
}
