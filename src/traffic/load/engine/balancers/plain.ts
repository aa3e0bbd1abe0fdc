import type { Balanced, Balancer } from './balancer.ts';

/** Any host, weights aside. */
export const randomBalancer =
  <H extends Balanced>(hosts: readonly [H, ...H[]], random: () => number): Balancer<H> =>
  () =>
    hosts[Math.floor(random() * hosts.length)] ?? hosts[0];

/** One after the other, from anywhere. */
export function roundRobin<H extends Balanced>(
  hosts: readonly [H, ...H[]],
  random: () => number,
): Balancer<H> {
  let next = Math.floor(random() * hosts.length);
  return () => hosts[next++ % hosts.length] ?? hosts[0];
}

/**
 * Of two hosts drawn at random, which may be the same, the one with fewer requests: Envoy's LEAST_REQUEST where all weigh the
 * same. https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/load_balancers#weighted-least-request
 */
export function powerOfTwo<H extends Balanced>(
  hosts: readonly [H, ...H[]],
  random: () => number,
): Balancer<H> {
  const draw = randomBalancer(hosts, random);
  return () => {
    const [one, other] = [draw(), draw()];
    return other.active < one.active ? other : one;
  };
}
