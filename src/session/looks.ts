import type { PlacedTopology } from '../topology/index.ts';
import type { Pictures } from './pictures.ts';
import type { ClockPort, StoragePort } from './ports.ts';
import type { Store } from './store.ts';
import {
  lookKey,
  NOTHING_KEPT,
  placesKey,
  readLook,
  readPlaces,
  storedLook,
  storedPlaces,
  type KeptLook,
} from './stored-look.ts';
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

type Kept = Pick<KeptLook, 'view' | 'look'>;

export function createLooks({ store, pictures, storage, clock }: LooksOptions): Looks {
  const visited = new Map<string, Kept>();
  let written: Seen | null = null;
  let cancelTimer: (() => void) | null = null;

  const keptOf = ({ view, look }: SessionState): Kept => ({ view: look.ownView ? view : null, look });
  const placesOf = ({ workspace, view, analysis }: SessionState) =>
    storedPlaces(pictures.kept(workspace.id, view, analysis.placed));
  const keep = (key: string, value: unknown) => storage.set(key, value).catch(() => {});
  const stored = (key: string) => storage.get(key).catch(() => undefined);

  const write = (state: SessionState) => {
    cancelTimer?.();
    cancelTimer = null;
    const { id } = state.workspace;
    const [before, now] = [written, seenIn(state)];
    written = now;
    void keep(lookKey(id), storedLook(keptOf(state)));
    if (!before || !samePlaces(before, now)) void keep(placesKey(id), placesOf(state));
  };
  const stop = store.subscribe(() => {
    const state = store.get();
    const seen = seenIn(state);
    if (!state.ready || written?.workspace !== seen.workspace) written = seen;
    if (written.look === seen.look && samePlaces(written, seen)) return;
    cancelTimer?.();
    cancelTimer = clock.after(DELAY, () => write(store.get()));
  });

  return {
    async read(id) {
      if (visited.has(id)) return;
      const [look, places] = await Promise.all([stored(lookKey(id)), stored(placesKey(id))]);
      pictures.know(id, readPlaces(places));
      visited.set(id, readLook(look));
    },
    enter: (id) => visited.get(id) ?? NOTHING_KEPT,
    left(state) {
      if (!state.ready) return;
      if (cancelTimer) write(state);
      visited.set(state.workspace.id, keptOf(state));
    },
    async copy(from, to) {
      const open = store.get();
      const isOpen = open.workspace.id === from;
      const here = isOpen ? keptOf(open) : visited.get(from);
      const look = here ? storedLook(here) : await stored(lookKey(from));
      const places = isOpen ? placesOf(open) : await stored(placesKey(from));
      if (look !== undefined) await keep(lookKey(to), look);
      if (places !== undefined) await keep(placesKey(to), places);
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

/** Whether both show the same picture, with all nodes where they stood. A change of words moves nothing. */
function samePlaces({ view, placed: before }: Seen, { view: next, placed: after }: Seen): boolean {
  if (view !== next) return false;
  if (before === after) return true;
  return (
    before.nodes.length === after.nodes.length &&
    after.nodes.every((node, index) => {
      const old = before.nodes[index];
      return old === node || (old?.node.id === node.node.id && old.x === node.x && old.y === node.y);
    })
  );
}
