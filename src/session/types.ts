import type { Problem } from '../checks/index.ts';
import type { Mesh, ResourceId } from '../istio/index.ts';
import type { Operation } from '../operations/index.ts';
import type { FileChange, TextEdit, TextFile } from '../text/index.ts';
import type { Flow, PlacedTopology, Topology } from '../topology/index.ts';
import type { Path } from '../yaml/index.ts';

/** Who asked for a change or a selection; a pane ignores the echo of its own. */
export type Origin =
  'text' | 'form' | 'canvas' | 'rail' | 'drawer' | 'palette' | 'history' | 'open' | 'system';

/** The files being worked on, and as they were when opened: the left side of every diff. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly files: readonly TextFile[];
  readonly opened: readonly TextFile[];
}

/** What is selected, everywhere: a resource, and a place inside it (`[]` is the resource itself). */
export interface Selection {
  readonly resource: ResourceId;
  readonly path: Path;
  readonly origin: Origin;
}

/** Everything that follows from the text. Parts keep identity when an edit does not concern them. */
export interface Analysis {
  readonly mesh: Mesh;
  readonly problems: readonly Problem[];
  readonly topology: Topology;
  readonly placed: PlacedTopology;
}

export type SaveState =
  { readonly kind: 'saved' | 'saving' | 'unsaved' } | { readonly kind: 'failed'; readonly message: string };

/** Long work under way. `total` 0 means that its size is not known. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** Something to tell once, in words: an operation refused, a file left out, a save that failed. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'warning' | 'error';
  readonly title: string;
  readonly detail?: string;
  /** Offered as a button. */
  readonly action?: { readonly title: string; readonly action: Action };
}

export type Theme = 'system' | 'light' | 'dark';
export type RightTab = 'form' | 'yaml';
export type DrawerTab = 'problems' | 'changes';

/** How a person likes the screen; remembered apart from the workspace. */
export interface Preferences {
  readonly theme: Theme;
  readonly railOpen: boolean;
  readonly drawerOpen: boolean;
  readonly drawerTab: DrawerTab;
  readonly inspectorOpen: boolean;
  readonly yamlOpen: boolean;
  /** Which of the two shares the column on a narrow screen. */
  readonly rightTab: RightTab;
  /** The one pane on a very narrow screen. */
  readonly narrowPane: 'rail' | 'canvas' | 'form' | 'yaml' | 'drawer';
  /** `auto` follows the canvas's shape. */
  readonly flow: Flow | 'auto';
  /** Panel sizes by group, in percent, as the panel library gives them. */
  readonly layouts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface SessionState {
  /** False until the work that was kept, or the sample, is there; until then the workspace is empty. */
  readonly ready: boolean;
  /** False until the rules have arrived: then no problems does not mean that all is well. */
  readonly checked: boolean;
  /** Grows by one with each change of the text. */
  readonly revision: number;
  readonly workspace: Workspace;
  readonly analysis: Analysis;
  readonly selection: Selection | null;
  /** The file in the YAML pane. */
  readonly activeFile: string | null;
  /** The words of the next undo and redo step, or null. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly save: SaveState;
  readonly progress: Progress | null;
  readonly notices: readonly Notice[];
  readonly preferences: Preferences;
}

/** Everything a pane can ask for. Synchronous, but for opening, saving and loading. */
export type Action =
  /** Plan and apply an operation. Steps with one `mark` merge into one undo step. */
  | { type: 'operate'; operation: Operation; origin: Origin; mark?: string }
  /** Typing in the YAML pane; a burst merges into one undo step. */
  | { type: 'edit-text'; path: string; edits: readonly TextEdit[]; origin: Origin; mark?: string }
  /** Ends merging: the next step with the same mark starts a new undo step. */
  | { type: 'end-mark' }
  /** Takes back what was done under this mark (Escape during a drag). */
  | { type: 'cancel-mark'; mark: string }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'select'; resource: ResourceId | null; path?: Path; origin: Origin }
  /** The caret moved in the YAML pane: selects what it stands in. `offset` is 0-based in the file. */
  | { type: 'select-at'; path: string; offset: number; origin: Origin }
  | { type: 'show-file'; path: string }
  /** Opens texts: beside what is there, or instead of it (the old workspace is kept in the undo history). */
  | { type: 'open-files'; files: readonly OpenedFile[]; mode: 'add' | 'replace'; name?: string }
  | { type: 'cancel-progress' }
  | { type: 'new-file'; path: string; text?: string }
  | { type: 'rename-file'; path: string; to: string }
  | { type: 'delete-file'; path: string }
  | { type: 'rename-workspace'; name: string }
  | { type: 'reset-to-sample' }
  /** Another tab has saved this workspace too: keep what is here, or take what is stored (which undo takes back). */
  | { type: 'save-over-other-tab' }
  | { type: 'take-from-other-tab' }
  /** Puts one file, or all, back to the text that was opened, as one undo step. */
  | { type: 'revert'; path?: string }
  | { type: 'tidy' }
  /** The canvas tells its shape, so that `auto` can choose the flow. */
  | { type: 'canvas-shape'; flow: Flow }
  | { type: 'prefer'; preferences: Partial<Preferences> }
  | { type: 'notify'; notice: Omit<Notice, 'id'> }
  | { type: 'dismiss-notice'; id: number };

/** A file as it came in: its bytes where it was read, so that what is no text can be told apart and nothing is re-encoded unseen. */
export interface OpenedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The size in bytes where the content was too large to be read at all; `content` is empty then. */
  readonly size?: number;
}

export interface Session {
  /** The state now; a new object after each change, parts unchanged keep identity. */
  getState(): SessionState;
  /** Called after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Called with each change of files in the order applied, before `subscribe`'s listeners; for panes that hold a copy of the text. */
  onChanges(listener: (changes: readonly FileChange[], origin: Origin) => void): () => void;
  /** Does what is asked, or leaves all as it was and adds a notice that says why. Returns whether it was done. */
  dispatch(action: Action): boolean;
  /** Resolves when everything to be saved is saved and long work is over. */
  settled(): Promise<void>;
  dispose(): void;
}
