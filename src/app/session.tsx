import { createContext, useCallback, useContext, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { Session, SessionState } from '../session/index.ts';

const SessionContext = createContext<Session | null>(null);

/** Gives the session to everything inside. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session around a component. Throws without a `SessionProvider`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider around it');
  return session;
}

/**
 * A part of the session's state; the component is drawn again only when that part changes.
 * `select` may make a new object each time if `equal` says when two are the same.
 */
export function useSessionState<T>(
  select: (state: SessionState) => T,
  equal: (a: T, b: T) => boolean = Object.is,
): T {
  const session = useSession();
  const last = useRef<{ value: T } | null>(null);
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(subscribe, () => {
    const value = select(session.getState());
    if (last.current && equal(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  });
}
