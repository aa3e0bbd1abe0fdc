import { useEffect, useRef, useState } from 'react';
import { openChannel, readTold, type Asked, type NotesChannel, type Told } from './messages.ts';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 3000;

export interface Notes {
  /** The last that the presentation has told. */
  readonly told: Told | null;
  /** `gone` once it has ended, or nobody answers. */
  readonly state: 'asking' | 'here' | 'gone';
  readonly ask: (what: Asked['what']) => void;
}

/** What the presentation with this id tells, and the way to ask it for something. */
export function useTold(id: string): Notes {
  const [told, setTold] = useState<Told | null>(null);
  const [state, setState] = useState<Notes['state']>('asking');
  const channel = useRef<NotesChannel>(null);
  const ask = (what: Asked['what']) => channel.current?.post({ kind: 'ask', what });

  useEffect(() => {
    const waiting = setTimeout(() => setState((now) => (now === 'asking' ? 'gone' : now)), PATIENCE);
    const hello = () => opened.post({ kind: 'ask', what: 'hello' });
    const opened = openChannel(id, (data) => {
      const message = readTold(data);
      if (message?.kind === 'here') hello();
      if (message?.kind === 'gone') setState('gone');
      if (message?.kind !== 'told') return;
      setTold(message);
      setState('here');
    });
    channel.current = opened;
    hello();
    return () => {
      clearTimeout(waiting);
      opened.close();
    };
  }, [id]);

  return { told, state, ask };
}
