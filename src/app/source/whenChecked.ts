import type { Session } from '../../session/index.ts';

/** For longer nobody waits for a menu, in milliseconds. */
const AT_MOST = 2_000;

/** Resolves once all problems of the text as it is now are known; or soon, where the rules cannot be fetched. */
export function whenChecked(session: Session): Promise<void> {
  if (session.getState().checked) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, AT_MOST);
    const stop = session.subscribe(() => session.getState().checked && done());
  });
}
