import type { Limits } from './limits.ts';

/** A connection to a host; an HTTP/1.1 one carries one request at a time. */
export class Connection<R> {
  readonly carried: R[] = [];
  /** Requests that it has carried. */
  served = 0;
  ready = false;
  /** Takes no more; closes when it is empty. */
  draining = false;
  open = true;
  /** Since when it carries nothing. */
  idleSince = 0;
}

/** What waits for a connection, or is on one. */
export interface Streamed<R> {
  connection: Connection<R> | null;
}

export interface PoolEvents<R> {
  /** The request is on its way to the host. */
  carried(request: R): void;
  /** A limit refused it. */
  overflow(request: R, limit: 'pending' | 'requests'): void;
  /** The host could not be connected to. */
  unconnected(request: R): void;
  /** A connection is opened: say `connected` or `failed` of it later. */
  connecting(connection: Connection<R>): void;
  /** There was need of a connection, and `maxConnections` did not let it be. */
  held(): void;
}

/** Envoy opens so many connections at once at most. */
const AT_ONCE = 3;

/**
 * The connections of one worker thread of a sidecar to one host. Limits are of the whole cluster, for all workers together.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/connection_pooling
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/circuit_breaking
 */
export class ConnectionPool<R extends Streamed<R>> {
  readonly #limits: Limits;
  readonly #events: PoolEvents<R>;
  readonly #connections = new Set<Connection<R>>();
  /** Those that can take a request, the last that became so at the end. */
  readonly #ready: Connection<R>[] = [];
  #waiting: R[] = [];
  #connecting = 0;

  constructor(limits: Limits, events: PoolEvents<R>) {
    this.#limits = limits;
    this.#events = events;
  }

  get connections(): number {
    return this.#connections.size;
  }

  get #streams(): number {
    const { http2, maxConcurrentStreams, maxRequestsPerConnection } = this.#limits.plan;
    return http2 ? Math.min(maxConcurrentStreams, maxRequestsPerConnection || Infinity) : 1;
  }

  /** Sends a request: on a connection that is free, else it waits for one. */
  send(request: R): void {
    const connection = this.#ready.at(-1);
    if (connection) return this.#carry(request, connection);
    // For HTTP/2 as well: whatever needs a new connection is pending until it stands, be it for a moment.
    if (this.#limits.pending >= this.#limits.plan.maxPending)
      return this.#events.overflow(request, 'pending');
    this.#limits.pending++;
    this.#waiting.push(request);
    this.#connect(true);
  }

  /** A request that waits does so no longer. */
  giveUp(request: R): void {
    const at = this.#waiting.indexOf(request);
    if (at < 0) return;
    this.#waiting.splice(at, 1);
    this.#limits.pending--;
  }

  /** `isNew`: a request has just begun to wait, and has not been told of the limit yet. */
  #connect(isNew = false): void {
    for (let opened = 0; opened < AT_ONCE; opened++) {
      if (!this.#waiting.length) return;
      if (this.#connecting && this.#waiting.length <= this.#connecting * this.#streams) return;
      const full = this.#limits.connections >= this.#limits.plan.maxConnections;
      if (full && isNew) this.#events.held();
      // A host without any connection gets one all the same: else what waits for it would wait for ever.
      if (full && this.#connections.size) return;
      const connection = new Connection<R>();
      this.#connections.add(connection);
      this.#limits.connections++;
      this.#connecting++;
      this.#events.connecting(connection);
      if (full) return;
    }
  }

  connected(connection: Connection<R>, now: number): void {
    if (!connection.open) return;
    this.#connecting--;
    connection.idleSince = now;
    this.#free(connection);
  }

  /** Connecting failed: all that waits for this host fails with it. */
  failed(connection: Connection<R>): void {
    if (!connection.open) return;
    this.#connecting--;
    this.#drop(connection);
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#limits.pending -= waiting.length;
    for (const request of waiting) this.#events.unconnected(request);
  }

  #carry(request: R, connection: Connection<R>): void {
    const { plan } = this.#limits;
    if (this.#limits.requests >= plan.maxRequests) return this.#events.overflow(request, 'requests');
    this.#limits.requests++;
    connection.carried.push(request);
    connection.served++;
    request.connection = connection;
    if (plan.maxRequestsPerConnection && connection.served >= plan.maxRequestsPerConnection)
      connection.draining = true;
    if (connection.draining || connection.carried.length >= this.#streams) this.#unready(connection);
    this.#events.carried(request);
  }

  /** The request is over. `broken`: its connection cannot carry another. */
  release(request: R, now: number, broken: boolean): void {
    const { connection } = request;
    if (!connection) return;
    request.connection = null;
    connection.carried.splice(connection.carried.indexOf(request), 1);
    this.#limits.requests--;
    if (!connection.open) return;
    if (broken) connection.draining = true;
    if (!connection.carried.length) connection.idleSince = now;
    if (connection.draining) {
      this.#unready(connection);
      if (!connection.carried.length) this.#close(connection);
    } else this.#free(connection);
  }

  #free(connection: Connection<R>): void {
    if (!connection.ready) {
      connection.ready = true;
      this.#ready.push(connection);
    }
    while (this.#waiting.length && this.#ready.length) {
      const [request] = this.#waiting.splice(0, 1);
      const next = this.#ready.at(-1);
      if (!request || !next) return;
      this.#limits.pending--;
      this.#carry(request, next);
    }
    // Another host may have given up a connection meanwhile: nothing else would tell this pool.
    this.#connect();
  }

  #unready(connection: Connection<R>): void {
    if (!connection.ready) return;
    connection.ready = false;
    this.#ready.splice(this.#ready.lastIndexOf(connection), 1);
  }

  #drop(connection: Connection<R>): void {
    connection.open = false;
    this.#unready(connection);
    if (this.#connections.delete(connection)) this.#limits.connections--;
  }

  #close(connection: Connection<R>): void {
    this.#drop(connection);
    this.#connect();
  }

  /** `maxConnectionDuration` of a connection is over: it closes as soon as it carries nothing. */
  expire(connection: Connection<R>): void {
    if (!connection.open) return;
    connection.draining = true;
    this.#unready(connection);
    if (!connection.carried.length) this.#close(connection);
  }

  /** Closes what has been idle since before a time. */
  closeIdle(before: number): void {
    for (const connection of this.#ready.filter(
      ({ carried, idleSince }) => !carried.length && idleSince <= before,
    ))
      this.#drop(connection);
  }

  /** As on ejection: idle connections close, and those that nobody waits for; others when they are done. */
  drain(): void {
    for (const connection of this.#connections) {
      if (!connection.ready && !connection.carried.length) {
        if (this.#waiting.length) continue;
        this.#connecting--;
        this.#drop(connection);
        continue;
      }
      this.expire(connection);
    }
  }

  /** All that stands breaks off; gives the requests that were on them. What waits asks for new ones. */
  breakOff(): readonly R[] {
    const cut: R[] = [];
    for (const connection of this.#connections) {
      if (!connection.ready && !connection.carried.length) continue;
      cut.push(...connection.carried);
      this.#drop(connection);
    }
    this.#connect();
    return cut;
  }
}
