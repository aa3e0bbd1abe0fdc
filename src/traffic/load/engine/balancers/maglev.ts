import type { Balanced, HashBalancer, Share } from './balancer.ts';
import { hashOfText, remainder } from './hash.ts';

/**
 * A table that hosts fill in turn, each by an order of its own: nearly even, and little moves when a host goes. A further attempt
 * looks with another hash.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/load_balancers#maglev
 */
export function maglev<H extends Balanced>(
  shares: readonly [Share<H>, ...Share<H>[]],
  size: number,
): HashBalancer<H> {
  const largest = Math.max(...shares.map(({ share }) => share));
  // In the order of their addresses: the table depends on who is first.
  const inOrder = [...shares].sort((a, b) => (a.host.address < b.host.address ? -1 : 1));
  const builders = inOrder.map(({ host, share }, index) => ({
    index,
    share,
    offset: remainder(hashOfText(host.address), size),
    skip: remainder(hashOfText(host.address, 1), size - 1) + 1,
    next: 0,
    turn: 0,
  }));
  const table = new Int32Array(size).fill(-1);
  let filled = 0;
  for (let round = 1; filled < size; round++) {
    for (const builder of builders) {
      // A host with half of the largest share takes every other turn.
      if (round * builder.share < builder.turn) continue;
      builder.turn += largest;
      let at = (builder.offset + builder.skip * builder.next) % size;
      while (table[at] !== -1) at = (builder.offset + builder.skip * ++builder.next) % size;
      table[at] = builder.index;
      builder.next++;
      if (++filled === size) break;
    }
  }
  return ({ high, low }, attempt) => {
    const hash = attempt ? { high: ~high >>> 0, low: (low ^ -attempt) >>> 0 } : { high, low };
    return inOrder[table[remainder(hash, size)] ?? 0]?.host ?? shares[0].host;
  };
}
