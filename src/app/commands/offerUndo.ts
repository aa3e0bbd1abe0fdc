import type { Session } from '../../session/index.ts';

let last: number | null = null;

/**
 * Tells what was done and offers to undo it. Only the newest such offer stands: an older one would take back another
 * step than the one it names.
 */
export function offerUndo(session: Session, title: string): void {
  if (last !== null) session.dispatch({ type: 'dismiss-notice', id: last });
  const action = { title: 'Undo', action: { type: 'undo' } } as const;
  session.dispatch({ type: 'notify', notice: { tone: 'info', title, action } });
  last = session.getState().notices.at(-1)?.id ?? null;
}
