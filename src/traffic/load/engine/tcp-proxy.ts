import { answerName, type Flag } from './answer.ts';
import type { ClusterState } from './cluster.ts';
import { Fleet, type FleetEvents } from './fleet.ts';
import { chooseHost } from './host-choice.ts';
import { add, type Signal } from './recorder.ts';
import type { Sent } from './request.ts';
import type { RunState } from './run-state.ts';
import type { Upstream } from './upstream.ts';
import { weightedRoute } from './weighted-route.ts';

/** What Envoy's access log has for the status of what is no HTTP. */
const NO_STATUS = 0;

/**
 * Envoy's tcp_proxy: to each connection that comes in one is opened to a host, and closed with it. Nothing is tried again, and a
 * connection over the limit is closed at once.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/listeners/network_filters/tcp_proxy_filter
 */
export class TcpProxy implements FleetEvents {
  readonly #state: RunState;
  readonly #closed: () => void;
  readonly fleet: Fleet;

  /** `closed` is told of each connection that is over. */
  constructor(state: RunState, closed: () => void) {
    this.#state = state;
    this.#closed = closed;
    this.fleet = new Fleet(state, this);
  }

  take(request: Sent): void {
    const route = weightedRoute(this.#state);
    const cluster = route === null ? undefined : this.fleet.clusters[request.caller]?.[route];
    if (!cluster) return this.#end(request, ['NC']);
    const { limits, plan } = cluster;
    request.cluster = cluster;
    if (limits.connections >= plan.pool.maxConnections) {
      this.#signal(cluster, 'overflow-connections');
      return this.#end(request, ['UO']);
    }
    const host = chooseHost(request, cluster, null);
    if (!host) {
      this.#signal(cluster, 'no-healthy');
      return this.#end(request, ['UH']);
    }
    if (cluster.panics) this.#signal(cluster, 'panic');
    request.host = host;
    limits.connections++;
    this.#connect(request, cluster, host);
  }

  #connect(request: Sent, cluster: ClusterState<Sent>, host: Upstream<Sent>): void {
    const { queue, now } = this.#state;
    const { connectTimeout } = cluster.plan.pool;
    const { server } = host;
    const takes = server.behaves.does === 'unreachable' ? Infinity : server.plan.connect;
    request.pending = true;
    cluster.limits.pending++;
    queue.plan(now + Math.min(takes, connectTimeout), () => {
      request.pending = false;
      cluster.limits.pending--;
      const late = takes > connectTimeout;
      if (!late && server.behaves.does !== 'refuses') return this.#connected(request, cluster, host);
      this.#signal(cluster, late ? 'connect-timeout' : 'connect-refused');
      this.#failedAt(cluster, host);
      cluster.outlier?.failed(host, late ? 504 : 503, this.#state.now);
      // There is but one attempt, and to Envoy that limit is reached then.
      this.#over(request, ['UF', 'URX']);
    });
  }

  #connected(request: Sent, cluster: ClusterState<Sent>, host: Upstream<Sent>): void {
    const { queue, now, answers, recorder, plan } = this.#state;
    host.active++;
    host.sessions.add(request);
    cluster.limits.requests++;
    // What is said on the connection is not Envoy's to see: that it stands is all that counts as success.
    cluster.outlier?.connected(host);
    cluster.outlier?.answered(host, 200, now);
    this.#signal(cluster, 'try');
    const series = recorder.clusters[cluster.index]?.hosts[host.index];
    if (series) add(series.sent, recorder.slice(now));
    const { does } = host.server.behaves;
    const silent = does === 'hangs' || does === 'unreachable';
    const lasts = silent ? now + (plan.tcp?.idleTimeout ?? Infinity) : host.server.answersAt(now, answers);
    const most = now + (plan.tcp?.maxDuration ?? Infinity);
    const mark = ++request.mark;
    queue.plan(does === 'resets' ? now : Math.min(lasts, most), () => {
      if (request.mark !== mark) return;
      if (does === 'resets') this.#failedAt(cluster, host);
      this.#over(request, []);
    });
  }

  /** The host broke it off. */
  broken(request: Sent): void {
    const { cluster, host } = request;
    if (cluster && host) this.#failedAt(cluster, host);
    this.#over(request, []);
  }

  #over(request: Sent, flags: readonly Flag[]): void {
    const { cluster, host } = request;
    request.mark++;
    if (cluster && host) {
      cluster.limits.connections--;
      if (host.sessions.delete(request)) {
        host.active--;
        cluster.limits.requests--;
      }
    }
    this.#end(request, flags);
  }

  #end(request: Sent, flags: readonly Flag[]): void {
    if (request.ended) throw new Error('A connection has ended twice.');
    request.ended = true;
    const { recorder, now } = this.#state;
    recorder.answered(now, now - request.born, answerName(NO_STATUS, flags));
    this.#closed();
  }

  // No pool of connections is used: each is opened by itself.
  carried(): void {}
  lost(): void {}

  #failedAt({ index }: ClusterState<Sent>, host: Upstream<Sent>): void {
    const { recorder, now } = this.#state;
    const series = recorder.clusters[index]?.hosts[host.index];
    if (series) add(series.failed, recorder.slice(now));
  }

  #signal(cluster: ClusterState<Sent>, signal: Signal): void {
    this.#state.recorder.signal(cluster.index, signal, this.#state.now);
  }
}
