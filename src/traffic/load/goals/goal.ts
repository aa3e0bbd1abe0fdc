/** From when to when, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `under 1%`, `at least 99%`, `at most 300ms`. */
export interface Bound {
  readonly sign: 'under' | 'at most' | 'over' | 'at least';
  readonly value: number;
}

/** What a scenario measures: shares in percent, lengths in milliseconds, tries for each request. */
export type Measured =
  | { readonly measure: 'answered' | 'errors'; readonly bound: Bound }
  | { readonly measure: 'p50' | 'p90' | 'p99'; readonly bound: Bound }
  | { readonly measure: 'tries'; readonly bound: Bound }
  /** Of the answers, by status and flags as in a report; of the tries, by where they went. */
  | {
      readonly measure: 'share';
      readonly of: 'answers' | 'endpoint' | 'locality';
      readonly what: string;
      readonly bound: Bound;
    }
  /** `who` is null for nobody at all. */
  | { readonly measure: 'ejected'; readonly who: string | null; readonly within: number };

/** Something that a scenario expects of its run. */
export type LoadGoal = Measured & {
  /** Its item under `expect`. */
  readonly index: number;
  readonly name?: string;
  /** When it is looked at; the whole run where nothing is said. */
  readonly spans: readonly Span[];
  /** The same in words: `from 10s to 40s`, `while eu-1 is in trouble`; empty for the whole run. */
  readonly during: string;
};
