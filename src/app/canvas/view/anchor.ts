import type { Analysis } from '../../../session/index.ts';
import { drawnAs, type PlacedNode } from '../../../topology/index.ts';

/** A node of one picture, and what stands for it in the next. */
export interface Anchor {
  readonly before: PlacedNode;
  readonly after: PlacedNode;
}

type Picture = Pick<Analysis, 'drawn' | 'placed'>;

/** What stands for a drawn node after another part of the mesh is drawn: itself, its namespace, or the first of its namespace. */
export function heirOf(before: PlacedNode, { drawn, placed }: Picture): PlacedNode | undefined {
  const id = drawnAs(drawn, before.node.id);
  if (id !== undefined) return placed.nodes.find(({ node }) => node.id === id);
  if (before.node.kind !== 'Namespace') return undefined;
  return placed.nodes.find(({ node }) => node.namespace === before.node.namespace);
}

/**
 * By what a person keeps their bearings when another part of the mesh is drawn: what they are at, else what is nearest to
 * the middle of what they see and is drawn still. Null where nothing is.
 */
export function anchorOf(
  before: Picture,
  after: Picture,
  wanted: string | null,
  middle: { readonly x: number; readonly y: number },
): Anchor | null {
  const distance = ({ x, y, width, height }: PlacedNode) =>
    Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y);
  const near = before.placed.nodes.toSorted((a, b) => distance(a) - distance(b));
  const first = near.filter(({ node }) => node.id === wanted);
  for (const one of [...first, ...near]) {
    const heir = heirOf(one, after);
    if (heir) return { before: one, after: heir };
  }
  return null;
}
