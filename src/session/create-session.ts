import { emptyMesh, type GivenSettings } from '../istio/index.ts';
import { WHOLE_VIEW, type Flow } from '../topology/index.ts';
import type { Checks } from './checks.ts';
import { createAutosave } from './autosave.ts';
import { createCatchingUp } from './catching-up.ts';
import { createCore } from './core.ts';
import { NEEDS_NO_WORKSPACE, perform, type Hands } from './dispatch.ts';
import { createLateReading } from './late-reading.ts';
import { createLessonKeeper, LESSONS } from './lesson-keeper.ts';
import { createLongWork } from './long-work.ts';
import { createOtherTabs } from './other-tabs.ts';
import { createPipeline } from './pipeline.ts';
import { createLooks } from './looks.ts';
import { createPictures } from './pictures.ts';
import { placeOn } from './placing.ts';
import type { Ports } from './ports.ts';
import { createPreferenceKeeper } from './preference-keeper.ts';
import { DEFAULT_PREFERENCES } from './preferences.ts';
import { areLarge, AT_ONCE, readAhead, type ReadingOptions } from './reading.ts';
import { createPointsKeeper } from './points-keeper.ts';
import { createSaveTeller } from './save-teller.ts';
import { EMPTY_SHELF, readShelf, SHELF, type Shelf } from './shelf.ts';
import { startUp, type FirstContent } from './start-up.ts';
import { createStore } from './store.ts';
import { NO_LOOK } from './stored-look.ts';
import { isWorthless } from './worthless.ts';
import type { Action, Look, Session, SessionState } from './types.ts';

/** Milliseconds after the start at which RE2 is fetched: nothing on the first screen waits for it. */
const REGEXES_AFTER = 2_500;

export interface SessionOptions {
  /** Fetches what reads regular expressions as Envoy does; asked for once the first screen has had its time. */
  readonly regexes?: () => Promise<unknown>;
  /** The rules that find problems; while they are on their way, `checked` is false. */
  readonly checks: Checks | Promise<Checks>;
  readonly settings?: GivenSettings;
  /** What is open where nothing is kept; the sample without it. */
  readonly first?: FirstContent;
  /** Makes names that are never given twice, in this tab or another. */
  readonly unique?: () => string;
}

/**
 * A session: the one thing that changes. It loads the work that was kept (or the sample) by itself; until then
 * `ready` is false, and what is asked of the workspace waits.
 */
export function createSession(ports: Ports, options: SessionOptions): Session {
  const { storage, clock, page } = ports;
  const unique =
    options.unique ?? (() => `${clock.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`);
  const pipeline = createPipeline({
    atOnce: AT_ONCE,
    ...(options.settings ? { settings: options.settings } : {}),
  });
  const store = createStore(initialState(options.settings));
  let haveRules = false;
  const useChecks = (checks: Checks) => {
    haveRules = true;
    pipeline.check(checks);
    if (pipeline.canCatchUp()) catchingUp.start();
    if (!pipeline.isBehind()) store.set({ checked: true });
  };
  const reading: ReadingOptions = { pipeline, clock, parser: ports.parser };
  let canvasFlow: Flow = 'down';
  const flow = (look: Look) => {
    const wanted = look.flow ?? store.get().preferences.flow;
    return wanted === 'auto' ? canvasFlow : wanted;
  };
  const pictures = createPictures();
  const looks = createLooks({ store, pictures, storage, clock });

  let shelf = EMPTY_SHELF;
  const onShelf = (next: Shelf) => {
    shelf = next;
    store.set({ workspaces: next.kept });
  };
  const hearShelf = () =>
    void storage.get(SHELF).then(
      (raw) => onShelf(readShelf(raw) ?? EMPTY_SHELF),
      () => {}, // The list stays as it was last heard of.
    );

  const core = createCore({
    store,
    pipeline,
    pictures,
    flow,
    looks,
    onBehind() {
      store.set({ checked: false });
      // Without rules there is nothing to find yet; it begins with them.
      if (haveRules) catchingUp.start();
    },
    onEdited(before, step) {
      const { workspace } = store.get();
      if (workspace.opened !== before.workspace.opened) offering = true;
      offerDrawer();
      if (workspace.id === before.workspace.id) points.edited(before.workspace, step);
      else {
        const kept = points.moved(before.workspace.id);
        autosave.moved({ ...before, points: kept }, isWorthless(before.workspace, kept));
        page?.tab?.remember(workspace.id);
      }
      autosave.touch();
      lateReading.touch();
    },
  });
  const autosave = createAutosave({
    storage,
    clock,
    unique,
    snapshot() {
      const { workspace, activeFile, restorePoints } = store.get();
      return { workspace, activeFile, points: restorePoints };
    },
    shelf: () => shelf,
    onShelf,
    onState: (save) => tellSave(save),
    onConflict: () => otherTabs.conflict(),
  });
  const tellSave = createSaveTeller(core, page, () => autosave.pending());
  const points = createPointsKeeper({ core, storage, clock, unique, keyOf: (text) => autosave.keyOf(text) });
  const otherTabs = createOtherTabs(core, autosave, points, storage);
  const failed = (error: unknown) => core.notify(unexpected(error));
  const opening = createLongWork(store, failed);
  const late = createLongWork(store, failed);
  const lateReading = createLateReading(core, reading, late, page?.released);
  const preferences = createPreferenceKeeper(core, storage, clock);
  const lessons = createLessonKeeper(core, storage);
  const catchingUp = createCatchingUp({
    pipeline,
    clock,
    released: page?.released,
    onError: failed,
    onDone: () =>
      store.together(() => {
        store.set({ checked: true });
        core.refresh();
        offerDrawer();
      }),
  });

  let offering = false;
  /** Once for what was opened, when its problems are known. */
  const offerDrawer = () => {
    if (!offering || pipeline.isBehind()) return;
    offering = false;
    const { preferences: liked, analysis } = store.get();
    const troubled = analysis.problems.some(({ severity }) => severity === 'error' || severity === 'warning');
    if (liked.drawerOpen === 'auto' && troubled) {
      preferences.prefer({ drawerOpen: true, drawerTab: 'problems' });
    }
  };

  const hands: Hands = {
    core,
    storage,
    autosave,
    points,
    looks,
    reading,
    opening,
    onShelf,
    preferences,
    otherTabs,
    lessons,
    freshId: unique,
    canvasShape(shape) {
      if (shape === canvasFlow) return;
      canvasFlow = shape;
      core.refresh();
    },
  };
  const waiting: Action[] = [];
  const dispatch = (action: Action): boolean => {
    if (!store.get().ready && !NEEDS_NO_WORKSPACE.has(action.type)) {
      waiting.push(action);
      return true;
    }
    try {
      return store.together(() => perform(action, hands));
    } catch (error) {
      failed(error);
      return false;
    }
  };

  const recalled = page?.tab?.recall() ?? null;
  const started = startUp({
    core,
    autosave,
    storage,
    reading,
    freshId: unique,
    points,
    looks,
    onShelf,
    recalled,
    ...(options.first && { first: options.first }),
  }).then(() => {
    page?.tab?.remember(store.get().workspace.id);
    for (const action of waiting.splice(0)) dispatch(action);
  });
  // Rules that cannot be loaded leave the page without problems, not without picture, forms and text.
  const checked =
    options.checks instanceof Promise ? options.checks.then(useChecks, failed) : useChecks(options.checks);
  const cancelRegexes = clock.after(REGEXES_AFTER, () => {
    if (!options.regexes) return;
    // The rules find again only in documents whose patterns were waiting.
    Promise.all([options.checks, options.regexes()]).then(([rules]) => useChecks(rules), failed);
  });
  const stops = [
    page?.onLeave(() => {
      autosave.leave();
      preferences.leave();
      looks.leave();
    }),
    storage.watch?.((key) => {
      if (key === LESSONS) return lessons.hear();
      otherTabs.heard(key);
      hearShelf();
    }),
  ];

  return {
    getState: store.get,
    subscribe: store.subscribe,
    onChanges: core.onChanges,
    dispatch,
    work: (run) =>
      new Promise((resolve, reject) => {
        opening.start(async (signal) => {
          signal.addEventListener('abort', () => resolve(false));
          await run(signal, (progress) => void (signal.aborted || store.set({ progress }))).then(
            () => resolve(true),
            reject,
          );
        });
      }),
    async readAhead(files, { documents = [], signal = new AbortController().signal } = {}) {
      pipeline.prepare(documents);
      if (areLarge(files)) await readAhead(files, reading, signal, () => {});
    },
    readRestorePoint: (id) => points.read(id),
    async settled() {
      await Promise.all([started, checked]);
      do {
        await opening.settled();
        await lateReading.settled();
        await catchingUp.settled();
        await autosave.settled();
      } while (opening.running() || late.running());
    },
    dispose() {
      cancelRegexes();
      for (const stop of stops) stop?.();
      lateReading.dispose();
      catchingUp.dispose();
      opening.cancel();
      autosave.dispose();
      looks.dispose();
    },
  };
}

function initialState(settings?: GivenSettings): SessionState {
  const topology = { nodes: [], edges: [] };
  return {
    ready: false,
    checked: false,
    revision: 0,
    workspace: { id: '', name: '', files: [], opened: [] },
    folder: null,
    workspaces: [],
    lessons: [],
    restorePoints: [],
    analysis: {
      mesh: emptyMesh(settings),
      problems: [],
      topology,
      drawn: topology,
      placed: placeOn(null, topology, 'down'),
    },
    view: WHOLE_VIEW,
    look: NO_LOOK,
    selection: null,
    activeFile: null,
    undo: null,
    redo: null,
    save: { kind: 'saved' },
    progress: null,
    notices: [],
    preferences: DEFAULT_PREFERENCES,
  };
}

function unexpected(error: unknown) {
  const detail = error instanceof Error ? error.message : String(error);
  return { tone: 'error', title: 'That did not work; nothing was changed', detail } as const;
}
