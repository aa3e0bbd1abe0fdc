import { randomFrom } from '../../many/random.ts';
import { answerName, type Flag } from './answer.ts';
import { arrivals } from './arrivals.ts';
import { backOff } from './back-off.ts';
import { Server } from './behaviour.ts';
import { ClusterState } from './cluster.ts';
import { ConnectionPool } from './connection-pool.ts';
import { hashOfText } from './balancers/hash.ts';
import { EventQueue } from './event-queue.ts';
import type { ClusterPlan, LoadPlan, RetryPlan } from './plan.ts';
import { add, LoadRecorder, type Signal } from './recorder.ts';
import { Sent } from './request.ts';
import { retriesReset, retriesStatus, type Reset } from './retry-on.ts';
import { Upstream } from './upstream.ts';

/** Envoy draws a host again so often where the one drawn was tried already. https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry */
const OTHER_HOST_DRAWS = 5;
/** `retryRemoteLocalities`: after how many tries the priorities that were tried are left. */
const PRIORITY_TRIES = 2;
/** What a client needs between two requests, where nothing but its answers holds it up. */
const TURNAROUND = 1;

const NO_FLAGS: readonly Flag[] = [];

/** What there is of a run at a moment. */
export interface LoadRun {
  readonly plan: LoadPlan;
  readonly recorder: LoadRecorder;
  /** Milliseconds that are behind it. */
  readonly now: number;
  readonly done: boolean;
  /** Goes on to a time, at most to the end. */
  advance(until: number): void;
}

/** Begins a run: the same plan gives the same run. */
export const startRun = (plan: LoadPlan): LoadRun => new Run(plan);

class Run implements LoadRun {
  readonly plan: LoadPlan;
  readonly recorder: LoadRecorder;
  now = 0;
  readonly #queue = new EventQueue();
  // Draws of their own: another policy must not change when requests come, and how long answers take.
  readonly #arrivals: () => number;
  readonly #answers: () => number;
  readonly #choices: () => number;
  readonly #servers: readonly (readonly Server[])[];
  /** By caller, then by cluster. */
  readonly #clusters: readonly (readonly ClusterState<Sent>[])[];
  readonly #indexes = new Map<ClusterState<Sent>, number>();
  readonly #closed: boolean;
  readonly #arrivalAfter: (now: number) => number;
  #nextArrival: number;
  /** All have the same timeout: who began first is late first, and needs no place in the queue of events. */
  #late: Sent[] = [];
  #nextLate = 0;
  #nextSlice = 0;
  #free: number;
  #backlog = 0;
  #turn = 0;
  readonly #keys: readonly number[];

  constructor(plan: LoadPlan) {
    this.plan = plan;
    this.recorder = new LoadRecorder(plan);
    this.#arrivals = randomFrom(plan.seed);
    this.#answers = randomFrom(plan.seed ^ 0x5bd1e995);
    this.#choices = randomFrom(plan.seed ^ 0x2545f491);
    this.#servers = plan.clusters.map(({ hosts }) => hosts.map(({ behaviour }) => new Server(behaviour)));
    this.#clusters = Array.from({ length: plan.callers }, (_, caller) =>
      plan.clusters.map((cluster, index) => this.#cluster(cluster, index, caller)),
    );
    const { keys } = plan.arrivals;
    this.#keys = Array.from({ length: keys === 'caller' ? plan.callers : keys }, (_, key) =>
      hashOfText(`key-${key}`),
    );
    this.#free = plan.arrivals.concurrency;
    this.#closed = plan.arrivals.phases.some(({ rate }) => rate === Infinity);
    this.#arrivalAfter = arrivals(plan.arrivals, this.#arrivals);
    this.#nextArrival = this.#closed ? Infinity : this.#arrivalAfter(0);
    if (this.#closed)
      for (let client = 0; client < this.#free; client++) this.#queue.plan(0, () => this.#arrive());
    for (const [cluster, servers] of this.#servers.entries())
      for (const [host, server] of servers.entries())
        for (const time of server.changes) this.#queue.plan(time, () => this.#change(cluster, host, server));
  }

  get done(): boolean {
    return this.now >= this.plan.duration;
  }

  advance(until: number): void {
    const end = Math.min(until, this.plan.duration);
    for (;;) {
      const slice = (this.#nextSlice + 1) * this.plan.bucket;
      const late = this.#nextToBeLate();
      const lateAt = late?.deadline ?? Infinity;
      const next = Math.min(this.#queue.next, this.#nextArrival, lateAt);
      if (slice <= next && slice <= end) {
        this.now = slice;
        this.#measure();
      } else if (next >= end) break;
      else if (late && lateAt <= next) {
        this.now = lateAt;
        this.#tooLate(late);
      } else if (this.#nextArrival <= this.#queue.next) {
        this.now = this.#nextArrival;
        this.#nextArrival = this.#arrivalAfter(this.now);
        if (this.#free > 0) this.#arrive();
        else this.#backlog++;
      } else {
        const event = this.#queue.take();
        if (!event) break;
        this.now = event.time;
        event.run();
      }
    }
    this.now = end;
    if (this.done && this.#nextSlice < this.recorder.slices) this.#measure();
  }

  #nextToBeLate(): Sent | undefined {
    const late = this.#late;
    while (late[this.#nextLate]?.ended) this.#nextLate++;
    if (this.#nextLate > 1000 && this.#nextLate * 2 > late.length) {
      this.#late = late.slice(this.#nextLate);
      this.#nextLate = 0;
    }
    return this.#late[this.#nextLate];
  }

  // — A request —

  #arrive(): void {
    if (this.#free !== Infinity) this.#free--;
    const caller = this.#turn++ % this.plan.callers;
    const hash = this.#hash(caller);
    const request = new Sent(caller, this.now, hash, false);
    this.recorder.arrived(this.now);
    const { delay } = this.plan;
    if (delay && this.#choices() * 100 < delay.percent) {
      request.delayed = true;
      this.#queue.plan(this.now + delay.length, () => this.#route(request));
    } else this.#route(request);
  }

  #hash(caller: number): number {
    const keys = this.#keys;
    if (!keys.length) return Math.floor(this.#choices() * 4_294_967_296);
    const key = this.plan.arrivals.keys === 'caller' ? caller : Math.floor(this.#arrivals() * keys.length);
    return keys[key] ?? 0;
  }

  #route(request: Sent): void {
    const { abort, routes, mirrors, timeout } = this.plan;
    if (abort && this.#choices() * 100 < abort.percent) return this.#end(request, abort.status, ['FI']);
    const whole = routes.reduce((sum, { weight }) => sum + weight, 0);
    let place = routes.length > 1 ? this.#choices() * whole : 0;
    const route = routes.find(({ weight }) => (place -= weight) < 0) ?? routes[0];
    const cluster = route?.cluster === null ? undefined : this.#of(request.caller, route?.cluster);
    if (!cluster) return this.#end(request, 503, ['NC']);
    for (const mirror of mirrors)
      if (mirror.percent >= 100 || this.#choices() * 100 < mirror.percent)
        this.#copy(request, mirror.cluster);
    request.cluster = cluster;
    this.#begin(request, timeout);
  }

  #copy(original: Sent, index: number): void {
    const cluster = this.#of(original.caller, index);
    if (!cluster) return;
    const copy = new Sent(original.caller, this.now, original.hash, true);
    copy.cluster = cluster;
    this.recorder.copiesInAll++;
    const series = this.recorder.clusters[index];
    if (series) add(series.copies, this.recorder.slice(this.now));
    this.#begin(copy, this.plan.timeout);
  }

  #begin(request: Sent, timeout: number): void {
    request.deadline = this.now + timeout;
    if (timeout < Infinity) this.#late.push(request);
    this.#try(request);
  }

  #of(caller: number, cluster: number | undefined): ClusterState<Sent> | undefined {
    return cluster === undefined ? undefined : this.#clusters[caller]?.[cluster];
  }

  #try(request: Sent): void {
    const { cluster } = request;
    if (!cluster || request.ended) return;
    const host = this.#choose(request, cluster);
    if (!host) {
      this.#signal(cluster, 'no-healthy');
      return this.#end(request, 503, ['UH']);
    }
    request.host = host;
    if (cluster.panics) this.#signal(cluster, 'panic');
    request.pending = true;
    host.pool.send(request);
  }

  #choose(request: Sent, cluster: ClusterState<Sent>): Upstream<Sent> | undefined {
    const { retries } = this.plan;
    const { tried } = request;
    if (!retries || !tried) return cluster.choose(request.hash);
    const without =
      retries.otherPriorities && tried.length >= PRIORITY_TRIES
        ? new Set(
            tried.slice(0, tried.length - (tried.length % PRIORITY_TRIES)).map(({ plan }) => plan.priority),
          )
        : undefined;
    let host = cluster.choose(request.hash, without);
    for (let draw = 0; retries.avoidsTried && draw < OTHER_HOST_DRAWS && host && tried.includes(host); draw++)
      host = cluster.choose(request.hash, without);
    return host;
  }

  // — At a host —

  #carried(request: Sent): void {
    const { host, cluster } = request;
    if (!host || !cluster) return;
    request.pending = false;
    host.active++;
    cluster.outlier?.connected(host);
    this.#signal(cluster, 'try');
    const series = this.recorder.clusters[this.#index(cluster)]?.hosts[host.index];
    if (series) add(series.sent, this.recorder.slice(this.now));
    const { server } = host;
    const { does, errors, errorStatus } = server.behaves;
    const mark = ++request.mark;
    const answersAt =
      does === 'hangs' || does === 'unreachable' ? Infinity : server.answersAt(this.now, this.#answers);
    request.status = does === 'resets' ? 0 : errors > 0 && this.#answers() * 100 < errors ? errorStatus : 200;
    const tryEnds = this.now + (request.isCopy ? Infinity : (this.plan.retries?.perTryTimeout ?? Infinity));
    if (tryEnds < answersAt)
      this.#queue.plan(tryEnds, () => void (request.mark === mark && this.#tryTooLate(request)));
    else
      this.#queue.plan(answersAt, () => {
        // What was on its way when nothing came through any more never arrives.
        if (request.mark === mark && host.server.behaves.does !== 'unreachable') this.#answered(request);
      });
  }

  #release(request: Sent, broken: boolean): void {
    const { host } = request;
    request.mark++;
    if (!host || !request.connection) return;
    host.active--;
    host.pool.release(request, this.now, broken);
  }

  #answered(request: Sent): void {
    const { host, cluster, status } = request;
    if (!host || !cluster) return;
    if (!status) {
      const { http2 } = cluster.plan.pool;
      return this.#broken(request, http2 ? 'UR' : 'UC', !http2);
    }
    this.#release(request, false);
    if (status >= 500) this.#failedAt(cluster, host);
    cluster.outlier?.answered(host, status, this.now);
    const { retries } = this.plan;
    this.#orAgain(request, retries !== null && retriesStatus(retries, status), status, NO_FLAGS);
  }

  /** The connection breaks off, or of HTTP/2 only the stream. */
  #broken(request: Sent, flag: 'UC' | 'UR', connection: boolean): void {
    this.#release(request, connection);
    this.#lost(request, 'remote', [flag]);
  }

  /** No answer will come: outlier detection hears of it, and it may be tried again. */
  #lost(request: Sent, reset: Reset, flags: readonly Flag[]): void {
    const { host, cluster } = request;
    if (!host || !cluster || request.ended) return;
    request.pending = false;
    // A limit is no fault of the host: https://github.com/envoyproxy/envoy/issues/25487
    if (reset !== 'overflow') {
      this.#failedAt(cluster, host);
      cluster.outlier?.failed(host, reset === 'timeout' ? 504 : 503, this.now);
    }
    const { retries } = this.plan;
    this.#orAgain(
      request,
      retries !== null && retriesReset(retries, reset),
      reset === 'timeout' ? 504 : 503,
      flags,
    );
  }

  #tryTooLate(request: Sent): void {
    const { cluster } = request;
    if (!cluster) return;
    this.#signal(cluster, 'try-timeout');
    this.#release(request, !cluster.plan.pool.http2);
    this.#lost(request, 'timeout', ['UT']);
  }

  /** The time for the whole exchange is over. */
  #tooLate(request: Sent): void {
    if (request.ended) return;
    const { cluster, host } = request;
    if (cluster) this.#signal(cluster, 'timeout');
    if (request.connection && cluster && host) {
      this.#release(request, !cluster.plan.pool.http2);
      this.#failedAt(cluster, host);
      cluster.outlier?.failed(host, 504, this.now);
    } else if (request.pending) host?.pool.giveUp(request);
    this.#end(request, 504, ['UT']);
  }

  /** Tries again where that is allowed, else ends with this answer. */
  #orAgain(request: Sent, would: boolean, status: number, flags: readonly Flag[]): void {
    const { cluster, host } = request;
    const { retries } = this.plan;
    this.#noLongerRetrying(request);
    if (!would || !retries || !cluster || !host || request.isCopy) return this.#end(request, status, flags);
    if (request.retries >= retries.attempts) {
      this.#signal(cluster, 'retry-exhausted');
      return this.#end(request, status, [...flags, 'URX']);
    }
    request.retries++;
    if (cluster.limits.retries >= cluster.limits.maxRetries) {
      this.#signal(cluster, 'retry-overflow');
      return this.#end(request, status, [...flags, 'UO']);
    }
    this.#again(request, retries, cluster, host);
  }

  #again(request: Sent, retries: RetryPlan, cluster: ClusterState<Sent>, host: Upstream<Sent>): void {
    cluster.limits.retries++;
    request.retrying = true;
    (request.tried ??= []).push(host);
    this.#signal(cluster, 'retry');
    const waits = backOff(request.retries, retries.backoffBase, retries.backoffMax, this.#choices);
    this.#queue.plan(this.now + waits, () => this.#try(request));
  }

  #noLongerRetrying(request: Sent): void {
    if (!request.retrying || !request.cluster) return;
    request.retrying = false;
    request.cluster.limits.retries--;
  }

  #end(request: Sent, status: number, flags: readonly Flag[]): void {
    if (request.ended) throw new Error('A request has ended twice.');
    request.ended = true;
    this.#noLongerRetrying(request);
    if (request.isCopy) return;
    const all = request.delayed ? [...flags, 'DI' as const] : flags;
    this.recorder.answered(this.now, this.now - request.born, answerName(status, all));
    if (this.#free !== Infinity) this.#freed();
  }

  #freed(): void {
    this.#free++;
    if (this.#closed) this.#queue.plan(this.now + TURNAROUND, () => this.#arrive());
    else if (this.#backlog) {
      this.#backlog--;
      this.#free--;
      this.#queue.plan(this.now, () => {
        this.#free++;
        this.#arrive();
      });
    }
  }

  // — Clusters —

  #cluster(plan: ClusterPlan, index: number, caller: number): ClusterState<Sent> {
    const clock = () => this.now;
    const hosts = plan.hosts.map((host, at) => {
      const server = this.#servers[index]?.[at] ?? new Server(host.behaviour);
      return new Upstream<Sent>(host, at, server, plan.balancer.warmup, clock);
    });
    const { ejections } = this.recorder;
    const cluster = new ClusterState<Sent>(plan, hosts, this.#choices, {
      ejected: (host, cause) => {
        ejections.push({
          caller,
          cluster: index,
          host: host.index,
          at: this.now,
          until: undefined,
          cause,
          times: host.backoff,
        });
        cluster.changed();
        host.pool.drain();
      },
      kept: () => this.#signal(cluster, 'kept'),
      returned: (host) => {
        const last = ejections.findLast(
          (each) => each.caller === caller && each.cluster === index && each.host === host.index,
        );
        if (last) last.until = this.now;
        cluster.changed();
      },
    });
    this.#indexes.set(cluster, index);
    for (const host of hosts) host.pool = this.#pool(cluster, host);
    const { outlier } = cluster;
    if (plan.outlier && outlier) this.#sweepEvery(plan.outlier.interval, (now) => outlier.sweep(now));
    return cluster;
  }

  #sweepEvery(interval: number, sweep: (now: number) => void): void {
    this.#queue.plan(this.now + interval, () => {
      sweep(this.now);
      this.#sweepEvery(interval, sweep);
    });
  }

  #pool(cluster: ClusterState<Sent>, host: Upstream<Sent>): ConnectionPool<Sent> {
    const { connectTimeout } = cluster.plan.pool;
    const pool = new ConnectionPool<Sent>(cluster.limits, {
      carried: (request) => this.#carried(request),
      overflow: (request, limit) => {
        this.#signal(cluster, limit === 'pending' ? 'overflow-pending' : 'overflow-requests');
        this.#lost(request, 'overflow', ['UO']);
      },
      unconnected: (request) => this.#lost(request, 'connect', ['UF']),
      held: () => this.#signal(cluster, 'connections-held'),
      connecting: (connection) => {
        const takes = host.server.behaves.does === 'unreachable' ? Infinity : host.server.plan.connect;
        if (takes > connectTimeout)
          this.#queue.plan(this.now + connectTimeout, () => {
            if (connection.open) this.#signal(cluster, 'connect-timeout');
            pool.failed(connection);
          });
        else
          this.#queue.plan(this.now + takes, () => {
            if (host.server.behaves.does !== 'refuses') return pool.connected(connection, this.now);
            if (connection.open) this.#signal(cluster, 'connect-refused');
            pool.failed(connection);
          });
      },
    });
    return pool;
  }

  /** What the script has a server do from now on. */
  #change(cluster: number, host: number, server: Server): void {
    server.change(this.now);
    const { does } = server.behaves;
    for (const clusters of this.#clusters) {
      const state = clusters[cluster];
      const upstream = state?.hosts[host];
      if (!state || !upstream) continue;
      if (upstream.away !== (does === 'away')) {
        upstream.away = does === 'away';
        if (upstream.away) {
          state.outlier?.forget(upstream);
          upstream.pool.drain();
        } else upstream.since = this.now;
        state.changed();
      }
      if (does === 'refuses')
        for (const request of upstream.pool.breakOff()) this.#broken(request, 'UC', true);
    }
  }

  #failedAt(cluster: ClusterState<Sent>, host: Upstream<Sent>): void {
    const series = this.recorder.clusters[this.#index(cluster)]?.hosts[host.index];
    if (series) add(series.failed, this.recorder.slice(this.now));
  }

  #index(cluster: ClusterState<Sent>): number {
    return this.#indexes.get(cluster) ?? 0;
  }

  #signal(cluster: ClusterState<Sent>, signal: Signal): void {
    this.recorder.signal(this.#index(cluster), signal, this.now);
  }

  /** What there is at the end of a slice of time. */
  #measure(): void {
    const { recorder } = this;
    const slice = this.#nextSlice++;
    if (slice >= recorder.slices) return;
    recorder.underWay[slice] = recorder.sentInAll - recorder.endedInAll;
    for (const clusters of this.#clusters)
      for (const [index, cluster] of clusters.entries()) {
        const series = recorder.clusters[index];
        if (!series) continue;
        const { limits, hosts } = cluster;
        for (const host of hosts) host.pool.closeIdle(this.now - cluster.plan.pool.idleTimeout);
        add(series.connections, slice, limits.connections);
        add(series.pending, slice, limits.pending);
        add(series.active, slice, limits.requests);
        add(series.retrying, slice, limits.retries);
        for (const { ejected, index: at } of hosts) {
          if (!ejected) continue;
          add(series.ejected, slice);
          const own = series.hosts[at];
          if (own) own.ejected[slice] = (own.ejected[slice] ?? 0) + 1;
        }
      }
  }
}
