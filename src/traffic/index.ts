// What the room offers: where a request goes, and why.
export { route } from './route.ts';
export type { RouteOptions } from './route.ts';
export { RequestError } from './request.ts';
export type { Caller, Request } from './request.ts';
export type { Destination, Fault, HeaderOps, Mirror, Outcome, OutcomeKind, Retries } from './outcome.ts';
export type { Stage, Step, Trace } from './trace.ts';
export { sendMany } from './many/send-many.ts';
export type { Counted, ManyOptions, ManySent } from './many/send-many.ts';
export { passedPlaces } from './passed.ts';
export type { Passed, PassedBranch, PassedPlaces } from './passed.ts';
export { callersIn } from './callers.ts';
export type { KnownCaller } from './callers.ts';
export { sayOutcome } from './words/say-outcome.ts';
export type { SaidOutcome } from './words/say-outcome.ts';
export { factsOf } from './words/facts.ts';
export type { Fact } from './words/facts.ts';
