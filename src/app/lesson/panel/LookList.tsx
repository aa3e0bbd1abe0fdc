import { Eye, Send } from 'lucide-react';
import { useId } from 'react';
import { resourcesMeant, sayRequest, type LookAt } from '../../../lessons/index.ts';
import type { Request } from '../../../traffic/index.ts';
import { canvasStore } from '../../canvas/state/canvasState.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Button } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { showOutcome } from '../../shell/layout/showPane.ts';
import { useStore } from '../../useStore.ts';
import { pointAt } from '../follow.ts';
import styles from './StepView.module.css';

/** What a step wants looked at: a light on the canvas, and requests that one click sends. */
export function LookList({ look }: { look: LookAt }) {
  const session = useSession();
  const mesh = useSessionState((state) => state.analysis.mesh);
  const pointed = useStore(canvasStore, (state) => state.pointed !== null);
  const found = look.resources.flatMap((pattern) => resourcesMeant(mesh, pattern));
  return (
    <LookButtons
      found={found.map(({ name }) => name)}
      requests={look.requests}
      lit={pointed}
      onLight={() => {
        pointAt(session, pointed ? [] : look.resources);
        if (!pointed) showOutcome(session, 'canvas');
      }}
      onSend={(request) =>
        void import('../../drawer/send/index.ts')
          .then(({ sendShown }) => sendShown(session, request))
          .catch(tellFailure(session, 'The request could not be sent'))
      }
    />
  );
}

/** The buttons for what to look at: `found` are the names of the resources to highlight. */
export function LookButtons({
  found,
  requests,
  lit,
  inert,
  onLight,
  onSend,
}: {
  found: readonly string[];
  requests: readonly Request[];
  lit: boolean;
  /** Why the buttons do nothing here. */
  inert?: string;
  onLight: () => void;
  onSend: (request: Request) => void;
}) {
  const id = useId();
  const off = inert === undefined ? {} : { 'aria-disabled': true, 'data-tip': inert };
  if (found.length === 0 && requests.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h4 id={id}>What to look at</h4>
      <div className={styles.buttons}>
        {found.length > 0 && (
          <Button size="small" className={styles.light} aria-pressed={lit} {...off} onClick={onLight}>
            <Eye size={13} aria-hidden />
            {found.length === 1 ? `Highlight ${found[0]}` : `Highlight ${found.length} resources`}
          </Button>
        )}
        {requests.map((request, index) => (
          <Button
            key={index}
            size="small"
            className={styles.request}
            {...off}
            onClick={() => onSend(request)}
          >
            <Send size={12} aria-hidden />
            <span>Send {sayRequest(request)}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}
