import type { Session } from '../../session/index.ts';

/** What to do with an error that was caught: a notice with this title, and what the error says. */
export function tellFailure(session: Session, title: string): (error: unknown) => void {
  return (error) => {
    const detail = error instanceof Error ? error.message : String(error);
    session.dispatch({ type: 'notify', notice: { tone: 'error', title, detail } });
  };
}
