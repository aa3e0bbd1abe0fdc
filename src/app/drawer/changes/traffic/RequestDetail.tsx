import { Send, X } from 'lucide-react';
import { useState } from 'react';
import type { Hop, Request } from '../../../../traffic/index.ts';
import { useCanvasState } from '../../../canvas/state/useCanvasState.ts';
import { Button, IconButton, Segmented } from '../../../controls/index.ts';
import { useSession, useSessionState } from '../../../session.tsx';
import { useWidth } from '../../../shell/layout/width.ts';
import { KeepForm } from '../../send/KeepForm.tsx';
import { dismissWay, sendShown } from '../../send/send.ts';
import type { Answer } from '../../send/sendState.ts';
import type { Compared } from './compareState.ts';
import type { Entry } from './entries.ts';
import { SideOfRequest } from './SideOfRequest.tsx';
import { useWays } from './useWays.ts';
import styles from './RequestDetail.module.css';

const SIDES = [
  { value: 'before', title: 'Before' },
  { value: 'now', title: 'Now' },
] as const;

/** One request before and now: what is otherwise, how it ends, and the steps that lead there. */
export function RequestDetail({ entry, compared }: { entry: Entry; compared: Compared }) {
  const { one } = entry;
  const { changes } = entry.difference;
  const ways = useWays(one.request, compared);
  const [keeping, setKeeping] = useState(false);
  const [side, setSide] = useState<'before' | 'now'>('now');
  const both = useWidth() === 'wide';
  const answer = useAnswer(one.request, ways?.now ?? []);
  if (keeping && answer)
    return (
      <div className={styles.keep}>
        <KeepForm answer={answer} onClose={() => setKeeping(false)} />
      </div>
    );
  const actions = (
    <Actions request={one.request} onKeep={one.expectation || !answer ? null : () => setKeeping(true)} />
  );
  return (
    <section className={styles.detail} aria-label="The request before and now">
      {!both && (
        <div className={styles.switch}>
          <Segmented label="Show" value={side} options={SIDES} onChange={setSide} />
          {actions}
        </div>
      )}
      <div className={styles.sides}>
        {(both || side === 'before') && (
          <SideOfRequest
            title="Before"
            said={one.before}
            facts={changes.map(({ what, before }) => ({ what, value: before }))}
            hops={ways?.before ?? null}
            other={ways?.now ?? []}
            places={false}
          />
        )}
        {(both || side === 'now') && (
          <SideOfRequest
            title="Now"
            said={one.after}
            facts={changes.map(({ what, after }) => ({ what, value: after }))}
            hops={ways?.now ?? null}
            other={ways?.before ?? []}
            places
          >
            {both && actions}
          </SideOfRequest>
        )}
      </div>
    </section>
  );
}

/** What can be done with the request; `onKeep` is missing where it is kept already. */
function Actions({ request, onKeep }: { request: Request; onKeep: (() => void) | null }) {
  const session = useSession();
  const lit = useCanvasState((state) => state.sent !== null);
  return (
    <div className={styles.actions}>
      {onKeep && (
        <Button size="small" onClick={onKeep}>
          Keep as expectation …
        </Button>
      )}
      <IconButton label="Show it in Send a request" onClick={() => void sendShown(session, request)}>
        <Send size={14} aria-hidden />
      </IconButton>
      {lit && (
        <IconButton label="Take its way off the canvas" onClick={dismissWay}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

/** What became of it now, as if it had been sent. */
function useAnswer(request: Request, now: readonly Hop[]): Answer | null {
  const revision = useSessionState((state) => state.revision);
  const workspace = useSessionState((state) => state.workspace.id);
  const [first, ...onward] = now;
  return first ? { request, trace: first.trace, onward, picked: 0, seed: 0, revision, workspace } : null;
}
