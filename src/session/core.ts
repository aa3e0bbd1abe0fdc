import {
  applyChanges,
  bail,
  closeMark,
  emptyHistory,
  push,
  redo,
  redoLabel,
  undo,
  undoLabel,
  type FileChange,
  type History,
  type TextFile,
} from '../text/index.ts';
import { startingView, viewOf, type Flow, type ViewOptions } from '../topology/index.ts';
import { followFile, followSelection } from './follow.ts';
import type { Pipeline } from './pipeline.ts';
import type { Looks } from './looks.ts';
import type { Arrangement, Pictures, Rearrangement } from './pictures.ts';
import { samePlaces } from './placing.ts';
import { factsOf, type Proposal, type View, type WorkspaceFacts } from './step.ts';
import type { Store } from './store.ts';
import { troubledBy } from './troubled.ts';
import type { Analysis, Look, Notice, Origin, SessionState, Workspace } from './types.ts';

/** What all actions are made of: the one place where files, history and what follows from them change. */
export interface Core {
  readonly store: Store<SessionState>;
  /** Makes a change and everything that follows from it, as one undo step. Throws, with all as it was, if it does not fit. */
  commit(proposal: Proposal): void;
  /** Moves things in the picture, and touches no file: one undo step where something stands elsewhere afterwards, which is returned. */
  rearrange(change: Rearrangement, label: string, mark?: string): boolean;
  undo(): boolean;
  redo(): boolean;
  endMark(): void;
  cancelMark(mark: string): boolean;
  /** Another workspace altogether, without history: what was stored, or what another tab has saved. */
  load(workspace: Workspace, activeFile: string | null): void;
  /** Brings up to date what follows from the text: after a document was read late, after the view or flow changed. */
  refresh(): void;
  notify(notice: Omit<Notice, 'id'>): void;
  /** Takes away the notices about this: what they say is over. */
  retract(about: NonNullable<Notice['about']>): void;
  readonly onChanges: (listener: (changes: readonly FileChange[], origin: Origin) => void) => () => void;
}

export interface CoreOptions {
  readonly store: Store<SessionState>;
  readonly pipeline: Pipeline;
  readonly pictures: Pictures;
  /** Which way the picture flows for a person who looks at it so. */
  readonly flow: (look: Look) => Flow;
  /** How other workspaces were looked at when they were last open. */
  readonly looks: Pick<Looks, 'enter' | 'left'>;
  /** Called when problems are missing: they are found while the page goes on. */
  readonly onBehind: () => void;
  /** Called after each change that has to be saved, with what was there before. */
  readonly onEdited: (before: Pick<SessionState, 'workspace' | 'activeFile'>, step: EditedStep) => void;
}

/** What brought the change about: a step's words, or undo or redo, which have none. */
export interface EditedStep {
  readonly label: string | null;
  readonly big: boolean;
}

export function createCore({
  store,
  pipeline,
  pictures,
  flow,
  looks,
  onBehind,
  onEdited,
}: CoreOptions): Core {
  let history: History<View> = emptyHistory;
  const changeListeners = new Set<(changes: readonly FileChange[], origin: Origin) => void>();
  let nextNotice = 1;
  /** How the picture was when what is being dragged was taken up. */
  let lifted: Arrangement | null = null;

  interface Looking {
    readonly workspace: string;
    /** Null: as suits the size of the mesh. */
    readonly view: ViewOptions | null;
    readonly look: Look;
  }

  const analyse = (
    files: readonly TextFile[],
    changes: readonly FileChange[],
    { workspace, view: chosen, look }: Looking,
    change?: Rearrangement,
  ): { analysis: Analysis; view: ViewOptions } => {
    const { mesh, problems, topology } = pipeline.update(files, changes, true);
    if (pipeline.isBehind()) onBehind();
    const before = store.get().analysis;
    const view = chosen ?? startingView(topology);
    const drawn = viewOf(topology, view, before.drawn, view.onlyProblems ? troubledBy(problems) : undefined);
    const placed = pictures.next({ workspace, view, flow: flow(look) }, drawn, before, change);
    const same =
      before.mesh === mesh &&
      before.problems === problems &&
      before.topology === topology &&
      before.drawn === drawn &&
      before.placed === placed;
    return { analysis: same ? before : { mesh, problems, topology, drawn, placed }, view };
  };

  const view = (): View => {
    const { workspace, selection, activeFile } = store.get();
    return { selection, activeFile, facts: factsOf(workspace) };
  };

  /** Puts new files in place. Everything is computed before anything is told. */
  const replace = (
    files: readonly TextFile[],
    changes: readonly FileChange[],
    origin: Origin,
    facts: WorkspaceFacts,
    where: (analysis: SessionState['analysis']) => Pick<SessionState, 'selection' | 'activeFile'>,
  ) => {
    const state = store.get();
    const stays = facts.id === state.workspace.id;
    const { view: left, look: way } = stays ? state : looks.enter(facts.id);
    // What is opened beside the rest may make a crowd of it.
    const chosen = stays && origin === 'open' && !way.ownView ? null : left;
    const { analysis, view } = analyse(files, changes, { workspace: facts.id, view: chosen, look: way });
    store.together(() => {
      if (!stays) looks.left(state);
      store.set({
        revision: state.revision + 1,
        notices: without(state.notices, (notice) => isOver(notice, origin, facts.id !== state.workspace.id)),
        workspace: { ...facts, files },
        analysis,
        view,
        look: way,
        ...where(analysis),
      });
      showHistory();
      for (const listener of changeListeners) listener(changes, origin);
    });
  };

  const showHistory = () => store.set({ undo: undoLabel(history), redo: redoLabel(history) });

  const refresh = (change?: Rearrangement) => {
    const { workspace, view, look } = store.get();
    const { analysis } = analyse(workspace.files, [], { workspace: workspace.id, view, look }, change);
    store.set({ analysis });
  };

  /** An offer to undo names the last step: with another step it would take back the wrong one. */
  const withdrawOffers = () => {
    const { notices } = store.get();
    const left = notices.filter((notice) => !offersUndo(notice));
    if (left.length < notices.length) store.set({ notices: left });
  };

  /** Applies one side of a step that is in the history. */
  const replay = (changes: readonly FileChange[], to: View | undefined) => {
    const { workspace, activeFile } = store.get();
    if (to?.arrangement) {
      refresh({ kind: 'put-back', arrangement: to.arrangement });
      withdrawOffers();
      showHistory();
      return;
    }
    const { files } = applyChanges(workspace.files, changes);
    replace(files, changes, 'history', to?.facts ?? workspace, ({ mesh }) => {
      const selection = to?.selection ?? null;
      const wanted = to?.activeFile ?? activeFile;
      return {
        selection:
          selection && mesh.byId.has(selection.resource) ? { ...selection, origin: 'history' } : null,
        activeFile: followFile(wanted, workspace.files, files, []),
      };
    });
    onEdited({ workspace, activeFile }, { label: null, big: false });
  };

  return {
    store,
    commit({ label, changes, origin, mark, select, facts, activeFile, big = false }) {
      const state = store.get();
      const before = view();
      const { files, inverse } = applyChanges(state.workspace.files, changes);
      const last = history;
      const enter = (after: View) => {
        history = push(last, {
          label,
          changes,
          inverse,
          before,
          after,
          ...(mark === undefined ? {} : { mark }),
        });
      };
      const next = factsOf(facts ?? state.workspace);
      replace(files, changes, origin, next, ({ mesh }) => {
        const followed = followSelection(state.selection, state.analysis.mesh, mesh);
        const selection =
          select && mesh.byId.has(select.resource)
            ? { resource: select.resource, path: select.path ?? [], origin }
            : followed;
        const shown = followFile(
          activeFile === undefined ? state.activeFile : activeFile,
          state.workspace.files,
          files,
          changes,
        );
        const file = (select && mesh.byId.get(select.resource)?.source.file) ?? shown;
        enter({ selection, activeFile: file, facts: next });
        return { selection, activeFile: file };
      });
      onEdited(state, { label, big });
    },
    rearrange(change, label, mark) {
      const from = lifted ?? pictures.arrangement(store.get().analysis.placed);
      const looking = view();
      refresh(change);
      lifted = change.kind === 'move' && change.held ? from : null;
      const { placed } = store.get().analysis;
      if (lifted || samePlaces(from.placed, placed)) return false;
      history = push(history, {
        label,
        changes: [],
        inverse: [],
        before: { ...looking, arrangement: from },
        after: { ...looking, arrangement: pictures.arrangement(placed) },
        ...(mark === undefined ? {} : { mark }),
      });
      withdrawOffers();
      showHistory();
      return true;
    },
    undo() {
      const taken = undo(history);
      if (!taken) return false;
      history = taken.history;
      replay(taken.step.inverse, taken.step.before);
      return true;
    },
    redo() {
      const taken = redo(history);
      if (!taken) return false;
      history = taken.history;
      replay(taken.step.changes, taken.step.after);
      return true;
    },
    endMark() {
      history = closeMark(history);
    },
    cancelMark(mark) {
      const taken = bail(history, mark);
      if (!taken) return false;
      history = taken.history;
      replay(taken.step.inverse, taken.step.before);
      return true;
    },
    load(workspace, activeFile) {
      const { files } = workspace;
      const before = store.get().workspace.files;
      history = emptyHistory;
      const changes: FileChange[] = [
        ...before.map(({ path }) => ({ kind: 'delete' as const, path })),
        ...files.map((file) => ({ kind: 'create' as const, ...file })),
      ];
      replace(files, changes, 'system', factsOf(workspace), () => ({
        selection: null,
        activeFile: followFile(activeFile, [], files, []),
      }));
    },
    refresh,
    notify(notice) {
      const { notices } = store.get();
      // The same words twice are one notice: a failing save must not fill the screen.
      const others = notices.filter(
        ({ title, detail }) => title !== notice.title || detail !== notice.detail,
      );
      store.set({ notices: [...others, { ...notice, id: nextNotice++ }] });
    },
    retract(about) {
      const { notices } = store.get();
      const left = notices.filter((notice) => notice.about !== about);
      if (left.length < notices.length) store.set({ notices: left });
    },
    onChanges(listener) {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
  };
}

/** The notices but for these: the same list where there are none, so that no key draws them anew. */
function without(notices: readonly Notice[], isGone: (notice: Notice) => boolean): readonly Notice[] {
  return notices.some(isGone) ? notices.filter((notice) => !isGone(notice)) : notices;
}

/** Whether a notice has nothing to say any more after a step of this origin, which may have gone to another workspace. */
function isOver(notice: Notice, origin: Origin, moved: boolean): boolean {
  const { about } = notice;
  if (offersUndo(notice) || about === 'gesture') return true;
  if (about === 'saving') return false;
  return about !== undefined && (moved || (about === 'opening' && origin === 'open'));
}

const offersUndo = ({ action }: Notice): boolean => action?.action.type === 'undo';
