import type { Balanced, Balancer } from './balancer.ts';
import { hashOfText } from './hash.ts';

/** Envoy's own limit. */
const LARGEST_RING = 8_388_608;

/**
 * Points on a ring, at least so many in all and for each host by its weight; a request goes to the next point from its hash on.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/load_balancers#ring-hash
 */
export function ringHash<H extends Balanced>(hosts: readonly [H, ...H[]], leastSize: number): Balancer<H> {
  const whole = hosts.reduce((sum, host) => sum + host.weight(), 0) || 1;
  const smallest = Math.min(...hosts.map((host) => host.weight() / whole)) || 1;
  const scale = Math.min(Math.ceil(smallest * leastSize) / smallest, LARGEST_RING);
  const points: { readonly hash: number; readonly host: H }[] = [];
  let target = 0;
  for (const host of hosts) {
    target += (scale * host.weight()) / whole;
    for (let each = 0; points.length < target - 1e-6; each++)
      points.push({ hash: hashOfText(`${host.address}_${each}`), host });
  }
  points.sort((a, b) => a.hash - b.hash);
  return (hash) => {
    let [low, high] = [0, points.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((points[middle]?.hash ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    return (points[low] ?? points[0])?.host ?? hosts[0];
  };
}
