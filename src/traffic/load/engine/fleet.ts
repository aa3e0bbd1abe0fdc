import type { Flag } from './answer.ts';
import { Server } from './behaviour.ts';
import { ClusterState } from './cluster.ts';
import { ConnectionPool } from './connection-pool.ts';
import type { ClusterPlan } from './plan.ts';
import type { Sent } from './request.ts';
import type { Reset } from './retry-on.ts';
import type { RunState } from './run-state.ts';
import { Upstream } from './upstream.ts';

/** What becomes of requests at their hosts. */
export interface FleetEvents {
  /** The request is on its way to its host. */
  carried(request: Sent): void;
  /** No answer will come. */
  lost(request: Sent, reset: Reset, flags: readonly Flag[]): void;
  /** The connection that it was on broke off. */
  broken(request: Sent): void;
}

/** The sidecars' clusters with their pools, and the servers behind them. */
export class Fleet {
  readonly #state: RunState;
  readonly #events: FleetEvents;
  readonly #servers: readonly (readonly Server[])[];
  /** By caller, then by cluster. */
  readonly clusters: readonly (readonly ClusterState<Sent>[])[];

  constructor(state: RunState, events: FleetEvents) {
    this.#state = state;
    this.#events = events;
    const { plan, queue } = state;
    this.#servers = plan.clusters.map(({ hosts }) => hosts.map(({ behaviour }) => new Server(behaviour)));
    this.clusters = Array.from({ length: plan.callers }, (_, caller) =>
      plan.clusters.map((cluster, index) => this.#cluster(cluster, index, caller)),
    );
    for (const [cluster, servers] of this.#servers.entries())
      for (const [host, server] of servers.entries())
        for (const time of server.changes) queue.plan(time, () => this.#change(cluster, host, server));
  }

  #cluster(plan: ClusterPlan, index: number, caller: number): ClusterState<Sent> {
    const { recorder, choices } = this.#state;
    const clock = () => this.#state.now;
    const hosts = plan.hosts.map((host, at) => {
      const server = this.#servers[index]?.[at] ?? new Server(host.behaviour);
      return new Upstream<Sent>(host, at, server, plan.balancer.warmup, clock);
    });
    const { ejections } = recorder;
    const cluster = new ClusterState<Sent>(plan, index, hosts, choices, {
      ejected: (host, cause) => {
        ejections.push({
          caller,
          cluster: index,
          host: host.index,
          at: clock(),
          until: undefined,
          cause,
          times: host.backoff,
        });
        cluster.changed();
        host.drain();
      },
      kept: () => recorder.signal(index, 'kept', clock()),
      returned: (host) => {
        const last = ejections.findLast(
          (each) => each.caller === caller && each.cluster === index && each.host === host.index,
        );
        if (last) last.until = clock();
        cluster.changed();
      },
    });
    for (const host of hosts)
      host.pools = Array.from({ length: this.#state.plan.workers ?? 1 }, () => this.#pool(cluster, host));
    const { outlier } = cluster;
    if (plan.outlier && outlier) this.#sweepEvery(plan.outlier.interval, (now) => outlier.sweep(now));
    return cluster;
  }

  #sweepEvery(interval: number, sweep: (now: number) => void): void {
    const state = this.#state;
    state.queue.plan(state.now + interval, () => {
      sweep(state.now);
      this.#sweepEvery(interval, sweep);
    });
  }

  #pool(cluster: ClusterState<Sent>, host: Upstream<Sent>): ConnectionPool<Sent> {
    const { connectTimeout, maxConnectionDuration = Infinity } = cluster.plan.pool;
    const state = this.#state;
    const signal = (name: Parameters<typeof state.recorder.signal>[1]) =>
      state.recorder.signal(cluster.index, name, state.now);
    const pool = new ConnectionPool<Sent>(cluster.limits, {
      carried: (request) => this.#events.carried(request),
      overflow: (request, limit) => {
        signal(limit === 'pending' ? 'overflow-pending' : 'overflow-requests');
        this.#events.lost(request, 'overflow', ['UO']);
      },
      unconnected: (request) => this.#events.lost(request, 'connect', ['UF']),
      held: () => signal('connections-held'),
      connecting: (connection) => {
        const takes = host.server.behaves.does === 'unreachable' ? Infinity : host.server.plan.connect;
        if (takes > connectTimeout)
          state.queue.plan(state.now + connectTimeout, () => {
            if (connection.open) signal('connect-timeout');
            pool.failed(connection);
          });
        else
          state.queue.plan(state.now + takes, () => {
            if (host.server.behaves.does === 'refuses') {
              if (connection.open) signal('connect-refused');
              return pool.failed(connection);
            }
            state.queue.plan(state.now + maxConnectionDuration, () => pool.expire(connection));
            pool.connected(connection, state.now);
          });
      },
    });
    return pool;
  }

  /** What the script has a server do from now on. */
  #change(cluster: number, host: number, server: Server): void {
    server.change(this.#state.now);
    const { does } = server.behaves;
    for (const clusters of this.clusters) {
      const state = clusters[cluster];
      const upstream = state?.hosts[host];
      if (!state || !upstream) continue;
      if (upstream.away !== (does === 'away')) {
        upstream.away = does === 'away';
        if (upstream.away) {
          state.outlier?.forget(upstream);
          upstream.drain();
        } else upstream.since = this.#state.now;
        state.changed();
      }
      if (does === 'refuses')
        for (const request of [...upstream.sessions, ...upstream.pools.flatMap((pool) => pool.breakOff())])
          this.#events.broken(request);
    }
  }
}
