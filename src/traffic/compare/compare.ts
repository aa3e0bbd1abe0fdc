import { regexesAtHand, type Mesh, type ResourceId } from '../../istio/index.ts';
import { expectationsIn, type PlacedExpectation } from '../expect/check.ts';
import { RequestError } from '../request.ts';
import type { RouteOptions } from '../route.ts';
import { changedResources, type ResourceDifference } from './changed-resources.ts';
import { requestName } from './compared-request.ts';
import { differenceOf, type Asked, type RequestWays } from './difference-of.ts';
import { pairedExpectations, type ExpectedInBoth } from './paired-expectations.ts';
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
  /** The files of patches that changed: what a kustomization makes of them is not worked out either. */
  readonly patches: readonly string[];
}

/** So many requests are compared at most, expectations aside. */
const MOST = 3000;

export interface CompareOptions extends RouteOptions {
  /** How many requests are compared at most, expectations aside. */
  readonly most?: number;
}

/** How far a comparison has come. */
export interface ComparisonProgress {
  /** So many requests were sent through both. */
  readonly compared: number;
  /** So many of the places that the change may touch have been looked at, of so many. */
  readonly done: number;
  readonly of: number;
}

/**
 * What a change does to traffic: sends through both meshes all that is expected of them, and what is worth asking about
 * the resources that changed, and tells of each request that comes to another end. Only what the change can touch is asked,
 * so it costs as much as the change is large. Pure.
 */
export function compareTraffic(before: Mesh, after: Mesh, options: CompareOptions = {}): TrafficComparison {
  const work = comparingTraffic(before, after, options);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** As `compareTraffic`, one request a step, so that something else can be done in between, or it can be left. */
export function* comparingTraffic(
  before: Mesh,
  after: Mesh,
  { regexes = regexesAtHand(), most = MOST }: CompareOptions = {},
): Generator<ComparisonProgress, TrafficComparison> {
  const resources = changedResources(before, after);
  const asked = new Set<string>();
  const found: RequestWays[] = [];
  let [compared, unsendable] = [0, 0];
  const ask = (asking: Asked, expected?: ExpectedInBoth): void => {
    try {
      const name = requestName(asking.request);
      // Several may be expected of one request; for all else one of it is enough.
      if (!expected && asked.has(name)) return;
      const differs = differenceOf(before, after, asking, expected, regexes);
      asked.add(name);
      compared++;
      if (differs) found.push(differs);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      unsendable++;
    }
  };
  const [expected, were] = [after, before].map((mesh) => expectationsIn(mesh).expectations);
  const paired = pairedExpectations(were ?? []);
  for (const placed of expected ?? []) {
    ask(askingExpected(placed), { now: placed, was: paired(placed) });
    yield { compared, done: 0, of: 0 };
  }
  // What is not expected any more is no promise; its requests are still good ones to compare.
  for (const placed of were ?? []) ask(askingExpected(placed));
  const work = worthAsking(before, after, resources, regexes, () => compared >= most);
  let step = work.next();
  while (!step.done) {
    const { asking, done, of } = step.value;
    ask(asking);
    yield { compared, done, of };
    step = work.next();
  }
  const changed = new Set(resources.map(({ id }) => id));
  return {
    resources,
    differences: grouped(found, changed),
    compared,
    same: compared - found.length,
    unsendable,
    leftOut: step.value,
    notEvaluated: unevaluatedChanges(resources),
    patches: [
      ...new Set(
        resources.flatMap(({ before, after }) => {
          const { patch, source } = after ?? before ?? {};
          return patch && source ? [source.file] : [];
        }),
      ),
    ],
  };
}

const askingExpected = ({ expectation: { name, request } }: PlacedExpectation): Asked => ({
  title: name,
  from: 'expectation',
  request,
});
