import { isExpectationsFile, regexesAtHand, type Mesh, type MeshView } from '../../istio/index.ts';
import { remember } from '../../routing/index.ts';
import { RequestError } from '../request.ts';
import { route, type RouteOptions } from '../route.ts';
import type { Trace } from '../trace.ts';
import { departures, type Departure } from './compare.ts';
import type { Expectation } from './expectation.ts';
import { readExpectations } from './read.ts';
import type { Objection } from './shape.ts';

/** Whether an expectation holds. */
export type Verdict =
  | { readonly passed: true; readonly trace: Trace }
  /** `trace` is missing where the request cannot be sent; then `departures` says why. */
  | { readonly passed: false; readonly trace?: Trace; readonly departures: readonly Departure[] };

/** `the path is /v2/data, not /data`. */
export const departureText = ({ what, expected, actual }: Departure): string =>
  `${what} ${PLURAL.has(what) ? 'are' : 'is'} ${actual}, not ${expected}`;

const PLURAL: ReadonlySet<string> = new Set(['the mirrors', 'the destinations']);

/** Sends the request of an expectation and compares. */
export function checkExpectation(
  view: MeshView,
  { request, expect }: Expectation,
  options: RouteOptions = {},
): Verdict {
  try {
    const trace = route(view, request, options);
    const found = departures(expect, trace.outcome);
    return found.length ? { passed: false, trace, departures: found } : { passed: true, trace };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { passed: false, departures: [{ what: 'the request', expected: 'sent', actual: error.message }] };
  }
}

/** An expectation of a workspace, and where it stands. */
export interface PlacedExpectation {
  readonly file: string;
  /** 0-based, in the file. */
  readonly document: number;
  /** In the document's `expectations`. */
  readonly index: number;
  readonly expectation: Expectation;
}

/** What a file of expectations says that was not read. */
export interface PlacedObjection extends Objection {
  readonly file: string;
  readonly document: number;
}

export interface WorkspaceExpectations {
  /** In the order of the files. */
  readonly expectations: readonly PlacedExpectation[];
  readonly objections: readonly PlacedObjection[];
}

type Document = Mesh['files'][number]['documents'][number];
const kept = new WeakMap<Document, ReturnType<typeof readExpectations>>();

function read(document: Document): ReturnType<typeof readExpectations> {
  const known = kept.get(document);
  if (known) return known;
  const made = readExpectations(document.value);
  kept.set(document, made);
  return made;
}

/** The expectations that a workspace keeps. What did not change is not read again. */
export function expectationsIn({ files }: Pick<Mesh, 'files'>): WorkspaceExpectations {
  const placed = files
    .filter(({ path }) => isExpectationsFile(path))
    .flatMap(({ path, documents }) =>
      documents.map((document, index) => ({ file: path, document: index, read: read(document) })),
    );
  return {
    expectations: placed.flatMap(({ file, document, read: { expectations } }) =>
      expectations.map((one) => ({ file, document, ...one })),
    ),
    objections: placed.flatMap(({ file, document, read: { objections } }) =>
      objections.map((one) => ({ file, document, ...one })),
    ),
  };
}

/** An expectation and whether it holds. */
export interface CheckedExpectation extends PlacedExpectation {
  readonly verdict: Verdict;
}

/** Checks all expectations of a workspace, once for each state of it. */
export const checkExpectations = (
  mesh: Mesh,
  { regexes = regexesAtHand() }: RouteOptions = {},
): readonly CheckedExpectation[] =>
  remember(mesh, `expectations ${String(regexes !== undefined)}`, () =>
    expectationsIn(mesh).expectations.map((placed) => ({
      ...placed,
      verdict: checkExpectation(mesh, placed.expectation, { regexes }),
    })),
  );
