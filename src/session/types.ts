import type { Problem } from '../checks/index.ts';
import type { Mesh, ResourceId } from '../istio/index.ts';
import type { LessonProgress } from '../lessons/index.ts';
import type { Operation } from '../operations/index.ts';
import type { FileChange, TextEdit, TextFile } from '../text/index.ts';
import type { Flow, PlacedTopology, Topology, ViewOptions } from '../topology/index.ts';
import type { ParsedDocument, Path } from '../yaml/index.ts';
import type { FolderState } from './folder/state.ts';

/** Who asked for a change or a selection; a pane ignores the echo of its own. */
export type Origin =
  'text' | 'form' | 'canvas' | 'rail' | 'drawer' | 'palette' | 'history' | 'open' | 'system';

/** The files being worked on, and as they were when opened: the left side of every diff. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly files: readonly TextFile[];
  readonly opened: readonly TextFile[];
  /** The sample that this began as, where it did. */
  readonly sample?: string;
}

/** A workspace kept in this browser, as the list of them tells. */
export interface KeptWorkspace {
  readonly id: string;
  readonly name: string;
  /** How many files, and how long they are together, in characters. */
  readonly files: number;
  readonly size: number;
  /** When it was last saved or opened, in milliseconds since the epoch. */
  readonly usedAt: number;
}

/** A lesson that somebody has begun in this browser, and how far they have come. */
export interface KeptLesson {
  /** The lesson's id. */
  readonly lesson: string;
  readonly title: string;
  /** The workspace in which it is learned; it may have been deleted since. */
  readonly workspace: string;
  /** The learner's own workspace, that was open before; null where none was. */
  readonly from: string | null;
  /** The furthest step whose start was put in place, from 0. */
  readonly begun: number;
  readonly progress: LessonProgress;
}

/** The files of the workspace as they once were. */
export interface RestorePoint {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The name that a person gave; null where it was made by itself. Named ones stay until they are taken away. */
  readonly name: string | null;
  /** Why it was made: `Before “Delete orders.yaml”`. */
  readonly why: string;
  readonly files: readonly PointFile[];
}

export interface PointFile {
  readonly path: string;
  /** The text, or where it is stored: texts of earlier visits are read only when they are looked at. */
  readonly text: string | StoredText;
}

export interface StoredText {
  readonly key: string;
  /** In characters. */
  readonly size: number;
}

/** A ready-made workspace to learn from. */
export interface Sample {
  readonly id: string;
  /** What the workspace is called. */
  readonly name: string;
  readonly files: readonly TextFile[];
  /** What to look at first. */
  readonly select: ResourceId;
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
  /** What of the topology the view leaves; the same object where it leaves all. */
  readonly drawn: Topology;
  /** Where that is drawn. */
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
  /** What it is about: it goes when something newer happens of that kind. */
  readonly about?: 'opening' | 'other tabs' | 'saving' | 'folder' | 'folder questions' | 'gesture';
  readonly tone: 'info' | 'warning' | 'error';
  readonly title: string;
  readonly detail?: string;
  /** Offered as a button. */
  readonly action?: { readonly title: string; readonly action: Action };
}

/** Where in a picture a person looks: the middle of the window, in canvas units, and the zoom, 1 at 100 %. */
export interface Camera {
  /** The picture that flows the other way is another one. */
  readonly flow: Flow;
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** How a person looks at a workspace; kept with it in this browser, and in none of its files. */
export interface Look {
  /** A person has chosen what is drawn; until then it is what suits the size of the mesh. */
  readonly ownView: boolean;
  /** Which way requests run; `auto` follows the canvas's shape, null is as it was last chosen anywhere. */
  readonly flow: Flow | 'auto' | null;
  /** Null until the view was moved. */
  readonly camera: Camera | null;
  readonly outlineOpen: boolean;
  /** Null: open as soon as there is enough to map. */
  readonly mapOpen: boolean | null;
}

export type Theme = 'system' | 'light' | 'dark';
export type RightTab = 'form' | 'yaml';
export type DrawerTab = 'problems' | 'send' | 'load' | 'changes' | 'search';

/** How a person likes the screen; remembered apart from the workspace. */
export interface Preferences {
  readonly theme: Theme;
  readonly railOpen: boolean;
  /** `auto`, until somebody says: closed, and opens when what is opened has problems. */
  readonly drawerOpen: boolean | 'auto';
  readonly drawerTab: DrawerTab;
  /** What stands together in the list of problems. */
  readonly problemsBy: 'resource' | 'file' | 'code';
  readonly inspectorOpen: boolean;
  /** The panel of a lesson, where the workspace is one's. */
  readonly lessonOpen: boolean;
  readonly yamlOpen: boolean;
  /** Whether it was read what a page over plain http:// has to do without. */
  readonly plainHttpRead: boolean;
  /** Which of the two shares the column on a narrow screen. */
  readonly rightTab: RightTab;
  /** The one pane on a very narrow screen. */
  readonly narrowPane: 'rail' | 'lesson' | 'canvas' | 'form' | 'yaml' | 'drawer';
  /** Of workspaces for which none was chosen; `auto` follows the canvas's shape. */
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
  /** The folder that the workspace is saved into; null where it has none, or none that was found yet. */
  readonly folder: FolderState | null;
  /** All that are kept in this browser, the last used first, as far as this tab has heard. */
  readonly workspaces: readonly KeptWorkspace[];
  /** All that were begun in this browser, the last touched first. */
  readonly lessons: readonly KeptLesson[];
  /** Of this workspace, the oldest first. */
  readonly restorePoints: readonly RestorePoint[];
  readonly analysis: Analysis;
  /** What of the mesh is drawn: as it was left; at first all of it, or of a crowd its namespaces. */
  readonly view: ViewOptions;
  readonly look: Look;
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
  /** All problems of a code, by the fix at this place (0-based) among the fixes of each: one undo step. */
  | { type: 'mend-all'; code: string; fix: number; origin: Origin }
  /** Typing in the YAML pane; a burst merges into one undo step. `label` names it where it is something else than typing. */
  | {
      type: 'edit-text';
      path: string;
      edits: readonly TextEdit[];
      origin: Origin;
      mark?: string;
      label?: string;
    }
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
  /** Opens texts: beside what is there, or as a workspace of their own. The one before stays kept, and undo goes back to it. */
  | {
      type: 'open-files';
      files: readonly OpenedFile[];
      mode: 'add' | 'replace';
      name?: string;
      /** What a workspace of their own is known by, where that is settled before. */
      id?: string;
    }
  | { type: 'cancel-progress' }
  | { type: 'new-file'; path: string; text?: string }
  | { type: 'rename-file'; path: string; to: string }
  | { type: 'delete-file'; path: string }
  /** Without `id`, the one that is open. */
  | { type: 'rename-workspace'; name: string; id?: string }
  | { type: 'new-workspace'; name?: string; id?: string }
  /** Opens one that is kept, as an undo step: undo goes back to the one before. */
  | { type: 'switch-workspace'; id: string }
  | { type: 'duplicate-workspace'; id: string }
  /** Takes it out of the browser, with its restore points. Of the open one, undo brings the files back. */
  | { type: 'delete-workspace'; id: string }
  | { type: 'open-sample'; sample: Sample }
  /** Back to the sample that the workspace began as, in place; else opens the sample (without one, the first) as a workspace of its own. */
  | { type: 'reset-to-sample'; sample?: Sample }
  | { type: 'keep-restore-point'; name: string }
  /** Puts all files as they were at that point, as one undo step. */
  | { type: 'restore'; point: string }
  | { type: 'forget-restore-point'; point: string }
  /** Another tab has saved this workspace too: keep what is here, or take what is stored (which undo takes back). */
  | { type: 'save-over-other-tab' }
  | { type: 'save-now' }
  | { type: 'take-from-other-tab' }
  /** Puts one file, or all, back to the text that was opened, as one undo step. */
  | { type: 'revert'; path?: string }
  /** Puts these files in the place of all, as one undo step: what stands in both stays. Then selects, where that is said. */
  | {
      type: 'put-files';
      files: readonly TextFile[];
      label: string;
      /** From now on changes are told from these. */
      opened?: readonly TextFile[];
      select?: { readonly resource: ResourceId; readonly path: Path };
    }
  /** Remembers how far somebody has come in a lesson. */
  | { type: 'keep-lesson'; lesson: KeptLesson }
  /** Lays the picture out anew, as one undo step. */
  | { type: 'tidy' }
  /**
   * Puts a node of the picture elsewhere: its top left corner, in canvas units. While it is `held` nothing gives way to it;
   * when it is let go, all of it is one undo step.
   */
  | { type: 'move-node'; node: string; x: number; y: number; held?: boolean; mark?: string }
  /** Changes what of the mesh is drawn; what is not said stays. */
  | { type: 'view'; view: Partial<ViewOptions> }
  /** Changes how it is looked at; what is not said stays. */
  | { type: 'look'; look: Partial<Omit<Look, 'ownView'>> }
  /** The canvas tells its shape, so that `auto` can choose the flow. */
  | { type: 'canvas-shape'; flow: Flow }
  | { type: 'prefer'; preferences: Partial<Preferences> }
  /** How it stands with the workspace's folder; told by who keeps it. */
  | { type: 'folder'; folder: FolderState | null }
  /** The person wants to decide what stands open between the folder and what is here; `false`: the question was put. */
  | { type: 'ask-folder'; asking: boolean }
  | { type: 'notify'; notice: Omit<Notice, 'id'> }
  /** Takes away the notices about this: what they say is over. */
  | { type: 'retract'; about: NonNullable<Notice['about']> }
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
  /**
   * Does something that takes a while, in the place of what else does: with progress once it tells how far it is, and a way
   * for the person to stop it. Resolves to whether it came to its end; rejects with it.
   */
  work(run: (signal: AbortSignal, tell: (progress: Progress) => void) => Promise<void>): Promise<boolean>;
  /**
   * Reads what of these files is not known yet, and works out what follows from it, and the page goes on meanwhile: to put them
   * in place is quick then. `documents` have been read elsewhere.
   */
  readAhead(
    files: readonly TextFile[],
    options?: { readonly documents?: readonly ParsedDocument[]; readonly signal?: AbortSignal },
  ): Promise<void>;
  /** The files of a restore point. Rejects, in words, when they cannot be read. */
  readRestorePoint(id: string): Promise<readonly TextFile[]>;
  /** Resolves when everything to be saved is saved and long work is over. */
  settled(): Promise<void>;
  dispose(): void;
}
