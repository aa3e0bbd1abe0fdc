import { useState, type ReactNode } from 'react';
import type { Hop, SaidOutcome, Step } from '../../../../traffic/index.ts';
import { useSession } from '../../../session.tsx';
import { Said, TONE_ICONS } from '../../send/Outcome.tsx';
import { stepsOn } from '../../send/sendState.ts';
import { StepList } from '../../send/StepList.tsx';
import styles from './RequestDetail.module.css';

interface SideOfRequestProps {
  title: 'Before' | 'Now';
  said: SaidOutcome;
  /** What is otherwise on the other side; undefined where there is nothing to say on this one. */
  facts: readonly { readonly what: string; readonly value: string | undefined }[];
  /** Null while they are being worked out. */
  hops: readonly Hop[] | null;
  /** The way on the other side: steps that are not on it stand out. */
  other: readonly Hop[];
  /** The steps are those of the text as it is: what decided one can be shown in it, and not only its resource. */
  places: boolean;
  children?: ReactNode;
}

/** How the request ends on one side, and the steps that lead there. */
export function SideOfRequest({ title, said, facts, hops, other, places, children }: SideOfRequestProps) {
  const session = useSession();
  const [chosen, setChosen] = useState<number | null>(null);
  const Icon = TONE_ICONS[said.tone];
  const elsewhere = new Set(stepsOn(other).map(({ step }) => nameOf(step)));
  const choose = (index: number) => {
    setChosen(index);
    const step = stepsOn(hops ?? [])[index]?.step;
    if (!step?.resource || !session.getState().analysis.mesh.byId.has(step.resource)) return;
    const path = places ? (step.path ?? []) : [];
    session.dispatch({ type: 'select', resource: step.resource, path, origin: 'drawer' });
  };
  return (
    <section className={styles.side} aria-label={title}>
      <div className={styles.outcome} data-tone={said.tone}>
        <Icon size={15} aria-hidden className={styles.icon} />
        <p>
          <span className={styles.when}>{title}</span> <Said head={said.head} text={said.text} />
        </p>
        {children}
      </div>
      <dl className={styles.facts}>
        {facts.map(({ what, value }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value ?? 'none'}</dd>
          </div>
        ))}
      </dl>
      {hops && (
        <StepList
          label={`Steps ${title === 'Now' ? 'now' : 'before'}`}
          hops={hops}
          chosen={chosen}
          onPress={choose}
          {...(other.length > 0 && {
            marked: { has: (step) => !elsewhere.has(nameOf(step)), word: 'otherwise' },
          })}
        />
      )}
    </section>
  );
}

const nameOf = ({ code, resource, result, text }: Step): string =>
  JSON.stringify([code, resource, result, text]);
