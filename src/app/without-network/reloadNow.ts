import type { Session, SessionState } from '../../session/index.ts';
import { offlineStore } from './offlineStore.ts';

const isSettled = ({ save }: SessionState): boolean => save.kind === 'saved' || save.kind === 'failed';

/** Loads the page with its new version, once everything is saved. Where that cannot be, it stays, and says why. */
export async function reloadNow(session: Session): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!isSettled(session.getState())) return;
      stop();
      resolve();
    };
    const stop = session.subscribe(look);
    look();
  });
  if (session.getState().save.kind === 'saved') return offlineStore.get().update?.();
  session.dispatch({
    type: 'notify',
    notice: {
      tone: 'warning',
      title: 'The page was not loaded anew',
      detail: 'Your last changes could not be saved, and would be lost. Download your files first.',
    },
  });
}
