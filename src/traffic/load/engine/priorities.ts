/** Envoy's: a priority counts as whole until less than 1/1.4 of it is healthy. */
const OVERPROVISIONING = 1.4;

/** How requests are divided among priorities. */
export interface PriorityShares {
  /** Percent of each priority; they sum to 100, but for priorities without any host. */
  readonly loads: readonly number[];
  /** Where all hosts get requests, healthy or not. */
  readonly panic: readonly boolean[];
}

export interface PriorityHealth {
  readonly hosts: number;
  readonly healthy: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * The share of each priority, as Envoy computes it in whole percents.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/priority
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/panic_threshold
 */
export function priorityShares(levels: readonly PriorityHealth[], panicThreshold: number): PriorityShares {
  const health = levels.map(({ hosts, healthy }) =>
    hosts ? Math.min(100, Math.floor((OVERPROVISIONING * 100 * healthy) / hosts)) : 0,
  );
  const available = Math.min(100, sum(health));
  const isPanic = ({ hosts, healthy }: PriorityHealth): boolean =>
    (hosts ? (healthy * 100) / hosts : 0) < panicThreshold;
  if (available === 0) {
    // Nobody is healthy: without panic the first priority gets all of it, and finds nobody.
    if (panicThreshold === 0)
      return { loads: levels.map((_, index) => (index ? 0 : 100)), panic: levels.map(() => false) };
    return { loads: byHosts(levels), panic: levels.map(() => true) };
  }
  let left = 100;
  const loads = health.map((each) => {
    const load = Math.min(left, Math.floor((each * 100) / available));
    left -= load;
    return load;
  });
  const first = health.findIndex((each) => each > 0);
  loads[first] = (loads[first] ?? 0) + left;
  const panic = levels.map((level) => available < 100 && isPanic(level));
  return { loads: panic.every((each) => each) ? byHosts(levels) : loads, panic };
}

/** In total panic, by how many hosts each has. */
function byHosts(levels: readonly PriorityHealth[]): readonly number[] {
  const whole = sum(levels.map(({ hosts }) => hosts));
  const loads = levels.map(({ hosts }) => (whole ? Math.floor((100 * hosts) / whole) : 0));
  const first = levels.findIndex(({ hosts }) => hosts > 0);
  if (first >= 0) loads[first] = (loads[first] ?? 0) + 100 - sum(loads);
  return loads;
}

/** What a locality counts for among those of its priority: its weight, less where too few of its hosts are healthy. */
export const localityShare = (weight: number, healthy: number, hosts: number): number =>
  hosts ? weight * Math.min(1, (OVERPROVISIONING * healthy) / hosts) : 0;
