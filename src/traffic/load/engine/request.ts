import type { ClusterState } from './cluster.ts';
import type { Connection, Streamed } from './connection-pool.ts';
import type { Upstream } from './upstream.ts';

/** A request on its way, or the copy of one. */
export class Sent implements Streamed<Sent> {
  readonly caller: number;
  readonly born: number;
  readonly hash: number;
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
  ended = false;

  constructor(caller: number, born: number, hash: number, isCopy: boolean) {
    this.caller = caller;
    this.born = born;
    this.hash = hash;
    this.isCopy = isCopy;
  }
}
