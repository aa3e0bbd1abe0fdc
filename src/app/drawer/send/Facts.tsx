import { factsOf, sayHop } from '../../../traffic/index.ts';
import { Calm } from '../Calm.tsx';
import { hopsOf, type Answer } from './sendState.ts';
import { useStale } from './useStale.ts';
import styles from './Side.module.css';

/** What the destination sees of the request, and what the proxy does about it. */
export function Facts({ answer }: { answer: Answer | null }) {
  const stale = useStale(answer);
  if (!answer)
    return <Calm title="Nothing sent yet" detail="Here stands what the destination sees of a request." />;
  const parts = hopsOf(answer)
    .map((hop) => ({ at: sayHop(hop), facts: factsOf(hop.trace.outcome) }))
    .filter(({ facts }) => facts.length > 0)
    .reverse();
  if (parts.length === 0)
    return <Calm title="It does not arrive" detail="So there is nothing that a destination could see." />;
  return (
    <section
      className={styles.facts}
      data-stale={stale || undefined}
      aria-label="As the destination sees it"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and holds nothing that takes the keyboard
      tabIndex={0}
    >
      {parts.map(({ at, facts }, part) => (
        <div key={at}>
          {parts.length > 1 && <h3>{part === 0 ? `From ${at}` : `Before that, from ${at}`}</h3>}
          <dl>
            {facts.map(({ title, value, odd }, index) => (
              <div key={`${title} ${index}`} data-odd={odd || undefined}>
                <dt>{title}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
