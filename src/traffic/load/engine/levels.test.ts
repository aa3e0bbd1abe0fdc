import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../many/random.ts';
import { cluster, host } from '../load.testkit.ts';
import { hashOfText } from './balancers/hash.ts';
import { levelsOf, type Choosable } from './levels.ts';
import type { ClusterPlan, HostPlan } from './plan.ts';
import { ClusterState } from './cluster.ts';
import { Server } from './behaviour.ts';
import { Upstream } from './upstream.ts';
import type { Sent } from './request.ts';

const choosable = (plan: HostPlan, ejected = false): Choosable => ({
  plan,
  address: plan.address,
  weight: () => plan.weight,
  active: 0,
  ejected,
  away: false,
});
const ring = { kind: 'ring-hash' as const, ringSize: 1024, tableSize: 65_537, warmup: null };
const KEYS = Array.from({ length: 6000 }, (_, each) => hashOfText(`k${each}`));

function shares(plan: Partial<ClusterPlan>, hosts: readonly Choosable[]): readonly number[] {
  const [level] = levelsOf(cluster(plan), hosts, randomFrom(5));
  const chosen = KEYS.map((key) => level?.choose?.(key, 0));
  return hosts.map((one) => Math.round((100 * chosen.filter((each) => each === one).length) / KEYS.length));
}
const near = (actual: readonly number[], expected: readonly number[], within: number) => {
  for (const [index, share] of expected.entries())
    expect(Math.abs((actual[index] ?? 0) - share)).toBeLessThanOrEqual(within);
};

describe('localities with weights', () => {
  const hosts = [
    choosable(host('a', { locality: 'eu/a', localityWeight: 80 })),
    choosable(host('b', { locality: 'eu/b', localityWeight: 20 })),
  ];
  // The scheduler of localities is one of deadlines: it divides exactly, not at random.
  it('are turns, exact to one request', () => {
    near(shares({ localityWeighted: true }, hosts), [80, 20], 0);
  });
  it('weigh the points of one hash ring, so that a key has one host', () => {
    near(shares({ localityWeighted: true, balancer: ring }, hosts), [80, 20], 5);
  });
  it('count for nothing where istiod asks for no weights', () => {
    near(shares({}, hosts), [50, 50], 2);
  });
  it('count for nothing in panic, but for a hash ring', () => {
    const ejected = hosts.map(({ plan }, index) => choosable(plan, index === 0));
    near(shares({ localityWeighted: true, panicThreshold: 60 }, ejected), [50, 50], 2);
    near(shares({ localityWeighted: true, panicThreshold: 60, balancer: ring }, ejected), [80, 20], 5);
  });
  it('are less where too few of their hosts are healthy; on a hash ring they are not', () => {
    const half = [
      choosable(host('a', { locality: 'eu/a', localityWeight: 50 })),
      choosable(host('b', { locality: 'eu/a', localityWeight: 50 }), true),
      choosable(host('c', { locality: 'eu/b', localityWeight: 50 })),
      choosable(host('d', { locality: 'eu/b', localityWeight: 50 })),
    ];
    // 50 × 0.5 × 1.4 = 35 against 50.
    near(shares({ localityWeighted: true }, half), [41, 0, 30, 30], 1);
    near(shares({ localityWeighted: true, balancer: ring }, half), [50, 0, 25, 25], 5);
  });
});

describe('priorities of hashed requests', () => {
  it('follow the hash as well: a key stays where it is, and the last hundredth decides', () => {
    const plans = [...['a', 'b', 'c', 'd'].map((name) => host(name)), host('far', { priority: 1 })];
    const hosts = plans.map(
      (plan, index) => new Upstream<Sent>(plan, index, new Server(plan.behaviour), null, () => 0),
    );
    for (const ejected of hosts.slice(0, 2)) ejected.ejected = true;
    const state = new ClusterState<Sent>(cluster({ balancer: ring, hosts: plans }), 0, hosts, randomFrom(1), {
      ejected: () => undefined,
      kept: () => undefined,
      returned: () => undefined,
    });
    // Two of four healthy: 50 × 1.4 = 70 percent stay.
    for (const key of KEYS.slice(0, 500)) {
      const { high, low } = key;
      const hundredth = Number(((BigInt(high) << 32n) | BigInt(low)) % 100n);
      const chosen = state.choose(key);
      expect(chosen?.plan.priority).toBe(hundredth < 70 ? 0 : 1);
      expect(state.choose(key)).toBe(chosen);
    }
  });
});
