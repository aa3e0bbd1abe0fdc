import { plainRequest, type Request } from '../request.ts';
import type { SaidOutcome } from '../words/say-outcome.ts';

/** What becomes of one request before and after. */
export interface ComparedRequest {
  /** A few words that tell it from the others; the name of an expectation. */
  readonly title: string;
  readonly from: 'expectation' | 'suggested' | 'edge';
  readonly request: Request;
  readonly before: SaidOutcome;
  readonly after: SaidOutcome;
  /** Of an expectation: where it stands, and whether it holds. */
  readonly expectation?: {
    readonly file: string;
    readonly document: number;
    readonly index: number;
    readonly heldBefore: boolean;
    readonly holdsAfter: boolean;
  };
}

/** One text for requests that are the same on the wire and of the same caller, however they are written. Throws as `plainRequest` does. */
export function requestName(request: Request): string {
  const { caller, headers = {}, ...rest } = plainRequest(request);
  const { kind, namespace, labels = {}, locality } = caller;
  return JSON.stringify([kind, namespace, sorted(labels), locality, sorted(headers), sorted(rest)]);
}

const sorted = (map: object): readonly unknown[] =>
  Object.entries(map)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
