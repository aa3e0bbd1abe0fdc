import type { Resource } from '../../istio/index.ts';
import type { Weighted } from '../clusters/destinations.ts';
import type { EgressScope } from '../scope/scope.ts';
import type { MeshService } from '../scope/service.ts';

/** The rule of a VirtualService that a chain was made of. */
export interface ChainRule {
  readonly virtualService: Resource;
  readonly section: 'tls' | 'tcp';
  readonly index: number;
  readonly match: number | null;
}

/** Which HTTP route table a chain uses. */
export interface RouteTable {
  readonly port: number;
  readonly egress: EgressScope;
  /** Where the port's protocol is not told and the service has an address: a table for it alone, whatever the Host. */
  readonly only: MeshService | null;
}

/** A filter chain of a listener: HTTP is routed, everything else is passed on as bytes. */
export type Chain =
  | { readonly kind: 'http'; readonly prefix: string | null; readonly table: RouteTable }
  | {
      readonly kind: 'bytes';
      /** A range of addresses that must be dialled; null for any. */
      readonly prefix: string | null;
      /** Names that the TLS client must ask for; null for any, and for none. */
      readonly sni: readonly string[] | null;
      readonly clusters: readonly Weighted[];
      readonly rule: ChainRule | null;
      readonly service: MeshService;
    };

/** An address and a port at which a proxy takes connections. */
export interface Listener {
  /** As Envoy names it: `0.0.0.0_443`. */
  readonly name: string;
  readonly chains: readonly Chain[];
}
