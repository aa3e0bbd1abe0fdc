import { key, serviceMeant, type Mesh, type Regexes } from '../../istio/index.ts';
import { checkExpectation, type PlacedExpectation } from '../expect/check.ts';
import { journey, type Hop } from '../onward.ts';
import { onTheWire } from '../request.ts';
import { sayJourney } from '../words/say-journey.ts';
import type { ComparedRequest } from './compared-request.ts';
import { changedFacts, type FactChange } from './facts-compared.ts';
import { saysTheSame, type ExpectedInBoth } from './paired-expectations.ts';

/** A request, and what it is asked for. */
export type Asked = Pick<ComparedRequest, 'title' | 'from' | 'request'>;

/** What becomes of a request in two meshes, and its ways there. */
export interface RequestWays {
  readonly one: ComparedRequest;
  readonly ways: readonly [before: readonly Hop[], after: readonly Hop[]];
  readonly changes: readonly FactChange[];
  /** Whether it fails: as its end says, or because its name leads nowhere since the Service of that name is gone. */
  readonly fails: readonly [before: boolean, after: boolean];
}

/** Sends a request through two meshes; nothing where the same becomes of it. Throws as `route` does. */
export function differenceOf(
  before: Mesh,
  after: Mesh,
  asked: Asked,
  expected: ExpectedInBoth | undefined,
  regexes: Regexes | undefined,
): RequestWays | undefined {
  const [one, other] = [before, after].map((mesh) => journey(mesh, asked.request, { regexes })) as [
    readonly Hop[],
    readonly Hop[],
  ];
  const verdict = expected && verdicts(before, after, expected, regexes);
  const changes = changedFacts({ mesh: before, hops: one }, { mesh: after, hops: other });
  // One that was written anew and so holds no longer tells of its text, not of traffic.
  const turned = verdict && saysTheSame(expected) && verdict.heldBefore !== verdict.holdsAfter;
  if (changes.length === 0 && !turned) return undefined;
  return {
    one: {
      ...asked,
      before: sayJourney(one),
      after: sayJourney(other),
      ...(verdict && { expectation: verdict }),
    },
    ways: [one, other],
    changes,
    fails: [failsIn(before, after, one), failsIn(after, before, other)],
  };
}

/**
 * Whether a request fails at its end. What is passed through goes to whatever its name leads to; the name of a Service that
 * only the other mesh has leads nowhere.
 */
function failsIn(mesh: Mesh, other: Mesh, hops: readonly Hop[]): boolean {
  const last = hops.at(-1);
  if (last?.trace.outcome.kind !== 'passthrough') return sayJourney(hops).tone === 'bad';
  const { hostname } = onTheWire(last.request);
  const named = (each: Mesh): boolean =>
    each.has(
      key.host('Service', serviceMeant(hostname, last.request.caller.namespace, each.settings.clusterDomain)),
    );
  return sayJourney(hops).tone === 'bad' || (named(other) && !named(mesh));
}

/** Each side by what was expected of it then: what follows a change is not what was asked before it. */
function verdicts(
  before: Mesh,
  after: Mesh,
  { now, was = now }: ExpectedInBoth,
  regexes: Regexes | undefined,
): NonNullable<ComparedRequest['expectation']> {
  const { file, document, index } = now;
  const holds = (mesh: Mesh, { expectation }: PlacedExpectation): boolean =>
    checkExpectation(mesh, expectation, { regexes }).passed;
  return { file, document, index, heldBefore: holds(before, was), holdsAfter: holds(after, now) };
}
