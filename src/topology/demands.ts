import { isGhost } from './ids.ts';
import type { Demand, Unit } from './unit.ts';

/** What rules ask of hosts, by the host's unit, and who asks: the indexes of the units, in order. */
export interface Demands {
  readonly byNode: ReadonlyMap<string, readonly Demand[]>;
  readonly askers: ReadonlyMap<string, readonly number[]>;
}

/** The demands of the units from index `from` up to `to`. */
export function demandsOf(order: readonly Unit[], from: number, to: number): Demands {
  const byNode = new Map<string, Demand[]>();
  const askers = new Map<string, number[]>();
  for (let index = from; index < to; index++) {
    for (const demand of order[index]?.demands ?? []) {
      const [known, asking] = [byNode.get(demand.node), askers.get(demand.node)];
      if (!known || !asking) {
        byNode.set(demand.node, [demand]);
        askers.set(demand.node, [index]);
        continue;
      }
      known.push(demand);
      if (asking.at(-1) !== index) asking.push(index);
    }
  }
  return { byNode, askers };
}

/** The demands after some units, by index, were made anew; `order` holds them. */
export function demandsAfter(
  before: Demands,
  order: readonly Unit[],
  changed: readonly { readonly index: number; readonly before: Unit }[],
): Demands {
  const byNode = new Map(before.byNode);
  const askers = new Map(before.askers);
  const nodes = new Set<string>();
  for (const { index, before: unit } of changed) {
    for (const demand of [...unit.demands, ...(order[index]?.demands ?? [])]) nodes.add(demand.node);
  }
  for (const node of nodes) {
    const asking = new Set(before.askers.get(node));
    for (const { index } of changed) {
      if (order[index]?.demands.some((demand) => demand.node === node)) asking.add(index);
      else asking.delete(index);
    }
    const indexes = [...asking].sort((a, b) => a - b);
    if (indexes.length) {
      askers.set(node, indexes);
      byNode.set(
        node,
        indexes.flatMap((index) => order[index]?.demands.filter((demand) => demand.node === node) ?? []),
      );
    } else {
      askers.delete(node);
      byNode.delete(node);
    }
  }
  return { byNode, askers };
}

/** The hosts asked for that no file defines, in the order in which they are first asked for. */
export function ghostsIn({ byNode, askers }: Demands, order: readonly Unit[]): readonly string[] {
  const ghosts = [...byNode.keys()].filter(isGhost).map((node) => {
    const asker = askers.get(node)?.[0] ?? 0;
    return { node, asker, turn: order[asker]?.demands.findIndex((demand) => demand.node === node) ?? 0 };
  });
  return ghosts.sort((a, b) => a.asker - b.asker || a.turn - b.turn).map(({ node }) => node);
}
