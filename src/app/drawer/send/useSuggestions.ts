import { useEffect, useState } from 'react';
import type { Session, SessionState } from '../../../session/index.ts';
import type { Suggestions } from '../../../traffic/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { ask } from './ask.ts';

let last: { readonly revision: number; readonly found: Promise<Suggestions | null> } | undefined;

/** One request for each rule, asked for once for each state of the text; null where a later question overtook it. */
export function suggestionsNow(
  session: Session,
  { revision }: Pick<SessionState, 'revision'> = session.getState(),
): Promise<Suggestions | null> {
  if (last?.revision === revision) return last.found;
  const found = ask(session, 'suggest', {}).then((reply) => {
    if (reply && 'told' in reply) return reply.told;
    if (last?.revision === revision) last = undefined;
    return null;
  });
  last = { revision, found };
  return found;
}

/** The same while they are looked at; what stood there before stays until they are there anew. */
export function useSuggestions(): Suggestions | null {
  const session = useSession();
  const revision = useSessionState((state) => state.revision);
  const [found, setFound] = useState<Suggestions | null>(null);
  useEffect(() => {
    let gone = false;
    void suggestionsNow(session, { revision }).then((now) => now && !gone && setFound(now));
    return () => {
      gone = true;
    };
  }, [session, revision]);
  return found;
}
