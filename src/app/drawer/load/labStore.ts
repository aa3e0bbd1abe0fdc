import type { PlacedFault, ToldRun, WorkspaceLoad } from '../../../session/index.ts';
import type { TextFile } from '../../../text/index.ts';
import type { CurveView, LoadReport } from '../../../traffic/index.ts';
import { createStore } from '../../store.ts';

/** Of which texts something is. */
export interface LabTexts {
  readonly workspace: string;
  readonly files: readonly TextFile[];
  readonly scenario: string;
  /** Which scenario that is: others are no change of it. */
  readonly choice: number;
}

/** A run, of which texts. */
export interface LabRun extends ToldRun {
  readonly of: LabTexts;
  /** How much of it is there, from 0 to 1. */
  readonly done: number;
}

/** The drawer's load lab; gone with the page, but for scenarios that are kept, which are files. */
export interface LabState {
  /** The workspace that all of this is about. */
  readonly workspace: string | null;
  /** The file of the scenario that is shown; null for the draft. */
  readonly kept: string | null;
  /** A scenario that is in no file; null while none was made. */
  readonly draft: string | null;
  /** The draft that was kept last: it is a draft again when that is undone. */
  readonly keptDraft: string | null;
  /** Grows with each scenario that is shown in the place of another. */
  readonly choice: number;
  /** The scenario that is run, which is the truth; empty where there is none: nothing sends to anything. */
  readonly scenarioText: string;
  /** The run that is shown; while it is under way, what it has come to so far. */
  readonly run: LabRun | null;
  /** What `run` has told; the same as `run.report`. */
  readonly report: WorkspaceLoad | null;
  /** What came of the texts before the last change. */
  readonly shadow: LoadReport | null;
  /** How much is done of a run under way, from 0 to 1; null where none is. */
  readonly progress: number | null;
  /** A time of the run that is looked at, in milliseconds. */
  readonly time: number | null;
  /** What is wrong with the scenario, each with its place. */
  readonly faults: readonly PlacedFault[];
  /** Why there is no run: in words. */
  readonly refused: string | null;
  /** The program has failed, in its own words. */
  readonly failed: string | null;
  /** The person did not want to wait; it is not run again before a text changes. */
  readonly stopped: boolean;
  /** What of the run the chart shows. */
  readonly view: CurveView;
  /** The numbers stand in a table instead of a chart. */
  readonly asTable: boolean;
  /** The cluster that is shown, by its name; null for all. */
  readonly cluster: string | null;
  /** Index of the cause that is looked at. */
  readonly cause: number | null;
  readonly fullScreen: boolean;
  /** The event that was added last, by its path in the scenario: it begins open. */
  readonly added: string | null;
  /** Which part is in front where there is no room for all. */
  readonly front: 'curves' | 'why';
}

export const EMPTY_LAB: LabState = {
  workspace: null,
  kept: null,
  draft: null,
  keptDraft: null,
  choice: 0,
  scenarioText: '',
  run: null,
  report: null,
  shadow: null,
  progress: null,
  time: null,
  faults: [],
  refused: null,
  failed: null,
  stopped: false,
  view: 'answers',
  asTable: false,
  cluster: null,
  cause: null,
  fullScreen: false,
  added: null,
  front: 'curves',
};

export const labStore = createStore<LabState>(EMPTY_LAB);
