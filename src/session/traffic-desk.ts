import type { GivenSettings, Mesh, ResourceId } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';
import {
  checkExpectation,
  coverage,
  departureText,
  expectationsIn,
  requestTo,
  RequestError,
  sendMany,
  suggestRequests,
  whyNot,
  journey,
  type ComparisonProgress,
  type Coverage,
  type Hop,
  type ManySent,
  type Outcome,
  type PlacedExpectation,
  type PlacedObjection,
  type Request,
  type RequestHere,
  type RuleRef,
  type Suggestion,
  type Suggestions,
  type Trace,
  type UnreachableRule,
  type WhyNot,
} from '../traffic/index.ts';
import type { Path } from '../yaml/index.ts';
import { createParseCache } from '../yaml/index.ts';
import { comparingSides, type SidesCompared } from './compare-sides.ts';
import { createDeskMesh } from './desk-mesh.ts';

/** An expectation of the workspace, and in what it fails: nothing where it holds. */
export interface ToldExpectation extends PlacedExpectation {
  /** Undefined where the request cannot be sent. */
  readonly outcome: Outcome | undefined;
  /** Whole phrases, such as `the path is /a, not /b`. */
  readonly departures: readonly string[];
}

/** Everything that is asked of a workspace's traffic, and what is answered. All of it is plain data. */
export interface TrafficQuestions {
  /** Where one request goes; `pick` draws who takes it, `many` counts how many of them do. */
  readonly route: {
    readonly asked: {
      readonly request: Request;
      readonly pick: number;
      readonly many?: { readonly count: number; readonly seed: number } | undefined;
    };
    readonly told: {
      readonly trace: Trace;
      /** Which of its destinations takes it. */
      readonly picked: number;
      /** What gateways of the mesh make of it, where it comes to one. */
      readonly onward: readonly Hop[];
      /** Of each proxy on its way. */
      readonly many?: readonly ManySent[];
    };
  };
  readonly suggest: { readonly asked: object; readonly told: Suggestions };
  readonly expectations: {
    readonly asked: object;
    readonly told: {
      readonly expectations: readonly ToldExpectation[];
      readonly objections: readonly PlacedObjection[];
      readonly coverage: Coverage;
    };
  };
  readonly 'why-not': {
    readonly asked: { readonly request: Request; readonly rule: RuleRef };
    readonly told: WhyNot;
  };
  readonly here: {
    readonly asked: { readonly resource: ResourceId; readonly path: Path };
    readonly told: RequestHere;
  };
  /** What becomes of requests in the files before, and in those now. */
  readonly compare: { readonly asked: object; readonly told: ToldComparison };
  /** Where one request went in the files before, and where it goes now. */
  readonly ways: {
    readonly asked: { readonly request: Request };
    readonly told: { readonly before: readonly Hop[]; readonly now: readonly Hop[] };
  };
}

/** A comparison without the resources themselves: how many changed. */
export interface ToldComparison extends Omit<SidesCompared, 'resources'> {
  readonly resources: number;
}

export type QuestionKind = keyof TrafficQuestions;
export type Asked<K extends QuestionKind> = TrafficQuestions[K]['asked'];
export type Told<K extends QuestionKind> = TrafficQuestions[K]['told'];

/** An answer, or why there is none: the request cannot be sent. */
export type Reply<K extends QuestionKind> = { readonly told: Told<K> } | { readonly refused: string };

/** Works on an answer step by step; tells of some how far it is. */
export type Working<K extends QuestionKind> = Generator<ComparisonProgress | void, Reply<K>>;

/** Answers questions about the traffic of a workspace. It keeps its own mesh, so that it can live away from the page. */
export interface TrafficDesk {
  /** The files as they are now, and those that they are compared with; what did not change is not read again. */
  update(files: readonly TextFile[], before?: readonly TextFile[]): void;
  /** Works on an answer step by step, so that something else can be answered in between. */
  ask<K extends QuestionKind>(kind: K, asked: Asked<K>): Working<K>;
}

export function createTrafficDesk(settings: GivenSettings = {}): TrafficDesk {
  // What is the same before and after is read once, and then known to be the same.
  const cache = createParseCache();
  const meshOf = createDeskMesh(settings, cache);
  const meshBefore = createDeskMesh(settings, cache);
  let mesh: Mesh | undefined;
  let before: Mesh | undefined;
  const answers: {
    readonly [K in QuestionKind]: (
      mesh: Mesh,
      asked: Asked<K>,
    ) => Generator<ComparisonProgress | void, Told<K>>;
  } = {
    route: routed,
    suggest: suggested,
    expectations: checked,
    'why-not': whyNotOf,
    here: requestHere,
    *compare(now) {
      const { resources, ...told } = yield* comparingSides((before ??= meshBefore([])), now, settings);
      return { ...told, resources: resources.length };
    },
    *ways(now, { request }) {
      const was = journey((before ??= meshBefore([])), request);
      yield;
      return { before: was, now: journey(now, request) };
    },
  };
  return {
    update(files, filesBefore) {
      mesh = meshOf(files);
      if (filesBefore) before = meshBefore(filesBefore);
    },
    *ask(kind, asked) {
      try {
        return { told: yield* answers[kind]((mesh ??= meshOf([])), asked) };
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        return { refused: error.message };
      }
    },
  };
}

function* routed(mesh: Mesh, { request, pick, many }: Asked<'route'>): Generator<void, Told<'route'>> {
  const one = sendMany(mesh, request, { count: 1, seed: pick });
  const picked = Math.max(
    0,
    one.destinations.findIndex(({ count }) => count > 0),
  );
  yield;
  const [, ...onward] = journey(mesh, request, { follow: picked });
  const told = { trace: one.trace, picked, onward };
  return many ? { ...told, many: manyOf(mesh, request, told, many) } : told;
}

/** How many requests go where, at the first proxy and at each gateway further on: as many as came there. */
function manyOf(
  mesh: Mesh,
  request: Request,
  { picked, onward }: Pick<Told<'route'>, 'picked' | 'onward'>,
  { count, seed }: NonNullable<Asked<'route'>['many']>,
): readonly ManySent[] {
  const all = [sendMany(mesh, request, { count, seed })];
  for (const hop of onward) {
    const [before] = all.slice(-1);
    const sent = before?.destinations ?? [];
    const followed = all.length === 1 ? sent[picked] : sent.toSorted((a, b) => b.weight - a.weight)[0];
    all.push(sendMany(mesh, hop.request, { count: followed?.count ?? 0, seed: seed + all.length }));
  }
  return all;
}

function* suggested(mesh: Mesh): Generator<void, Suggestions> {
  const requests: Suggestion[] = [];
  const unreachable: UnreachableRule[] = [];
  for (const { id, type, patch } of mesh.resources) {
    if (type !== 'VirtualService' || patch) continue;
    const of = suggestRequests(mesh, { of: id });
    requests.push(...of.requests);
    unreachable.push(...of.unreachable);
    yield;
  }
  return { requests: [...requests, ...suggestRequests(mesh, { of: null }).requests], unreachable };
}

function* checked(mesh: Mesh): Generator<void, Told<'expectations'>> {
  const { expectations, objections } = expectationsIn(mesh);
  const told: ToldExpectation[] = [];
  for (const placed of expectations) {
    const verdict = checkExpectation(mesh, placed.expectation);
    told.push({
      ...placed,
      outcome: verdict.trace?.outcome,
      departures: verdict.passed ? [] : verdict.departures.map(departureText),
    });
    yield;
  }
  const outcomes = told.flatMap(({ outcome }) => outcome ?? []);
  return { expectations: told, objections, coverage: coverage(mesh, outcomes) };
}

function* whyNotOf(mesh: Mesh, { request, rule }: Asked<'why-not'>): Generator<void, WhyNot> {
  yield;
  return whyNot(mesh, request, rule);
}

function* requestHere(mesh: Mesh, { resource: id, path }: Asked<'here'>): Generator<void, RequestHere> {
  const resource = mesh.byId.get(id);
  yield;
  return resource ? requestTo(mesh, resource, path) : { why: 'It is not there any more.' };
}
