import type { ClockPort, StoragePort } from '../ports.ts';
import type { Session } from '../types.ts';
import { foundAt, foundBy, wordsOf } from './disk.ts';
import { linkTo, rememberedLink, rememberedPort, type Link } from './link.ts';
import { forgetRecord, keepBase, keepRecord } from './record.ts';
import { isNothing, planSave, stepsOf, type SavePlan } from './save-plan.ts';
import { answered, settle, type Base, type Found } from './settle.ts';
import { shown } from './shown.ts';
import type { FolderOpener, FolderPort } from './source.ts';
import { sameQuestions, standingOf } from './standing.ts';
import { walkFolder, type Walked } from './walk.ts';
import { writeLink } from './write-link.ts';
import {
  deniedNotice,
  failedNotice,
  forgetfulNotice,
  goneNotice,
  leftNotice,
  questionsNotice,
  settledNotice,
} from './words.ts';

/** Keeps a workspace and the folder that it was opened from in step, and never overwrites either unasked. */
export interface FolderKeeper {
  /** Opens a folder as a workspace of its own, or the workspace that it has already. */
  open(port: FolderPort): Promise<void>;
  /** Looks whether something has changed in the folder. */
  look(): Promise<void>;
  /** What saving would do; null without a folder. */
  plan(): SavePlan | null;
  /** Writes to the folder what is different here. What has changed there meanwhile is not overwritten. */
  save(): Promise<'saved' | 'nothing' | 'asked' | 'failed'>;
  /** Decides questions: the text that each of these files has from now on, null for none. */
  answer(answers: ReadonlyMap<string, string | null>): void;
  /** Asks the browser for the folder again; only in a click. Resolves to whether it may be used. */
  reconnect(): Promise<boolean>;
  /** The workspace stays, and has no folder any more. */
  leave(): Promise<void>;
  /** Resolves once what is under way is done. */
  settled(): Promise<void>;
  dispose(): void;
}

export interface FolderKeeperOptions {
  readonly session: Session;
  readonly storage: StoragePort;
  readonly clock: ClockPort;
  readonly opener: FolderOpener;
  readonly unique: () => string;
  /** Runs work while no other tab writes to folders. */
  readonly alone?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** After the first word of a change some more come at once: a checkout writes many files. */
const CALM = 250;

export function createFolderKeeper(options: FolderKeeperOptions): FolderKeeper {
  const { session, storage, clock, opener, unique, alone = (work) => work() } = options;
  const links = new Map<string, Link>();
  let current: Link | null = null;
  let seen: string | null = null;
  let saving = false;
  let disposed = false;
  let stopWatching = () => {};
  let cancelCalm = () => {};
  /** Looking and saving, one after the other: both move what both sides agree on. */
  let queue: Promise<unknown> = Promise.resolve();
  let looksAhead = 0;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  };

  // --- What the session is told ---

  let told: { files: unknown; base: unknown; link: Link | null } = { files: null, base: null, link: null };
  const publish = (force = true) => {
    const { workspace, folder } = session.getState();
    if (!current || current.workspace !== workspace.id) {
      if (folder) session.dispatch({ type: 'folder', folder: null });
      return;
    }
    const { base } = current;
    if (!force && told.link === current && told.files === workspace.files && told.base === base) return;
    told = { files: workspace.files, base, link: current };
    const next = standingOf(current, workspace, saving, folder);
    if (next !== folder) session.dispatch({ type: 'folder', folder: next });
  };

  const forgetful = (link: Link) => (error: unknown) =>
    session.dispatch({ type: 'notify', notice: forgetfulNotice(link.name, wordsOf(error)) });

  const keepFolder = ({ workspace, name, port, left }: Link) =>
    keepRecord(storage, workspace, { name, handle: port.handle, left });

  /**
   * What both sides agree on is kept once the workspace is: ahead of it, after a crash, the older text of the workspace
   * would seem to be this person's change, and saving would overwrite the folder's newer one. Behind it, a file is merged
   * or asked about once more.
   */
  const keepAgreed = () => {
    const { save, workspace } = session.getState();
    if (!current?.unkept || current.workspace !== workspace.id || save.kind !== 'saved') return;
    current.unkept = false;
    keepBase(storage, current.workspace, current.base).catch(forgetful(current));
  };

  const moved = (link: Link) => {
    link.unkept = true;
    keepAgreed();
  };

  // --- Looking ---

  /** Puts in place what follows from what was found. Everything at once, so that no key falls between. */
  const bringTogether = (link: Link, found: Found, all: boolean) => {
    const { workspace } = session.getState();
    if (link.workspace !== workspace.id) return null;
    const before = link.base;
    const settled = settle(before, workspace, found);
    link.base = settled.base;
    link.found = all ? found : new Map([...link.found, ...found]);
    const asked = link.questions;
    const others = all ? [] : asked.filter(({ path }) => !found.has(path));
    link.questions = [...others, ...settled.questions];
    const { files, opened } = settled;
    if (files !== workspace.files || opened !== workspace.opened) {
      session.dispatch({ type: 'put-files', files, opened, label: `Changes in ${link.name}` });
    }
    const notice = settledNotice(link.name, settled);
    if (notice) session.dispatch({ type: 'notify', notice });
    if (link.questions.length === 0) session.dispatch({ type: 'retract', about: 'folder questions' });
    else if (!sameQuestions(asked, link.questions)) {
      session.dispatch({ type: 'retract', about: 'folder questions' });
      session.dispatch({ type: 'notify', notice: questionsNotice(link.name, link.questions) });
    }
    if (link.base !== before) moved(link);
    publish();
    return settled;
  };

  const lost = async (link: Link, error: unknown) => {
    const access = await link.port.permission(false).catch(() => 'granted' as const);
    const was = link.access;
    link.access = access === 'granted' ? 'gone' : 'asks';
    if (link === current && link.access === 'gone' && was !== 'gone') {
      session.dispatch({ type: 'notify', notice: goneNotice(link.name, wordsOf(error)) });
    }
    publish();
  };

  const lookNow = async (link: Link): Promise<void> => {
    if (link !== current || disposed || link.access === 'asks') return;
    try {
      const walked = await walkFolder(link.port.root, { known: link.walked });
      const found = await foundBy(walked, link.base, link.port);
      link.walked = walked;
      link.left = walked.left;
      if (link.access === 'gone') {
        link.access = 'open';
        session.dispatch({ type: 'retract', about: 'folder' });
      }
      // A checkout may change all of it at once: what that brings is read before, and the page goes on meanwhile.
      const ahead = settle(link.base, session.getState().workspace, found);
      if (ahead.files !== session.getState().workspace.files) await session.readAhead(ahead.files);
      if (link === current) bringTogether(link, found, true);
    } catch (error) {
      await lost(link, error);
    }
  };

  const look = (): Promise<void> => {
    // One that has not begun yet will see it all.
    if (!current || looksAhead > 0) return queue.then(() => {});
    looksAhead++;
    return inTurn(async () => {
      looksAhead--;
      // Another folder than before may be open by now, and relies on this look.
      if (current) await lookNow(current);
    });
  };

  const changed = () => {
    cancelCalm();
    cancelCalm = clock.after(CALM, () => void look());
  };

  const watch = async (link: Link) => {
    stopWatching();
    stopWatching = () => {};
    const stop = await link.port.watch(changed).catch(() => null);
    if (!stop) return;
    if (link === current && !disposed) stopWatching = stop;
    else stop();
  };

  /** The folder may be used from now on. */
  const begin = async (link: Link) => {
    link.access = 'open';
    publish();
    void watch(link);
    await look();
  };

  // --- Which folder ---

  const enter = async (id: string): Promise<void> => {
    stopWatching();
    stopWatching = () => {};
    const link = links.get(id) ?? (await remembered(id));
    if (id !== session.getState().workspace.id || disposed) return;
    current = link;
    publish();
    if (!link) return;
    const access = await link.port.permission(false).catch(() => 'denied' as const);
    if (link !== current) return;
    if (access === 'granted') await begin(link);
    else {
      link.access = 'asks';
      publish();
    }
  };

  const remembered = async (id: string): Promise<Link | null> => {
    const link = await rememberedLink(storage, opener, id);
    const known = links.get(id);
    if (link && !known) links.set(id, link);
    return known ?? link;
  };

  let entering: Promise<unknown> = Promise.resolve();
  const onSession = () => {
    const { ready, workspace } = session.getState();
    if (!ready || disposed) return;
    if (workspace.id === seen) {
      keepAgreed();
      return publish(false);
    }
    seen = workspace.id;
    current = null;
    publish();
    entering = enter(workspace.id).catch(() => {});
  };
  const stopSession = session.subscribe(onSession);
  onSession();

  /** The workspace that this folder was opened as before. */
  const alreadyOpen = async (port: FolderPort): Promise<Link | null> => {
    const { workspace, workspaces } = session.getState();
    const ids = new Set([workspace.id, ...workspaces.map(({ id }) => id)]);
    for (const id of ids) {
      const known = links.get(id)?.port ?? (await rememberedPort(storage, opener, id));
      if (await known?.same(port).catch(() => false)) return remembered(id);
    }
    return null;
  };

  const openAgain = async (before: Link, port: FolderPort) => {
    const link = { ...before, port };
    links.set(link.workspace, link);
    if (session.getState().workspace.id === link.workspace) {
      current = link;
      await begin(link);
    } else {
      session.dispatch({ type: 'switch-workspace', id: link.workspace });
      await shown(session, link.workspace);
      await entering;
    }
    await keepFolder(link).catch(forgetful(link));
    const { workspace } = session.getState();
    if (link !== current || workspace.id !== link.workspace) return;
    // Nothing of one's own is open: so it counts as opened now.
    if (isNothing(planSave(link.base, workspace.files)) && workspace.opened !== workspace.files) {
      const { files } = workspace;
      session.dispatch({ type: 'put-files', files, opened: files, label: `Open ${link.name}` });
    }
  };

  const openAnew = async (port: FolderPort) => {
    const { name } = port.root;
    let walked: Walked | null = null;
    const done = await session.work(async (signal, tell) => {
      tell({ label: `Looking through ${name}`, done: 0, total: 0 });
      const onProgress = (count: number) =>
        tell({ label: `Looking through ${name}: ${count} files`, done: 0, total: 0 });
      walked = await walkFolder(port.root, { signal, onProgress });
    });
    const found = walked as Walked | null;
    if (!done || !found) return;
    const base: Base = new Map(found.files.map((file) => [file.path, file]));
    const link = linkTo(unique(), name, port, base, found);
    links.set(link.workspace, link);
    const id = link.workspace;
    const opened = found.files.map(({ path, text }) => ({ path, content: text }));
    if (opened.length === 0) session.dispatch({ type: 'new-workspace', name, id });
    else session.dispatch({ type: 'open-files', files: opened, mode: 'replace', name, id });
    if (!(await shown(session, link.workspace))) {
      links.delete(link.workspace);
      return;
    }
    await entering;
    moved(link);
    await keepFolder(link).catch(forgetful(link));
    const notice = leftNotice(name, found.left);
    if (notice) session.dispatch({ type: 'notify', notice });
  };

  // --- Saving ---

  const saveNow = async (link: Link): Promise<'saved' | 'nothing' | 'asked' | 'failed'> => {
    const planNow = () => planSave(link.base, session.getState().workspace.files);
    const paths = stepsOf(planNow()).map(({ path }) => path);
    if (paths.length === 0) return 'nothing';
    // In a folder that is gone every file would seem deleted.
    await link.port.root.entries();
    const { found, failed: unread } = await foundAt(paths, link.base, link.port);
    if (link !== current) return 'failed';
    bringTogether(link, found, false);
    const held = new Set([...link.questions, ...unread].map(({ path }) => path));
    const steps = stepsOf(planNow()).filter(({ path }) => found.has(path) && !held.has(path));
    const done = await writeLink(session, link, steps);
    moved(link);
    const written = { ...done, failed: [...unread, ...done.failed] };
    session.dispatch({ type: 'retract', about: 'folder' });
    if (written.failed.length + written.waiting.length > 0) {
      session.dispatch({ type: 'notify', notice: failedNotice(link.name, written) });
      return 'failed';
    }
    return link.questions.length > 0 ? 'asked' : 'saved';
  };

  const reconnect = async (): Promise<boolean> => {
    const link = current;
    if (!link) return false;
    if (link.access === 'open') return true;
    const access = await link.port.permission(true).catch(() => 'denied' as const);
    if (link !== current) return false;
    if (access === 'granted') {
      await begin(link);
      return current === link && session.getState().folder?.access === 'open';
    }
    session.dispatch({ type: 'notify', notice: deniedNotice(link.name) });
    return false;
  };

  const keeper: FolderKeeper = {
    async open(port) {
      // A folder that was dropped may be read, and not yet be written.
      await port.permission(true).catch(() => 'prompt');
      const before = await alreadyOpen(port);
      await (before ? openAgain(before, port) : openAnew(port));
    },
    look,
    plan: () => (current ? planSave(current.base, session.getState().workspace.files) : null),
    async save() {
      if (!(await reconnect())) return 'failed';
      const link = current;
      if (!link) return 'nothing';
      return inTurn(async () => {
        saving = true;
        publish();
        try {
          return await alone(() => saveNow(link));
        } catch (error) {
          await lost(link, error);
          if (link.access === 'asks') session.dispatch({ type: 'notify', notice: deniedNotice(link.name) });
          return 'failed';
        } finally {
          saving = false;
          publish();
        }
      });
    },
    answer(answers) {
      const link = current;
      const { workspace } = session.getState();
      if (!link || link.workspace !== workspace.id) return;
      const next = answered(link.base, workspace, link.questions, link.found, answers);
      link.base = next.base;
      link.questions = link.questions.filter(({ path }) => !answers.has(path));
      session.dispatch({
        type: 'put-files',
        files: next.files,
        opened: next.opened,
        label: `Decide about ${link.name}`,
      });
      if (link.questions.length === 0) session.dispatch({ type: 'retract', about: 'folder questions' });
      moved(link);
      publish();
    },
    reconnect,
    async leave() {
      const link = current;
      if (!link) return;
      stopWatching();
      links.delete(link.workspace);
      current = null;
      publish();
      for (const about of ['folder', 'folder questions'] as const)
        session.dispatch({ type: 'retract', about });
      await forgetRecord(storage, link.workspace).catch(() => {});
    },
    async settled() {
      await entering;
      for (let before; before !== queue;) await (before = queue);
    },
    dispose() {
      disposed = true;
      stopSession();
      stopWatching();
      cancelCalm();
    },
  };
  return keeper;
}
