import type { ComparedRequest, TrafficDifference } from '../../../../traffic/index.ts';

/** Which of the differences are listed. */
export type Filter = 'all' | 'breaks' | 'expectations';

/** A line of the list: a difference with its first request, or another request to which the same happens. */
export interface Entry {
  readonly key: string;
  /** Of the difference. */
  readonly of: string;
  readonly one: ComparedRequest;
  readonly difference: TrafficDifference;
  /** So many others it concerns; null for one of these others. */
  readonly others: number | null;
}

/** The lines of the list, the gravest first; `open` are the differences of which all requests are listed. */
export const entriesOf = (
  differences: readonly TrafficDifference[],
  filter: Filter,
  open: ReadonlySet<string>,
): readonly Entry[] =>
  differences.flatMap((difference) => {
    const [first, ...others] = difference.requests.filter((one) => passes(filter, difference, one));
    if (!first) return [];
    const of = keyOf(first);
    return [
      { key: of, of, one: first, difference, others: others.length },
      ...(open.has(of) ? others : []).map((one) => ({
        key: keyOf(one),
        of,
        one,
        difference,
        others: null,
      })),
    ];
  });

/** How many differences each filter lists. */
export function filterCounts(differences: readonly TrafficDifference[]): Readonly<Record<Filter, number>> {
  const count = (filter: Filter): number =>
    differences.filter((each) => each.requests.some((one) => passes(filter, each, one))).length;
  return { all: differences.length, breaks: count('breaks'), expectations: count('expectations') };
}

const passes = (filter: Filter, { verdict }: TrafficDifference, { expectation }: ComparedRequest): boolean =>
  filter === 'all' || (filter === 'breaks' ? verdict === 'breaks' : expectation !== undefined);

/** The same for the same request, or expectation, whenever it is compared. */
const keyOf = ({ request, title, expectation }: ComparedRequest): string =>
  JSON.stringify([expectation ? [expectation.file, title] : null, request]);
