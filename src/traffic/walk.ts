import type { MeshView, Regexes } from '../istio/index.ts';
import type { LookUp } from './clusters/destinations.ts';
import type { WireRequest } from './request.ts';
import type { Scope } from './scope/scope.ts';
import type { Recorder } from './trace.ts';

/** What every stage of one request's way needs. */
export interface Walk {
  readonly view: MeshView;
  readonly scope: Scope;
  readonly request: WireRequest;
  /** RE2; without it, what regular expressions decide is told as unknown. */
  readonly regexes: Regexes | undefined;
  readonly recorder: Recorder;
}

/** Where HTTP is routed: at which listener port, and how the hosts of destinations are looked up there. */
export interface HttpPlace {
  /** Of the listener; at a gateway of the server. */
  readonly port: number;
  readonly scheme: 'http' | 'https';
  readonly lookUp: LookUp;
}
