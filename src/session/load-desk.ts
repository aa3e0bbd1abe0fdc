import type { GivenSettings, Mesh } from '../istio/index.ts';
import type { TextFile } from '../text/index.ts';
import {
  defaultScenario,
  RequestError,
  scriptEvents,
  startLoad,
  triableFields,
  type Request,
  type ScriptEvent,
  type TriableField,
} from '../traffic/index.ts';
import { createDeskMesh } from './desk-mesh.ts';
import { placedLoad, readScenarioText, type PlacedFault, type WorkspaceLoad } from './load-scenario.ts';
import { placeInMesh } from './place-in-text.ts';

/** What is asked of the load lab's desk, and what is told. All of it is plain data. */
export interface LoadQuestions {
  /** A scenario to begin with, as text; of this request, where one is given. Null where nothing sends to anything. */
  readonly scenario: { readonly asked: { readonly request?: Request }; readonly told: string | null };
  readonly run: { readonly asked: { readonly scenario: string }; readonly told: ToldRun };
  /** Which fields on a scenario's way could be set otherwise. */
  readonly triable: { readonly asked: { readonly scenario: string }; readonly told: readonly TriableField[] };
}

/** A run, and what of its scenario stands beside the curves. */
export interface ToldRun {
  readonly report: WorkspaceLoad;
  /** What the scenario has go wrong, and when. */
  readonly events: readonly ScriptEvent[];
  /** Of the whole of it, in milliseconds of its own time. */
  readonly duration: number;
  /** How long the machine worked on it (milliseconds). */
  readonly took: number;
}

/** A run that is under way: what it has come to so far, and how much of it is done, from 0 to 1. */
export interface LoadProgress extends ToldRun {
  readonly done: number;
}

export type LoadKind = keyof LoadQuestions;
export type LoadAsked<K extends LoadKind> = LoadQuestions[K]['asked'];
export type LoadTold<K extends LoadKind> = LoadQuestions[K]['told'];

/** An answer, or why there is none: what is wrong with the scenario, or why its request meets no load. */
export type LoadReply<K extends LoadKind> =
  { readonly told: LoadTold<K> } | { readonly refused: string } | { readonly faults: readonly PlacedFault[] };

/** Tells how far it is when it is asked: most of it nobody has time to look at. */
export type LoadWork<K extends LoadKind> = Generator<(() => LoadProgress) | undefined, LoadReply<K>>;

/** Runs load scenarios in a workspace. It keeps its own mesh, so that it can live away from the page. */
export interface LoadDesk {
  /** The files as they are now; what did not change is not read again. */
  update(files: readonly TextFile[]): void;
  /** Works on an answer step by step, so that it can be left in between. */
  ask<K extends LoadKind>(kind: K, asked: LoadAsked<K>): LoadWork<K>;
}

/** A run is told of after each of so many parts of its time. */
const PARTS = 120;

/** `now` is a clock in milliseconds, to tell how long a run took. */
export function createLoadDesk(now: () => number, settings: GivenSettings = {}): LoadDesk {
  const meshOf = createDeskMesh(settings);
  let mesh: Mesh | undefined;
  const answers: { readonly [K in LoadKind]: (mesh: Mesh, asked: LoadAsked<K>) => LoadWork<K> } = {
    *scenario(from, { request }) {
      yield;
      return { told: defaultScenario(from, request) ?? null };
    },
    run: (from, { scenario }) => running(from, scenario, now),
    *triable(from, { scenario: text }) {
      const read = readScenarioText(text);
      if ('faults' in read) return read;
      yield;
      return { told: triableFields(from, startLoad(from, read.scenario).made) };
    },
  };
  return {
    update(files) {
      mesh = meshOf(files);
    },
    *ask(kind, asked) {
      try {
        return yield* answers[kind]((mesh ??= meshOf([])), asked);
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        return { refused: error.message };
      }
    },
  };
}

function* running(mesh: Mesh, text: string, now: () => number): LoadWork<'run'> {
  const read = readScenarioText(text);
  if ('faults' in read) return read;
  const { scenario } = read;
  const events = scriptEvents(scenario);
  let took = 0;
  const working = <T>(work: () => T): T => {
    const begun = now();
    const made = work();
    took += now() - begun;
    return made;
  };
  const load = working(() => startLoad(mesh, scenario));
  const told = (): ToldRun => ({
    report: placedLoad(load.report(), (resource, path) => placeInMesh(mesh, resource, path)),
    events,
    duration: scenario.duration,
    took,
  });
  yield;
  for (let part = 1; part < PARTS; part++) {
    working(() => load.run.advance((scenario.duration * part) / PARTS));
    yield () => ({ ...told(), done: part / PARTS });
  }
  working(() => load.run.advance(Infinity));
  return { told: told() };
}
