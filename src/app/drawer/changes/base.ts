import type { Session, Workspace } from '../../../session/index.ts';
import type { TextFile } from '../../../text/index.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { createStore } from '../../store.ts';

/** The restore point that a workspace is compared with, and its files. */
interface Base {
  readonly workspace: string;
  readonly point: string;
  readonly files: readonly TextFile[];
}

/** Null: compared with the files as they were opened, also after they are saved to their folder. Gone with the page. */
export const baseStore = createStore<{ readonly base: Base | null }>({ base: null });

/** The restore point that this workspace is compared with now. */
export function pointOf(
  { id }: Pick<Workspace, 'id'>,
  { base }: { readonly base: Base | null },
): string | null {
  return base?.workspace === id ? base.point : null;
}

/** The files that a workspace is compared with. */
export function filesBefore({ id, opened }: Pick<Workspace, 'id' | 'opened'>): readonly TextFile[] {
  const { base } = baseStore.get();
  return base?.workspace === id ? base.files : opened;
}

/** Compares with a restore point, once it is read, or (null) with the files as opened. */
export async function compareWith(session: Session, point: string | null): Promise<void> {
  if (point === null) return baseStore.set({ base: null });
  const { id } = session.getState().workspace;
  try {
    const files = await session.readRestorePoint(point);
    baseStore.set({ base: { workspace: id, point, files } });
  } catch (error) {
    tellFailure(session, 'The restore point could not be compared with')(error);
  }
}
