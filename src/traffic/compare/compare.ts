import { regexesAtHand, type Mesh, type Regexes, type ResourceId } from '../../istio/index.ts';
import { checkExpectation, expectationsIn, type PlacedExpectation } from '../expect/check.ts';
import { journey, type Hop } from '../onward.ts';
import { RequestError } from '../request.ts';
import type { RouteOptions } from '../route.ts';
import { sayJourney } from '../words/say-journey.ts';
import { changedResources, type ResourceDifference } from './changed-resources.ts';
import { requestName, type ComparedRequest } from './compared-request.ts';
import { changedFacts } from './facts-compared.ts';
import { grouped, type TrafficDifference } from './grouped.ts';
import { unevaluatedChanges } from './unevaluated-changes.ts';
import { worthAsking, type LeftOut } from './worth-asking.ts';

export interface TrafficComparison {
  readonly resources: readonly ResourceDifference[];
  /** The gravest first. */
  readonly differences: readonly TrafficDifference[];
  /** So many requests were sent through both. */
  readonly compared: number;
  readonly same: number;
  /** Expectations whose request cannot be sent. */
  readonly unsendable: number;
  /** What the change may touch and was not asked about, because it is too much. */
  readonly leftOut: LeftOut;
  /** Resources that changed and may change what becomes of requests in ways that are not worked out. */
  readonly notEvaluated: readonly ResourceId[];
}

/** So many requests are compared at most, expectations aside. */
const MOST = 3000;

export interface CompareOptions extends RouteOptions {
  /** How many requests are compared at most, expectations aside. */
  readonly most?: number;
}

/**
 * What a change does to traffic: sends through both meshes all that is expected of them, and what is worth asking about
 * the resources that changed, and tells of each request that comes to another end. Only what the change can touch is asked,
 * so it costs as much as the change is large. Pure.
 */
export function compareTraffic(
  before: Mesh,
  after: Mesh,
  { regexes = regexesAtHand(), most = MOST }: CompareOptions = {},
): TrafficComparison {
  const resources = changedResources(before, after);
  const seen = new Set<string>();
  const found: { readonly one: ComparedRequest; readonly ways: readonly [readonly Hop[], readonly Hop[]] }[] =
    [];
  let unsendable = 0;
  const ask = (
    asking: Pick<ComparedRequest, 'title' | 'from' | 'request'>,
    placed?: PlacedExpectation,
  ): void => {
    try {
      const name = requestName(asking.request);
      if (seen.has(name)) return;
      const ways = [before, after].map((mesh) => journey(mesh, asking.request, { regexes }));
      seen.add(name);
      const [one = [], other = []] = ways;
      const verdict = placed && verdicts(before, after, placed, regexes);
      if (!changedFacts(one, other).length && (!verdict || verdict.heldBefore === verdict.holdsAfter)) return;
      found.push({
        one: {
          ...asking,
          before: sayJourney(one),
          after: sayJourney(other),
          ...(placed &&
            verdict && {
              expectation: { file: placed.file, document: placed.document, index: placed.index, ...verdict },
            }),
        },
        ways: [one, other],
      });
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      unsendable++;
    }
  };
  for (const placed of [after, before].flatMap((mesh) => expectationsIn(mesh).expectations))
    ask({ title: placed.expectation.name, from: 'expectation', request: placed.expectation.request }, placed);
  const leftOut = worthAsking(before, after, resources, regexes, (asking) => {
    ask(asking);
    return seen.size < most;
  });
  const changed = new Set(resources.map(({ id }) => id));
  return {
    resources,
    differences: grouped(found, changed),
    compared: seen.size,
    same: seen.size - found.length,
    unsendable,
    leftOut,
    notEvaluated: unevaluatedChanges(resources),
  };
}

const verdicts = (
  before: Mesh,
  after: Mesh,
  { expectation }: PlacedExpectation,
  regexes: Regexes | undefined,
): { readonly heldBefore: boolean; readonly holdsAfter: boolean } => ({
  heldBefore: checkExpectation(before, expectation, { regexes }).passed,
  holdsAfter: checkExpectation(after, expectation, { regexes }).passed,
});
