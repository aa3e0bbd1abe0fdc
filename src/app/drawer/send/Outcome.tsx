import { CircleAlert, CircleCheck, CircleDashed, ListChecks, X } from 'lucide-react';
import { sayJourney, type SaidOutcome } from '../../../traffic/index.ts';
import { IconButton } from '../../controls/index.ts';
import { useStore } from '../../useStore.ts';
import { useCanvasState } from '../../canvas/state/useCanvasState.ts';
import { dismissWay } from './send.ts';
import { hopsOf, sendStore, showView, type Answer } from './sendState.ts';
import { useStale } from './useStale.ts';
import styles from './Outcome.module.css';

export const TONE_ICONS: Readonly<Record<SaidOutcome['tone'], typeof CircleCheck>> = {
  good: CircleCheck,
  odd: CircleDashed,
  bad: CircleAlert,
};

/** How the request ends, in one sentence, and what can be done with it. */
export function Outcome({ answer }: { answer: Answer }) {
  const stale = useStale(answer);
  const sends = useStore(sendStore, (state) => state.sends);
  const shown = useCanvasState((state) => state.sent !== null);
  const { tone, head, text } = sayJourney(hopsOf(answer));
  const Icon = TONE_ICONS[tone];
  return (
    <div className={styles.outcome} data-tone={tone} data-stale={stale || undefined} aria-busy={stale}>
      <Icon size={16} aria-hidden className={styles.icon} />
      <output className={styles.words} aria-label="Outcome">
        {stale ? (
          'The configuration has changed: working it out again …'
        ) : (
          <>
            <Said head={head} text={text} />
            {sends % 2 === 1 ? ' ' : ''}
          </>
        )}
      </output>
      <IconButton label="Suggested requests" className={styles.close} onClick={() => showView('suggested')}>
        <ListChecks size={14} aria-hidden />
      </IconButton>
      {shown && (
        <IconButton label="Take its way off the canvas" className={styles.close} onClick={dismissWay}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

/** The words in front stand out; where the sentence begins with them they are not said twice. */
export function Said({ head, text }: Pick<SaidOutcome, 'head' | 'text'>) {
  return text.startsWith(head) ? (
    <>
      <strong>{head}</strong>
      {text.slice(head.length)}
    </>
  ) : (
    <>
      <strong>{head}:</strong> {text}
    </>
  );
}
