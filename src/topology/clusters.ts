import type { Box } from './box.ts';
import type { Item } from './lanes.ts';
import type { Lane } from './lane-lines.ts';
import { isFront, isOutside } from './ranks.ts';

/** Nodes between the gateways and the world outside that hang together: a chain, or chains that share something. */
export interface Cluster {
  /** Its items by lane, in the order of each; some lanes are empty. */
  readonly lanes: readonly Lane[];
}

/** A picture in its parts: what all traffic comes from, what hangs together, and what stands for itself. */
export interface Parts {
  readonly front: readonly Lane[];
  readonly clusters: readonly Cluster[];
  /** Collapsed namespaces: they join nearly all to all, and are looked at beside each other. */
  readonly closed: Lane;
  readonly outside: Lane;
}

/** Whose edges need the room that an item keeps free: the node that they come from. */
function ownerOf(item: Item): Item {
  let owner = item;
  for (let link = owner.before[0]; owner.box === null && link; link = owner.before[0]) owner = link.to;
  return owner;
}

type Part = 'front' | 'middle' | 'closed' | 'outside';

function partOf(item: Item): Part {
  const box = ownerOf(item).box;
  if (!box || isFront(box.rank)) return 'front';
  if (box.node.contents) return 'closed';
  return isOutside(box.rank) ? 'outside' : 'middle';
}

/**
 * Takes lanes apart. Callers and gateways join everything and hold nothing together: what hangs together is told behind
 * them. Clusters come in the order of the picture's nodes. The room that lines from the front take in lanes is given up.
 */
export function partsOf(lanes: readonly (readonly Item[])[], boxes: readonly Box[]): Parts {
  const order = new Map(boxes.map((box, index) => [box, index]));
  const orderOf = ({ box }: Item): number => (box && order.get(box)) ?? 0;
  const parts = new Map(lanes.flat().map((item) => [item, partOf(item)]));
  const nodesOf = (part: Part): Lane => lanes.flat().filter((item) => item.box && parts.get(item) === part);
  const together = unions<Item>();
  for (const [item, part] of parts) {
    if (part !== 'middle') continue;
    for (const { to } of [...item.before, ...item.after, ...item.level])
      if (parts.get(to) === 'middle') together.join(item, to);
  }
  const numbers = new Map<Item, number>();
  const byOrder = nodesOf('middle').sort((a, b) => orderOf(a) - orderOf(b));
  for (const item of byOrder) {
    const root = together.root(item);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
  }
  const clusters = Array.from(numbers, () => ({ lanes: lanes.map((): Lane => []) }));
  lanes.forEach((lane, index) => {
    for (const item of lane) clusters[numbers.get(together.root(item)) ?? -1]?.lanes[index]?.push(item);
  });
  return {
    front: lanes.map((lane) => lane.filter((item) => item.box && parts.get(item) === 'front')),
    clusters,
    closed: nodesOf('closed'),
    outside: nodesOf('outside'),
  };
}

/** Sets that grow together: what is joined has one root. */
function unions<T>(): { readonly root: (one: T) => T; readonly join: (one: T, other: T) => void } {
  const parents = new Map<T, T>();
  const root = (one: T): T => {
    let [at, above] = [one, parents.get(one)];
    while (above !== undefined) {
      const next = parents.get(above);
      if (next !== undefined) parents.set(at, next);
      [at, above] = [above, next];
    }
    return at;
  };
  const join = (one: T, other: T): void => {
    const [a, b] = [root(one), root(other)];
    if (a !== b) parents.set(b, a);
  };
  return { root, join };
}
