import type { PlacedTopology, Topology } from '../topology/index.ts';
import type { Spot } from './pictures.ts';

/** So many nodes that are not drawn any more are remembered. */
const MOST = 500;

/**
 * Where nodes stood that are not drawn any more: what comes back (a deletion is undone, a line is whole again) stands
 * where it did.
 */
export interface Departed {
  /** Remembers who left the picture, and returns it with those who come back to it, where their place is still free. */
  returned(picture: string, before: PlacedTopology, drawn: Topology): PlacedTopology;
}

export function createDeparted(): Departed {
  const spots = new Map<string, Spot>();
  const keyOf = (picture: string, node: string) => `${picture}\n${node}`;
  return {
    returned(picture, before, drawn) {
      const { nodes } = before;
      const isSame =
        nodes.length === drawn.nodes.length && nodes.every(({ node }, at) => node.id === drawn.nodes[at]?.id);
      if (isSame) return before;
      const now = new Set(drawn.nodes.map(({ id }) => id));
      const had = new Set(nodes.map(({ node }) => node.id));
      for (const { node, x, y, width, height } of nodes) {
        if (now.has(node.id)) continue;
        spots.set(keyOf(picture, node.id), { x, y, width, height });
        const [oldest] = spots.keys();
        if (spots.size > MOST && oldest !== undefined) spots.delete(oldest);
      }
      const staying = nodes.filter(({ node }) => now.has(node.id));
      const back = drawn.nodes.flatMap((node) => {
        const spot = had.has(node.id) ? undefined : spots.get(keyOf(picture, node.id));
        return spot && !staying.some((other) => overlap(spot, other)) ? [{ node, ...spot }] : [];
      });
      return back.length > 0 ? { ...before, nodes: [...nodes, ...back] } : before;
    },
  };
}

const overlap = (a: Spot, b: Spot): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
