import type { DestinationTls, OutcomeKind } from '../outcome.ts';
import type { Request } from '../request.ts';

/** Where an expectation wants requests to be copied to. */
export interface ExpectedMirror {
  readonly host: string;
  readonly subset?: string;
  readonly percent?: number;
}

/** A destination and its share. */
export interface ExpectedDestination {
  readonly host: string;
  readonly subset?: string;
  readonly port?: number;
  readonly weight?: number;
}

/** What must hold of an outcome; what is left out may be anything. */
export interface Expected {
  readonly outcome?: OutcomeKind;
  readonly status?: number;
  /** Of every destination that gets requests. A name without dots stands for any namespace's Service of that name. */
  readonly host?: string;
  readonly subset?: string;
  /** All destinations, in any order. */
  readonly destinations?: readonly ExpectedDestination[];
  /** As the destination sees them. */
  readonly scheme?: string;
  readonly authority?: string;
  readonly port?: number;
  readonly path?: string;
  readonly tls?: DestinationTls['mode'];
  readonly sni?: string;
  /** `namespace/name`, or the name alone. */
  readonly virtualService?: string;
  /** Its name, or its index from 0. */
  readonly rule?: string | number;
  readonly timeout?: string;
  /** How often it is tried again; 0 for never. */
  readonly attempts?: number;
  readonly perTryTimeout?: string;
  /** How long a fault holds up those requests that it picks. */
  readonly delay?: string;
  /** All mirrors; empty for none. */
  readonly mirrors?: readonly ExpectedMirror[];
  /** Where a redirect sends the client. */
  readonly location?: string;
}

/** What a request must do. */
export interface Expectation {
  readonly name: string;
  readonly request: Request;
  readonly expect: Expected;
}
