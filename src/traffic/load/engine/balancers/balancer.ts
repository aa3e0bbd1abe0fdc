/** What a load balancer looks at of a host. */
export interface Balanced {
  readonly address: string;
  /** As written, times what warming up leaves of it. */
  weight(): number;
  /** Requests on their way to it and not answered. */
  active: number;
}

/** Chooses one of the hosts for which it was made; these are at least one. */
export type Balancer<H extends Balanced> = (hash: number) => H;
