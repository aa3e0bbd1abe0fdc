import { Eye, Send } from 'lucide-react';
import { resourcesMeant, sayRequest, type LookAt } from '../../../lessons/index.ts';
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
  if (found.length === 0 && look.requests.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="lesson-look">
      <h4 id="lesson-look">What to look at</h4>
      <div className={styles.buttons}>
        {found.length > 0 && (
          <Button
            size="small"
            className={styles.light}
            aria-pressed={pointed}
            onClick={() => {
              pointAt(session, pointed ? [] : look.resources);
              if (!pointed) showOutcome(session, 'canvas');
            }}
          >
            <Eye size={13} aria-hidden />
            {found.length === 1 ? `Highlight ${found[0]?.name}` : `Highlight ${found.length} resources`}
          </Button>
        )}
        {look.requests.map((request, index) => (
          <Button
            key={index}
            size="small"
            className={styles.request}
            onClick={() =>
              void import('../../drawer/send/index.ts')
                .then(({ sendShown }) => sendShown(session, request))
                .catch(tellFailure(session, 'The request could not be sent'))
            }
          >
            <Send size={12} aria-hidden />
            <span>Send {sayRequest(request)}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}
