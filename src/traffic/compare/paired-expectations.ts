import type { PlacedExpectation } from '../expect/check.ts';

/** An expectation, and the text that it had before: none where nobody expected it then. */
export interface ExpectedInBoth {
  readonly now: PlacedExpectation;
  readonly was: PlacedExpectation | undefined;
}

/**
 * Which expectation of before one of now is: of the same file and name; of several with one name the first stands for the
 * first. Each is given once.
 */
export function pairedExpectations(
  before: readonly PlacedExpectation[],
): (now: PlacedExpectation) => PlacedExpectation | undefined {
  const known = new Map<string, PlacedExpectation[]>();
  for (const placed of before) known.set(nameOf(placed), [...(known.get(nameOf(placed)) ?? []), placed]);
  return (now) => known.get(nameOf(now))?.shift();
}

const nameOf = ({ file, expectation }: PlacedExpectation): string => JSON.stringify([file, expectation.name]);

/** Whether it asks the same and wants the same as before. */
export const saysTheSame = ({ now, was }: ExpectedInBoth): boolean =>
  was === undefined || JSON.stringify(now.expectation) === JSON.stringify(was.expectation);
