import type { Hunk } from './hunks.ts';
import { isGhost } from './ids.ts';
import type { Demand, Unit } from './unit.ts';

/** What rules ask of hosts, by the host's unit, and who asks: the ids of the units, in order. */
export interface Demands {
  readonly byNode: ReadonlyMap<string, readonly Demand[]>;
  readonly askers: ReadonlyMap<string, readonly string[]>;
}

/** Units by id, and where they stand among the others. */
export interface Standing {
  readonly at: (id: string) => number;
  readonly unit: (id: string) => Unit | undefined;
}

/** The demands of some units. */
export function demandsOf(units: readonly Unit[]): Demands {
  const byNode = new Map<string, Demand[]>();
  const askers = new Map<string, string[]>();
  for (const { id, demands } of units) {
    for (const demand of demands) {
      const [known, asking] = [byNode.get(demand.node), askers.get(demand.node)];
      if (!known || !asking) {
        byNode.set(demand.node, [demand]);
        askers.set(demand.node, [id]);
        continue;
      }
      known.push(demand);
      if (asking.at(-1) !== id) asking.push(id);
    }
  }
  return { byNode, askers };
}

/** The demands after some units came and went; the same object where none is different. */
export function demandsAfter(before: Demands, hunks: readonly Hunk<Unit>[], { at, unit }: Standing): Demands {
  const different = hunks.filter(({ was, is }) => !asksTheSame(was, is));
  const [gone, come] = [different.flatMap(({ was }) => was), different.flatMap(({ is }) => is)];
  const nodes = new Set([...gone, ...come].flatMap(({ demands }) => demands.map(({ node }) => node)));
  if (!nodes.size) return before;
  const byNode = new Map(before.byNode);
  const askers = new Map(before.askers);
  for (const node of nodes) {
    const asking = new Set(before.askers.get(node));
    for (const { id } of gone) asking.delete(id);
    for (const { id, demands } of come) if (demands.some((demand) => demand.node === node)) asking.add(id);
    const ids = [...asking].sort((a, b) => at(a) - at(b));
    if (ids.length) {
      askers.set(node, ids);
      byNode.set(
        node,
        ids.flatMap((id) => unit(id)?.demands.filter((demand) => demand.node === node) ?? []),
      );
    } else {
      askers.delete(node);
      byNode.delete(node);
    }
  }
  return { byNode, askers };
}

const asksTheSame = (was: readonly Unit[], is: readonly Unit[]): boolean =>
  was.length === is.length && was.every((unit, n) => unit.id === is[n]?.id && unit.demands === is[n].demands);

/** The hosts asked for that no file defines, in the order in which they are first asked for. */
export function ghostsIn({ byNode, askers }: Demands, { at, unit }: Standing): readonly string[] {
  const ghosts = [...byNode.keys()].filter(isGhost).map((node) => {
    const asker = askers.get(node)?.[0] ?? '';
    return {
      node,
      asker: at(asker),
      turn: unit(asker)?.demands.findIndex((demand) => demand.node === node) ?? 0,
    };
  });
  return ghosts.sort((a, b) => a.asker - b.asker || a.turn - b.turn).map(({ node }) => node);
}
