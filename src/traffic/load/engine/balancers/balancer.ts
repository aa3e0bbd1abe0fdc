import type { Hash } from './hash.ts';

/** What a load balancer looks at of a host. */
export interface Balanced {
  readonly address: string;
  /** As written, times what warming up leaves of it. */
  weight(): number;
  /** Whether it is so new that it does not get its whole share yet. */
  warming?(): boolean;
  /** Requests on their way to it and not answered. */
  active: number;
}

/** Chooses one of the hosts for which it was made; these are at least one. */
export type Balancer<H> = () => H;

/** Chooses by a hash; with each further attempt another place. */
export type HashBalancer<H> = (hash: Hash, attempt: number) => H;

/** A host, and its share of all: shares sum to 1. */
export interface Share<H> {
  readonly host: H;
  readonly share: number;
}
