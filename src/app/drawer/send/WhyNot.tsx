import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Told } from '../../../session/index.ts';
import { differenceText, ruleTitle } from '../../../traffic/index.ts';
import { rulesOf } from '../../../routing/index.ts';
import { Button, IconButton } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { ask } from './ask.ts';
import { sendThis } from './send.ts';
import { sendStore, type Answer, type AskedWhy } from './sendState.ts';
import styles from './WhyNot.module.css';

const SHOWN = 4;

/** Asked anew for another request, rule or text. */
function useWhyNot({ revision }: Answer, { request, rule }: AskedWhy): Told<'why-not'> | null {
  const session = useSession();
  const [found, setFound] = useState<{ readonly revision: number; readonly told: Told<'why-not'> }>();
  useEffect(() => {
    let gone = false;
    void ask(session, 'why-not', { request, rule }).then((reply) => {
      if (!gone && reply && 'told' in reply) setFound({ revision, told: reply.told });
    });
    return () => {
      gone = true;
    };
  }, [session, request, revision, rule]);
  return found?.told ?? null;
}

/** Why a rule did not take the request, what is the least that would have to be different, and that request to send. */
export function WhyNot({ answer, why: asked }: { answer: Answer; why: AskedWhy }) {
  const session = useSession();
  const { rule } = asked;
  const mesh = useSessionState((state) => state.analysis.mesh);
  const resource = mesh.byId.get(rule.resource);
  const found = useWhyNot(answer, asked);
  const own =
    resource && rulesOf(resource).find((one) => one.section === rule.section && one.index === rule.index);
  const heading = useRef<HTMLHeadingElement>(null);
  const there = found !== null;
  useEffect(() => {
    // It was asked for with the keyboard elsewhere, and stands above that place. Who types by now is not disturbed.
    if (there && !document.activeElement?.matches('input, textarea')) heading.current?.focus();
  }, [there]);
  if (!found || !resource || !own) return null;
  const { taken, missed, nearest, why } = found;
  return (
    <section className={styles.why} aria-label="Why not?">
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {taken ? `${ruleTitle(resource, own)} takes this request` : `Why not ${ruleTitle(resource, own)}?`}
        </h2>
        {nearest && (
          <Button size="small" look="primary" onClick={() => void sendThis(session, nearest.request)}>
            Send that request instead
          </Button>
        )}
        <IconButton
          label="Close “Why not?”"
          className={styles.close}
          onClick={(event) => {
            const steps = event.currentTarget.closest('section[aria-label="Where the request goes"]');
            sendStore.set({ why: null });
            steps?.querySelector<HTMLElement>('[data-stop][tabindex="0"]')?.focus();
          }}
        >
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <ul className={styles.reasons}>
        {missed.slice(0, SHOWN).map(({ match, failed }) => (
          <li key={match ?? 'none'}>
            {match === null ? '' : missed.length > 1 ? `Match ${match + 1}: ` : ''}
            {failed.length
              ? `${failed.map(({ text }) => text).join('; ')}.`
              : 'It would match, but something before it decides.'}
          </li>
        ))}
        {missed.length > SHOWN && <li>And {missed.length - SHOWN} matches more.</li>}
        {nearest && (
          <li>
            <b>It would take the request if</b> {nearest.differences.map(differenceText).join(', and ')}.
          </li>
        )}
        {why && <li>{why}</li>}
      </ul>
    </section>
  );
}
