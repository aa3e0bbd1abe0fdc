import type { PlacedTopology } from '../topology/index.ts';
import type { Pictures } from './pictures.ts';
import type { ClockPort, StoragePort } from './ports.ts';
import type { Store } from './store.ts';
import { lookKey, NOTHING_KEPT, readLook, storedLook, type KeptLook } from './stored-look.ts';
import type { SessionState } from './types.ts';

/** Long enough that a walk through the picture is one write. */
const DELAY = 600;

/**
 * How workspaces are looked at, kept beside them: what is drawn, from where, and where nodes stand. Kept without a fuss:
 * if it cannot be, no work is lost.
 */
export interface Looks {
  /** Reads how a workspace was looked at, unless it was open in this session. Never rejects. */
  read(id: string): Promise<void>;
  /** How a workspace is to be looked at that is about to be shown. */
  enter(id: string): Pick<KeptLook, 'view' | 'look'>;
  /** The workspace of this state is no longer the one shown. */
  left(state: SessionState): void;
  /** Makes one workspace be looked at as another is. */
  copy(from: string, to: string): Promise<void>;
  /** Writes at once what is not yet written. */
  leave(): void;
  dispose(): void;
}

export interface LooksOptions {
  readonly store: Store<SessionState>;
  readonly pictures: Pictures;
  readonly storage: StoragePort;
  readonly clock: ClockPort;
}

export function createLooks({ store, pictures, storage, clock }: LooksOptions): Looks {
  const visited = new Map<string, KeptLook>();
  let written: Seen | null = null;
  let cancelTimer: (() => void) | null = null;

  const keptOf = ({ workspace, view, look, analysis }: SessionState): KeptLook => ({
    view: look.ownView ? view : null,
    look,
    pictures: pictures.kept(workspace.id, view, analysis.placed),
  });
  const write = (state: SessionState) => {
    cancelTimer?.();
    cancelTimer = null;
    written = seenIn(state);
    storage.set(lookKey(state.workspace.id), storedLook(keptOf(state))).catch(() => {});
  };
  const stop = store.subscribe(() => {
    const state = store.get();
    const seen = seenIn(state);
    if (!state.ready || written?.workspace !== seen.workspace) written = seen;
    if (looksAlike(written, seen)) return;
    cancelTimer?.();
    cancelTimer = clock.after(DELAY, () => write(store.get()));
  });

  return {
    async read(id) {
      if (visited.has(id)) return;
      const stored = await storage.get(lookKey(id)).catch(() => null);
      const kept = readLook(stored);
      pictures.know(id, kept.pictures);
      visited.set(id, kept);
    },
    enter: (id) => visited.get(id) ?? NOTHING_KEPT,
    left(state) {
      if (!state.ready) return;
      if (cancelTimer) write(state);
      visited.set(state.workspace.id, keptOf(state));
    },
    async copy(from, to) {
      const open = store.get();
      const here = open.workspace.id === from ? keptOf(open) : visited.get(from);
      const stored = here ? storedLook(here) : await storage.get(lookKey(from)).catch(() => undefined);
      if (stored !== undefined) await storage.set(lookKey(to), stored).catch(() => {});
    },
    leave() {
      if (cancelTimer) write(store.get());
    },
    dispose() {
      stop();
      cancelTimer?.();
    },
  };
}

/** What of a state is kept. */
interface Seen extends Pick<SessionState, 'view' | 'look'> {
  readonly workspace: string;
  readonly placed: PlacedTopology;
}

const seenIn = ({ workspace, view, look, analysis }: SessionState): Seen => ({
  workspace: workspace.id,
  view,
  look,
  placed: analysis.placed,
});

/** Whether both show the same picture from the same place. A change of words moves nothing. */
function looksAlike({ placed: before, ...a }: Seen, { placed: after, ...b }: Seen): boolean {
  if (a.view !== b.view || a.look !== b.look) return false;
  if (before === after) return true;
  return (
    before.nodes.length === after.nodes.length &&
    after.nodes.every((node, index) => {
      const old = before.nodes[index];
      return old === node || (old?.node.id === node.node.id && old.x === node.x && old.y === node.y);
    })
  );
}
