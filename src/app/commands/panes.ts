import type { Analysis } from '../../session/index.ts';
import type { Rect } from '../../topology/index.ts';
import type { Path } from '../../yaml/index.ts';

/** What a mounted pane lets commands do with it. A pane that is not on the screen is absent. */
export interface Panes {
  canvas?: CanvasPane;
  inspector?: FormPane;
  source?: TextPane;
  rail?: FocusablePane;
  lesson?: FocusablePane;
  drawer?: FocusablePane;
  shell?: ShellPane;
}

export interface FocusablePane {
  focus(): void;
}

export interface CanvasPane extends FocusablePane {
  fit(): void;
  /** Shows the picture from its beginning, all of it where that can be read. */
  overlook(): void;
  /** Another part of the mesh is drawn than `before`: keeps what stands for a node where that was on the screen. */
  hold(before: Pick<Analysis, 'drawn' | 'placed'>, nodeId: string | null): void;
  /** What of the picture is in view, in canvas units. */
  inView(): Rect;
  zoomTo(scale: number): void;
  zoomBy(factor: number): void;
  /** Brings a node into view without moving more than needed. */
  reveal(nodeId: string): void;
  /** Starts connecting from the selected rule: the keyboard's way to draw an edge. */
  connect(): void;
}

export interface FormPane extends FocusablePane {
  revealField(path: Path): void;
  addField(): void;
}

export interface TextPane extends FocusablePane {
  /** Puts the caret at an offset (0-based) of the shown file, or selects up to `to`, and brings it into view. */
  reveal(offset: number, to?: number): void;
  /** What is selected, where that is a part of one line; empty else. */
  selected?(): string;
}

export type DialogName =
  | 'add-resource'
  | 'rename'
  | 'refactor'
  | 'delete'
  | 'new-file'
  | 'rename-file'
  | 'delete-file'
  | 'revert'
  | 'open-files'
  | 'folder'
  | 'folder-save'
  | 'folder-questions'
  | 'samples'
  | 'lessons'
  | 'pack-trouble'
  | 'share'
  | 'workspaces'
  | 'restore-points'
  | 'keep-restore-point'
  | 'settings'
  | 'problem-codes'
  | 'picture'
  | 'embed'
  | 'commit'
  | 'help'
  | 'about';

/** What a dialog is told beside its target. */
export interface DialogMore {
  /** The subset of the target that is meant, not the target itself. */
  readonly subset?: string;
  /** The name that was asked for already. */
  readonly name?: string;
  /** The refactoring that is meant, by its id, and where inside the target. */
  readonly refactoring?: string;
  readonly path?: Path;
  /** The namespace that is meant, and no resource. */
  readonly namespace?: string;
}

export interface ShellPane {
  openPalette(): void;
  /** `target` is a resource's id, a kind to add, a file's path, a setting or a part of the help; without it, what is selected or active. */
  openDialog(dialog: DialogName, target?: string, more?: DialogMore): void;
}

/** The panes on the screen now; each registers itself while it is mounted. */
export const panes: Panes = {};

/** Whoever waits for a pane. */
const waiting = new Map<keyof Panes, Set<() => void>>();

/** Puts a pane on the list. Returns the way to take it off. */
export function registerPane<K extends keyof Panes>(name: K, pane: NonNullable<Panes[K]>): () => void {
  panes[name] = pane;
  for (const tell of waiting.get(name) ?? []) tell();
  return () => {
    if (panes[name] === pane) delete panes[name];
  };
}

/** For longer nobody remembers what was to be done in the pane, in milliseconds. */
const SOON = 3_000;

/** A pane as soon as it is on the screen: its code may be on its way. Undefined where it does not come soon. */
export async function paneSoon<K extends keyof Panes>(name: K): Promise<Panes[K] | undefined> {
  if (panes[name]) return panes[name];
  const here = waiting.get(name) ?? new Set();
  waiting.set(name, here);
  await new Promise<void>((resolve) => {
    const tell = () => {
      clearTimeout(timer);
      here.delete(tell);
      resolve();
    };
    const timer = setTimeout(tell, SOON);
    here.add(tell);
  });
  return panes[name];
}
