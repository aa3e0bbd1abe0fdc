import { useEffect, useState } from 'react';
import type { Told } from '../../../../session/index.ts';
import type { Request } from '../../../../traffic/index.ts';
import { useSession } from '../../../session.tsx';
import { ask } from '../../send/ask.ts';
import type { Compared } from './compareState.ts';

/** Both ways of a request, of the texts that were compared; until they are there anew, those of before stay. */
export function useWays(request: Request, compared: Compared): Told<'ways'> | null {
  const session = useSession();
  const [ways, setWays] = useState<Told<'ways'> | null>(null);
  const { before } = compared;
  useEffect(() => {
    let gone = false;
    void ask(session, 'ways', { request }, { before }).then((reply) => {
      if (!gone && reply && 'told' in reply) setWays(reply.told);
    });
    return () => {
      gone = true;
    };
  }, [session, request, before]);
  return ways;
}
