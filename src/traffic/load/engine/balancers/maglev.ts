import type { Balanced, Balancer } from './balancer.ts';
import { hashOfText } from './hash.ts';

/**
 * A table that hosts fill in turn, each by an order of its own: nearly even, and little moves when a host goes.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/load_balancers#maglev
 */
export function maglev<H extends Balanced>(hosts: readonly [H, ...H[]], size: number): Balancer<H> {
  const heaviest = Math.max(...hosts.map((host) => host.weight()));
  const builders = hosts.map((host, index) => ({
    index,
    weight: host.weight(),
    offset: hashOfText(host.address) % size,
    skip: (hashOfText(host.address, 1) % (size - 1)) + 1,
    next: 0,
    turn: 0,
  }));
  const table = new Int32Array(size).fill(-1);
  let filled = 0;
  for (let round = 1; filled < size; round++) {
    for (const builder of builders) {
      // A host with half of the greatest weight takes every other turn.
      if (round * builder.weight < builder.turn) continue;
      builder.turn += heaviest;
      let at = (builder.offset + builder.skip * builder.next) % size;
      while (table[at] !== -1) at = (builder.offset + builder.skip * ++builder.next) % size;
      table[at] = builder.index;
      builder.next++;
      if (++filled === size) break;
    }
  }
  return (hash) => hosts[table[hash % size] ?? 0] ?? hosts[0];
}
