import { Button } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { ruleAtPath, type RuleRef, type Step } from '../../../traffic/index.ts';
import { chooseStep } from './send.ts';
import { hopsOf, sendStore, type Answer } from './sendState.ts';
import { StepList, type StepItem } from './StepList.tsx';
import { nameIn } from './words.ts';
import { useStale } from './useStale.ts';
import styles from './Steps.module.css';

/** The request's way through Envoy's stages, what did not take it, and what is not evaluated. */
export function Way({ answer }: { answer: Answer }) {
  const session = useSession();
  const chosen = useStore(sendStore, (state) => state.step);
  const stale = useStale(answer);
  return (
    <div className={styles.way} data-stale={stale || undefined}>
      <StepList
        label="Steps of the request"
        hops={hopsOf(answer)}
        chosen={chosen}
        onPress={(index) => chooseStep(session, index)}
        onActive={(index) => {
          if (index === chosen) return;
          // Coming in from outside changes no selection; going from step to step does.
          if (chosen === null) sendStore.set({ step: index });
          else chooseStep(session, index);
        }}
      >
        {(item, tabIndex) => <AskWhy item={item} tabIndex={tabIndex} />}
      </StepList>
    </div>
  );
}

const ruleOf = ({ resource, path }: Step): RuleRef | undefined =>
  resource === undefined || path === undefined
    ? undefined
    : ruleAtPath({ id: resource, type: nameIn(resource).kind }, path);

function AskWhy({ item: { step, request, index }, tabIndex }: { item: StepItem; tabIndex: 0 | -1 }) {
  const rule = step.result === 'passed' ? ruleOf(step) : undefined;
  if (!rule) return null;
  return (
    <Button
      size="small"
      className={styles.ask}
      tabIndex={tabIndex}
      // The keyboard comes back to the step.
      onClick={() => sendStore.set({ step: index, why: { rule, request } })}
    >
      Why not?
    </Button>
  );
}
