/** How a request ends. */
export type OutcomeKind =
  | 'forward'
  | 'redirect'
  | 'direct'
  | 'abort'
  | 'not-found'
  | 'no-cluster'
  | 'blackhole'
  | 'passthrough'
  | 'tls'
  | 'tcp'
  | 'closed';

export interface DestinationTls {
  /** `mixed`: some endpoints take mutual TLS, others plaintext. */
  readonly mode: 'none' | 'tls' | 'mtls' | 'mixed';
  /** As sent; absent for none. */
  readonly sni?: string;
  /** Mutual TLS that Istio chose, endpoint by endpoint. */
  readonly auto?: boolean;
}

/** One of the clusters that a route may pick. */
export interface Destination {
  readonly cluster: string;
  readonly host: string;
  readonly port: number;
  readonly subset?: string;
  /** As written; 100 for the only one. */
  readonly weight: number;
  /** Where it does not, Envoy answers 503 with the flag NC. */
  readonly exists: boolean;
  /** `namespace/name`. */
  readonly destinationRule?: string;
  readonly tls: DestinationTls;
  /** The application's own TLS is wrapped in TLS once more. */
  readonly doubleTls?: boolean;
}

export interface Mirror {
  readonly cluster: string;
  readonly host: string;
  readonly port: number;
  readonly subset?: string;
  readonly percent: number;
  readonly exists: boolean;
}

/** What is done to headers: `set` replaces, `add` appends. */
export interface HeaderOps {
  readonly set?: Readonly<Record<string, string>>;
  readonly add?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
}

export interface Retries {
  readonly attempts: number;
  readonly on: string;
  /** The statuses that `retriable-status-codes` stands for; absent for none. */
  readonly codes?: readonly number[];
  readonly perTryTimeout?: string;
  readonly backoff?: string;
}

export interface Fault {
  readonly delay?: { readonly fixedDelay: string; readonly percent: number };
  readonly abort?: { readonly httpStatus?: number; readonly grpcStatus?: string; readonly percent: number };
}

export interface Cors {
  readonly originAllowed: boolean;
  readonly preflight: boolean;
  readonly allowOrigin?: string;
}

/** Where a request ends, and all that counts on its way. */
export interface Outcome {
  readonly kind: OutcomeKind;
  /** The answer that a proxy gives by itself; absent where somebody else answers, or nobody in HTTP. */
  readonly status?: number;
  readonly layer?: 'http' | 'tls' | 'tcp';
  readonly listener?: string;
  readonly virtualHost?: string;
  /** `namespace/name`; the root's where it delegates. */
  readonly virtualService?: string;
  readonly rule?: {
    readonly protocol: 'http' | 'tls' | 'tcp';
    readonly index: number;
    readonly name?: string;
  };
  /** Index in the rule's matches; absent for a rule without any. */
  readonly match?: number;
  readonly delegate?: { readonly virtualService: string; readonly rule: number; readonly match?: number };
  readonly destinations?: readonly Destination[];
  readonly mirrors?: readonly Mirror[];
  /** As the destination sees it; path with query. */
  readonly upstream?: {
    readonly scheme: string;
    readonly authority: string;
    readonly path: string;
    readonly port: number;
  };
  /** `0s` for none. */
  readonly timeout?: string;
  /** Null for none. */
  readonly retries?: Retries | null;
  readonly fault?: Fault;
  readonly cors?: Cors;
  readonly hash?: object;
  readonly headers?: { readonly request: HeaderOps; readonly response: HeaderOps };
  readonly redirect?: { readonly location: string; readonly httpsRedirect?: boolean };
  readonly body?: string;
  /** Clusters without endpoints: 503 with the flag UH. */
  readonly noEndpoints?: boolean;
}
