import type { Mesh, Regexes } from '../../istio/index.ts';
import { checkExpectation, type PlacedExpectation } from '../expect/check.ts';
import { journey, type Hop } from '../onward.ts';
import { sayJourney } from '../words/say-journey.ts';
import type { ComparedRequest } from './compared-request.ts';
import { changedFacts, type FactChange } from './facts-compared.ts';

/** A request, and what it is asked for. */
export type Asked = Pick<ComparedRequest, 'title' | 'from' | 'request'>;

/** What becomes of a request in two meshes, and its ways there. */
export interface RequestWays {
  readonly one: ComparedRequest;
  readonly ways: readonly [before: readonly Hop[], after: readonly Hop[]];
  readonly changes: readonly FactChange[];
}

/** Sends a request through two meshes; nothing where the same becomes of it. Throws as `route` does. */
export function differenceOf(
  before: Mesh,
  after: Mesh,
  asked: Asked,
  expected: PlacedExpectation | undefined,
  regexes: Regexes | undefined,
): RequestWays | undefined {
  const [one, other] = [before, after].map((mesh) => journey(mesh, asked.request, { regexes })) as [
    readonly Hop[],
    readonly Hop[],
  ];
  const verdict = expected && verdicts(before, after, expected, regexes);
  const changes = changedFacts({ mesh: before, hops: one }, { mesh: after, hops: other });
  const differs = changes.length > 0 || (verdict && verdict.heldBefore !== verdict.holdsAfter);
  if (!differs) return undefined;
  return {
    one: {
      ...asked,
      before: sayJourney(one),
      after: sayJourney(other),
      ...(verdict && { expectation: verdict }),
    },
    ways: [one, other],
    changes,
  };
}

function verdicts(
  before: Mesh,
  after: Mesh,
  { file, document, index, expectation }: PlacedExpectation,
  regexes: Regexes | undefined,
): NonNullable<ComparedRequest['expectation']> {
  const [heldBefore = false, holdsAfter = false] = [before, after].map(
    (mesh) => checkExpectation(mesh, expectation, { regexes }).passed,
  );
  return { file, document, index, heldBefore, holdsAfter };
}
