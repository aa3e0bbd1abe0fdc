import type { Balanced, HashBalancer, Share } from './balancer.ts';
import { asNumber, hashOfText } from './hash.ts';

/** Envoy's own limit. */
const LARGEST_RING = 8_388_608;

/**
 * Points on a ring, at least so many in all and for each host by its share; a request goes to the next point from its hash on,
 * and with each further attempt to the point after that.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/load_balancers#ring-hash
 */
export function ringHash<H extends Balanced>(
  shares: readonly [Share<H>, ...Share<H>[]],
  leastSize: number,
): HashBalancer<H> {
  const smallest = Math.min(...shares.map(({ share }) => share));
  const scale = Math.min(Math.ceil(smallest * leastSize) / smallest, LARGEST_RING);
  const points: { readonly hash: number; readonly host: H }[] = [];
  let target = 0;
  for (const { host, share } of shares) {
    target += scale * share;
    for (let each = 0; points.length < target - 1e-6; each++)
      points.push({ hash: asNumber(hashOfText(`${host.address}_${each}`)), host });
  }
  points.sort((a, b) => a.hash - b.hash);
  return (wanted, attempt) => {
    const hash = asNumber(wanted);
    let [low, high] = [0, points.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((points[middle]?.hash ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    return points[(low + attempt) % points.length]?.host ?? shares[0].host;
  };
}
