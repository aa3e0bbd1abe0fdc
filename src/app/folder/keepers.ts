import {
  aloneAmongTabs,
  browserClock,
  folderOpener,
  folderOf,
  onReturn,
  pageStorage,
  type FolderHandle,
} from '../../browser/index.ts';
import {
  createFolderKeeper,
  isNothing,
  needsAsking,
  type FolderKeeper,
  type Session,
} from '../../session/index.ts';
import { announce } from '../canvas/state/canvasState.ts';
import { panes } from '../commands/panes.ts';

const keepers = new WeakMap<Session, FolderKeeper>();

/** Who keeps folders for this session: begins with the first that asks, and stays. */
export function keeperOf(session: Session): FolderKeeper {
  const known = keepers.get(session);
  if (known) return known;
  const keeper = createFolderKeeper({
    session,
    storage: pageStorage(),
    clock: browserClock,
    opener: folderOpener,
    unique: () => crypto.randomUUID(),
    alone: aloneAmongTabs,
  });
  // Where the browser tells of changes, this finds nothing; a disk in the network may tell nobody.
  onReturn(() => void keeper.look());
  keepers.set(session, keeper);
  return keeper;
}

export async function openFolder(session: Session, handle: FolderHandle): Promise<void> {
  await keeperOf(session).open(folderOf(handle));
}

/** Saves, after asking where files come or go by it. */
export async function saveToFolder(session: Session): Promise<void> {
  const keeper = keeperOf(session);
  if (!(await keeper.reconnect())) return;
  const plan = keeper.plan();
  if (!plan || isNothing(plan)) announce('Everything is in the folder already');
  else if (needsAsking(plan)) panes.shell?.openDialog('folder-save');
  else await saveNow(session);
}

export async function saveNow(session: Session): Promise<void> {
  const outcome = await keeperOf(session).save();
  if (outcome === 'saved') announce(`Saved to ${session.getState().folder?.name ?? 'the folder'}`);
  if (outcome === 'asked') panes.shell?.openDialog('folder-questions');
}
