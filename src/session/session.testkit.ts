import * as checks from '../checks/index.ts';
import { createSession } from './create-session.ts';
import { createFakeClock } from './fake-clock.testkit.ts';
import { createMemoryDisk } from './memory-storage.ts';
import type { Ports } from './ports.ts';
import type { Session, SessionState } from './types.ts';

let serial = 0;

export interface Opened {
  readonly session: Session;
  readonly clock: ReturnType<typeof createFakeClock>;
  readonly disk: ReturnType<typeof createMemoryDisk>;
  readonly state: () => SessionState;
}

/** A session that has opened what the disk holds, or the sample. */
export async function open(
  options: {
    disk?: ReturnType<typeof createMemoryDisk>;
    ports?: Partial<Ports>;
    before?: (session: Session) => void;
  } = {},
): Promise<Opened> {
  const clock = createFakeClock();
  const disk = options.disk ?? createMemoryDisk();
  const session = createSession(
    { storage: disk.connect(), clock, ...options.ports },
    { unique: () => `unique-${++serial}`, checks },
  );
  options.before?.(session);
  await clock.advance(0);
  await session.settled();
  return { session, clock, disk, state: () => session.getState() };
}

export function textOf(state: SessionState, path: string): string {
  const file = state.workspace.files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`no ${path}`);
  return file.text;
}
