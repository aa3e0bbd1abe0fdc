import type { Session } from '../types.ts';

/** Whether a workspace has come onto the screen, once nothing is under way any more that could bring it there. */
export function shown(session: Session, id: string): Promise<boolean> {
  return new Promise((resolve) => {
    const isThere = () => session.getState().workspace.id === id;
    const end = (there: boolean) => {
      stop();
      resolve(there);
    };
    const stop = session.subscribe(() => isThere() && end(true));
    if (isThere()) end(true);
    else void session.settled().then(() => end(isThere()));
  });
}
