import {
  deleteFile,
  newFile,
  openSample,
  putFiles,
  renameFile,
  renameWorkspace,
  resetToSample,
  revert,
} from './act-on-files.ts';
import { openFiles } from './act-on-open.ts';
import { keepRestorePoint, restore } from './act-on-points.ts';
import { select, selectAt, showFile } from './act-on-selection.ts';
import { editText, mendAllOf, operate } from './act-on-text.ts';
import { changeLook, changeView } from './act-on-view.ts';
import {
  deleteWorkspace,
  duplicateWorkspace,
  newWorkspace,
  renameKept,
  switchWorkspace,
  type WorkspaceHands,
} from './act-on-workspaces.ts';
import type { LessonKeeper } from './lesson-keeper.ts';
import type { LongWork } from './long-work.ts';
import type { OtherTabs } from './other-tabs.ts';
import type { PreferenceKeeper } from './preference-keeper.ts';
import type { Flow } from '../topology/index.ts';
import type { Action } from './types.ts';

export interface Hands extends WorkspaceHands {
  readonly opening: LongWork;
  readonly preferences: PreferenceKeeper;
  readonly otherTabs: OtherTabs;
  readonly lessons: LessonKeeper;
  canvasShape(flow: Flow): void;
}

/** Does one action. Returns whether it was done; throws only what nobody foresaw. */
export function perform(action: Action, hands: Hands): boolean {
  const { core, reading } = hands;
  const { store } = core;
  switch (action.type) {
    case 'operate':
      return operate(core, reading, action.operation, action.origin, action.mark);
    case 'mend-all':
      return mendAllOf(core, reading, action.code, action.fix, action.origin);
    case 'edit-text':
      return editText(core, reading.clock, action.path, action.edits, action.origin, action);
    case 'end-mark':
      core.endMark();
      return true;
    case 'cancel-mark':
      return core.cancelMark(action.mark);
    case 'undo':
      return core.undo();
    case 'redo':
      return core.redo();
    case 'select':
      return select(core, action.resource, action.path ?? [], action.origin);
    case 'select-at': {
      const file = reading.pipeline.files().find(({ path }) => path === action.path);
      return selectAt(core, file, action.offset, action.origin);
    }
    case 'show-file':
      return showFile(core, action.path);
    case 'open-files':
      return openFiles(core, action, reading, hands.opening, hands.freshId);
    case 'cancel-progress':
      return hands.opening.cancel();
    case 'new-file':
      return newFile(core, action.path, action.text);
    case 'rename-file':
      return renameFile(core, action.path, action.to);
    case 'delete-file':
      return deleteFile(core, action.path);
    case 'rename-workspace':
      if (action.id === undefined || action.id === store.get().workspace.id) {
        return renameWorkspace(core, action.name);
      }
      return renameKept(hands, action.id, action.name);
    case 'new-workspace':
      return newWorkspace(core, action.id ?? hands.freshId(), action.name);
    case 'switch-workspace':
      return switchWorkspace(hands, action.id);
    case 'duplicate-workspace':
      return duplicateWorkspace(hands, action.id);
    case 'delete-workspace':
      return deleteWorkspace(hands, action.id);
    case 'open-sample':
      return openSample(core, hands.freshId(), action.sample);
    case 'reset-to-sample':
      return resetToSample(core, hands.freshId(), action.sample);
    case 'keep-restore-point':
      return keepRestorePoint(core, hands.points, action.name, () => hands.autosave.touch());
    case 'restore':
      return restore(core, hands.points, action.point, hands.opening);
    case 'forget-restore-point':
      if (!hands.points.forget(action.point)) return false;
      hands.autosave.touch();
      return true;
    case 'save-now':
      hands.autosave.retry();
      return true;
    case 'save-over-other-tab':
      hands.otherTabs.saveOver();
      return true;
    case 'take-from-other-tab':
      hands.otherTabs.take();
      return true;
    case 'put-files':
      return putFiles(core, action);
    case 'keep-lesson':
      hands.lessons.keep(action.lesson);
      return true;
    case 'revert':
      return revert(core, action.path);
    case 'tidy':
      return core.rearrange({ kind: 'tidy' }, 'Tidy');
    case 'move-node': {
      const { node, x, y, held = false, mark } = action;
      const label = store.get().analysis.placed.nodes.find((placed) => placed.node.id === node)?.node.label;
      core.rearrange({ kind: 'move', node, x, y, held }, `Move ${label ?? 'a node'}`, mark);
      return true;
    }
    case 'view':
      return changeView(core, action.view);
    case 'look':
      return changeLook(core, hands.preferences, action.look);
    case 'canvas-shape':
      hands.canvasShape(action.flow);
      return true;
    case 'prefer':
      hands.preferences.prefer(action.preferences);
      return true;
    case 'folder':
      store.set({ folder: action.folder });
      return true;
    case 'ask-folder': {
      const { folder } = store.get();
      if (folder) store.set({ folder: { ...folder, asking: action.asking } });
      return folder !== null;
    }
    case 'retract':
      core.retract(action.about);
      return true;
    case 'notify':
      core.notify(action.notice);
      return true;
    case 'dismiss-notice':
      store.set({ notices: store.get().notices.filter(({ id }) => id !== action.id) });
      return true;
  }
}

/** What can be done before the workspace is there; everything else waits for it. */
export const NEEDS_NO_WORKSPACE: ReadonlySet<Action['type']> = new Set<Action['type']>([
  'prefer',
  'notify',
  'dismiss-notice',
  'canvas-shape',
]);
