import type { Hash } from './balancers/hash.ts';
import type { ClusterState } from './cluster.ts';
import type { Connection, Streamed } from './connection-pool.ts';
import type { Upstream } from './upstream.ts';

/** A request on its way, or the copy of one. */
export class Sent implements Streamed<Sent> {
  readonly caller: number;
  /** The worker thread of the sidecar that it came in on. */
  readonly worker: number;
  readonly born: number;
  /** What it is hashed by; null without a key. */
  readonly key: Hash | null;
  readonly isCopy: boolean;
  cluster: ClusterState<Sent> | null = null;
  host: Upstream<Sent> | null = null;
  connection: Connection<Sent> | null = null;
  /** When the whole exchange has taken too long. */
  deadline = Infinity;
  /** The answer that is on its way; 0 where the connection breaks off instead. */
  status = 0;
  retries = 0;
  /** Counts against the limit of retries. */
  retrying = false;
  tried: Upstream<Sent>[] | null = null;
  /** Goes up when what was planned for it no longer concerns it. */
  mark = 0;
  /** Waits for a connection. */
  pending = false;
  delayed = false;
  /** It was on its way to a host, once at least. */
  started = false;
  /** What else is to be done once it is on its way to a host, or waits for a connection to one. */
  hosted: (() => void) | null = null;
  ended = false;

  constructor(caller: number, worker: number, born: number, key: Hash | null, isCopy: boolean) {
    this.caller = caller;
    this.worker = worker;
    this.born = born;
    this.key = key;
    this.isCopy = isCopy;
  }
}
