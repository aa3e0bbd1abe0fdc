import type { RequestWay, TopologyPath, ViewOptions } from '../../../topology/index.ts';
import type { MeaningOf } from '../connect/meaning.ts';
import type { Way } from '../keyboard/ways.ts';
import { createStore } from '../../store.ts';

/** A place on the canvas: a node, or one of its rows. */
export interface Spot {
  readonly node: string;
  readonly row: string | null;
}

/** What a line does: sends a rule's traffic, or only copies of it. */
export type How = 'route' | 'mirror';

/** Which end of an edge. */
export type EdgeEnd = 'source' | 'target';

/** A line from a place; with `edge`, that edge's end `moves` is being led elsewhere, and the other stands at the place. */
export type Line =
  | { readonly from: Spot; readonly edge?: undefined }
  | { readonly from: Spot; readonly edge: string; readonly moves: EdgeEnd };

/** A line being drawn. `pointer` is in flow coordinates, or null while the keyboard draws it. */
export type Connecting = Line & {
  readonly pointer: { readonly x: number; readonly y: number } | null;
  readonly over: Spot | null;
  /** Why what is under the pointer cannot be connected, in words. */
  readonly refusal: string | null;
  /** What letting go would do, in words. */
  readonly words: string | null;
  readonly how: How;
  /** Tells what it would mean elsewhere: it came with the press that began the line. */
  readonly meaningOf: MeaningOf;
};

/** What is looked for on the canvas. */
export interface Find {
  readonly query: string;
  /** Which of what is found one is at; it may not be gone to yet. */
  readonly at: number;
  readonly gone: boolean;
  /** What was drawn before something was opened to show the one that was gone to, and since. */
  readonly shown: { readonly before: ViewOptions; readonly after: ViewOptions } | null;
}

/** What only the canvas knows, and what no other pane needs. Everything else is the session's. */
export interface CanvasState {
  readonly mode: 'select' | 'connect';
  /** Where the keyboard stands. The selection follows it, as far as files define what stands there. */
  readonly cursor: Spot | null;
  /** The way from there, or to there, that the keyboard is looking along. */
  readonly way: Way | null;
  /** Along which way the keyboard came to where it stands: the key for back leads there again. */
  readonly came: { readonly from: Spot; readonly to: string } | null;
  readonly hover: Spot | null;
  readonly hoverEdge: string | null;
  /** The way of the traffic that is pointed at or selected; null while none is, and all ways are drawn alike. */
  readonly lit: TopologyPath | null;
  /** The way of the request that was sent last, until it is dismissed; another `run` is another request on it. */
  readonly sent: {
    readonly way: RequestWay;
    readonly tone: 'good' | 'odd' | 'bad';
    readonly run: number;
  } | null;
  /** Resources that a lesson wants looked at; lit until something else is selected. */
  readonly pointed: ReadonlySet<string> | null;
  /** Rules that no expectation reaches, as `flowId`, while that is looked at. */
  readonly uncovered: ReadonlySet<string> | null;
  readonly connecting: Connecting | null;
  /** The kind that is being dragged out of the rail. */
  readonly dragged: string | null;
  /** What it is over, as it comes over the picture, and what letting it go would do, or why nothing. */
  readonly dropping:
    | (Pick<Connecting, 'over' | 'refusal' | 'words'> & {
        readonly edge: string | null;
        readonly pointer: { readonly x: number; readonly y: number };
      })
    | null;
  /** The list of kinds to add is open: for a line, or beside what is selected. */
  readonly adding: { readonly edge: string | null } | null;
  /** The rule that is being dragged, and before which row of its node it would go. */
  readonly reordering: (Spot & { readonly before: number }) | null;
  /** The node or subset whose name is being edited in place. */
  readonly renaming: Spot | null;
  /** What the list of targets is open for. */
  readonly choosingFor: (Line & { readonly how: How }) | null;
  readonly find: Find | null;
  /** The list of namespaces is open. */
  readonly choosingNamespaces: boolean;
  /** The list of hosts is open: of one of them only the ways are to be drawn. */
  readonly choosingHost: boolean;
  /** So far away that only colours are drawn. */
  readonly far: boolean;
  /** Told by the live region. The counter makes the same words heard twice. */
  readonly announcement: { readonly words: string; readonly count: number };
}

export const canvasStore = createStore<CanvasState>({
  mode: 'select',
  cursor: null,
  way: null,
  came: null,
  hover: null,
  hoverEdge: null,
  lit: null,
  sent: null,
  pointed: null,
  uncovered: null,
  connecting: null,
  dragged: null,
  dropping: null,
  adding: null,
  reordering: null,
  renaming: null,
  choosingFor: null,
  find: null,
  choosingNamespaces: false,
  choosingHost: false,
  far: false,
  announcement: { words: '', count: 0 },
});

/** A line that has just begun. */
export const begun = (line: Line, meaningOf: MeaningOf): Connecting => ({
  ...line,
  meaningOf,
  pointer: null,
  over: null,
  refusal: null,
  words: null,
  how: 'route',
});

/** Says something to people who do not see the canvas. */
export function announce(words: string): void {
  canvasStore.set((state) => ({ announcement: { words, count: state.announcement.count + 1 } }));
}
