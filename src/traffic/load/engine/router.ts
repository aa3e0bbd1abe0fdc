import { answerName, type Flag } from './answer.ts';
import { backOff } from './back-off.ts';
import type { ClusterState } from './cluster.ts';
import { Deadlines } from './deadlines.ts';
import { Fleet, type FleetEvents } from './fleet.ts';
import { grpcOf, grpcOfProxy } from './grpc.ts';
import { chooseHost } from './host-choice.ts';
import { add, type Signal } from './recorder.ts';
import type { Sent } from './request.ts';
import { retriesReset, retriesStatus, type Reset } from './retry-on.ts';
import type { RunState } from './run-state.ts';
import type { Upstream } from './upstream.ts';

const NO_FLAGS: readonly Flag[] = [];

type Again = 'yes' | 'no' | 'URX' | 'UO';

/** Envoy's router: tries, timeouts, retries, and the answer that comes of them. */
export class Router implements FleetEvents {
  readonly #state: RunState;
  readonly #answered: () => void;
  readonly fleet: Fleet;
  readonly deadlines = new Deadlines();

  /** `answered` is told of each answer that a client gets. */
  constructor(state: RunState, answered: () => void) {
    this.#state = state;
    this.#answered = answered;
    this.fleet = new Fleet(state, this);
  }

  /** A cluster as a sidecar has it. */
  cluster(caller: number, index: number | null): ClusterState<Sent> | undefined {
    return index === null ? undefined : this.fleet.clusters[caller]?.[index];
  }

  /** From here on the time for the whole exchange counts. */
  begin(request: Sent, cluster: ClusterState<Sent>, timeout: number): void {
    request.cluster = cluster;
    request.deadline = this.#state.now + timeout;
    if (timeout < Infinity) this.deadlines.add(request);
    this.#try(request);
  }

  #try(request: Sent): void {
    const { cluster } = request;
    if (!cluster || request.ended) return;
    const host = chooseHost(request, cluster, this.#state.plan.retries);
    if (!host) {
      this.#signal(cluster, 'no-healthy');
      return this.end(request, 503, ['UH']);
    }
    request.host = host;
    if (cluster.panics) this.#signal(cluster, 'panic');
    request.pending = true;
    const { hosted } = request;
    request.hosted = null;
    host.pools[request.worker]?.send(request);
    if (!request.ended) hosted?.();
  }

  // — At a host —

  carried(request: Sent): void {
    const { host, cluster } = request;
    if (!host || !cluster) return;
    const { now, recorder, queue, answers, plan } = this.#state;
    request.pending = false;
    request.started = true;
    host.active++;
    cluster.outlier?.connected(host);
    this.#signal(cluster, 'try');
    const series = recorder.clusters[cluster.index]?.hosts[host.index];
    if (series) add(series.sent, recorder.slice(now));
    const { server } = host;
    const { does, errors, errorStatus } = server.behaves;
    const mark = ++request.mark;
    const answersAt = does === 'hangs' || does === 'unreachable' ? Infinity : server.answersAt(now, answers);
    request.status = does === 'resets' ? 0 : errors > 0 && answers() * 100 < errors ? errorStatus : 200;
    const tryEnds = now + (request.isCopy ? Infinity : (plan.retries?.perTryTimeout ?? Infinity));
    if (tryEnds < answersAt)
      queue.plan(tryEnds, () => void (request.mark === mark && this.#tryTooLate(request)));
    else
      queue.plan(answersAt, () => {
        // What was on its way when nothing came through any more never arrives.
        if (request.mark === mark && host.server.behaves.does !== 'unreachable') this.#hasAnswer(request);
      });
  }

  #release(request: Sent, broken: boolean): void {
    const { host } = request;
    request.mark++;
    if (!host || !request.connection) return;
    host.active--;
    host.pools[request.worker]?.release(request, this.#state.now, broken);
  }

  #hasAnswer(request: Sent): void {
    const { host, cluster, status } = request;
    if (!host || !cluster) return;
    if (!status) {
      const { http2 } = cluster.plan.pool;
      this.#release(request, !http2);
      return this.lost(request, 'remote', [http2 ? 'UR' : 'UC']);
    }
    if (status >= 500) this.#failedAt(cluster, host);
    cluster.outlier?.answered(host, status, this.#state.now);
    const { retries } = this.#state.plan;
    // Its headers are there, and its stream is not over yet: a retry budget counts it among the requests.
    const again = this.#mayTryAgain(request, retries !== null && retriesStatus(retries, status));
    // To try again Envoy drops the answer before its body, with which an HTTP/1.1 connection is lost.
    this.#release(request, again === 'yes' && !cluster.plan.pool.http2);
    this.#orEnd(request, again, status, NO_FLAGS, false);
  }

  broken(request: Sent): void {
    this.#release(request, true);
    this.lost(request, 'remote', ['UC']);
  }

  /** Outlier detection hears of it, and it may be tried again. */
  lost(request: Sent, reset: Reset, flags: readonly Flag[]): void {
    const { host, cluster } = request;
    if (!host || !cluster || request.ended) return;
    const status = reset === 'timeout' ? 504 : 503;
    request.pending = false;
    // A limit is no fault of the host: https://github.com/envoyproxy/envoy/issues/25487
    if (reset !== 'overflow') {
      this.#failedAt(cluster, host);
      cluster.outlier?.failed(host, status, this.#state.now);
    }
    const { retries } = this.#state.plan;
    const would = retries !== null && retriesReset(retries, reset, request.started);
    this.#orEnd(request, this.#mayTryAgain(request, would), status, flags, true);
  }

  #tryTooLate(request: Sent): void {
    const { cluster } = request;
    if (!cluster) return;
    this.#signal(cluster, 'try-timeout');
    this.#release(request, !cluster.plan.pool.http2);
    this.lost(request, 'timeout', ['UT']);
  }

  /** The time for the whole exchange is over. */
  tooLate(request: Sent): void {
    if (request.ended) return;
    const { cluster, host } = request;
    if (cluster) this.#signal(cluster, 'timeout');
    if (request.connection && cluster && host) {
      this.#release(request, !cluster.plan.pool.http2);
      this.#failedAt(cluster, host);
      cluster.outlier?.failed(host, 504, this.#state.now);
    } else if (request.pending) host?.pools[request.worker]?.giveUp(request);
    this.end(request, 504, ['UT']);
  }

  // — Again, or the end —

  /** Whether it is tried again: if not, with the flag that says why. */
  #mayTryAgain(request: Sent, would: boolean): Again {
    const { cluster } = request;
    const { retries } = this.#state.plan;
    noLongerRetrying(request);
    if (!would || !retries || !cluster || request.isCopy) return 'no';
    if (request.retries >= retries.attempts) {
      this.#signal(cluster, 'retry-exhausted');
      return 'URX';
    }
    request.retries++;
    if (cluster.limits.retries < cluster.limits.maxRetries) return 'yes';
    this.#signal(cluster, 'retry-overflow');
    return 'UO';
  }

  #orEnd(request: Sent, again: Again, status: number, flags: readonly Flag[], byProxy: boolean): void {
    const { cluster, host } = request;
    const { queue, now, choices, plan } = this.#state;
    if (again !== 'yes' || !plan.retries || !cluster || !host)
      return this.#end(request, status, again === 'UO' || again === 'URX' ? [...flags, again] : flags, {
        grpc: byProxy ? grpcOfProxy(status) : grpcOf(status),
      });
    cluster.limits.retries++;
    request.retrying = true;
    (request.tried ??= []).push(host);
    this.#signal(cluster, 'retry');
    const { backoffBase, backoffMax } = plan.retries;
    queue.plan(now + backOff(request.retries, backoffBase, backoffMax, choices), () => this.#try(request));
  }

  /** The proxy answers by itself; `grpc` where its status of gRPC does not follow from the status. */
  end(request: Sent, status: number, flags: readonly Flag[], grpc = grpcOfProxy(status)): void {
    this.#end(request, status, flags, { grpc });
  }

  #end(
    request: Sent,
    status: number,
    flags: readonly Flag[],
    { grpc }: { readonly grpc: string | undefined },
  ): void {
    if (request.ended) throw new Error('A request has ended twice.');
    request.ended = true;
    noLongerRetrying(request);
    if (request.isCopy) return;
    const { recorder, now, plan } = this.#state;
    const all = request.delayed ? [...flags, 'DI' as const] : flags;
    const name = plan.grpc && grpc ? answerName(200, all, grpc) : answerName(status, all);
    recorder.answered(now, now - request.born, name);
    this.#answered();
  }

  #failedAt({ index }: ClusterState<Sent>, host: Upstream<Sent>): void {
    const { recorder, now } = this.#state;
    const series = recorder.clusters[index]?.hosts[host.index];
    if (series) add(series.failed, recorder.slice(now));
  }

  #signal(cluster: ClusterState<Sent>, signal: Signal): void {
    this.#state.recorder.signal(cluster.index, signal, this.#state.now);
  }
}

function noLongerRetrying(request: Sent): void {
  if (!request.retrying || !request.cluster) return;
  request.retrying = false;
  request.cluster.limits.retries--;
}
