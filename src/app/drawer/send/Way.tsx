import { Button, RovingList } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { ruleAtPath, type RuleRef } from '../../../traffic/index.ts';
import { chooseStep } from './send.ts';
import { sendStore, type Answer } from './sendState.ts';
import { StepRow } from './StepRow.tsx';
import { nameIn } from './words.ts';
import { useStale } from './useStale.ts';
import styles from './Steps.module.css';

/** The request's way through Envoy's stages, what did not take it, and what is not evaluated. */
export function Way({ answer }: { answer: Answer }) {
  const session = useSession();
  const chosen = useStore(sendStore, (state) => state.step);
  const stale = useStale(answer);
  const { steps } = answer.trace;
  let count = 0;
  const rows = steps.map((step, index) => ({
    step,
    key: String(index),
    index,
    number: step.result === 'taken' ? ++count : null,
  }));
  return (
    <div className={styles.way} data-stale={stale || undefined}>
      <RovingList
        label="Steps of the request"
        className={styles.list}
        items={rows}
        keyOf={({ key }) => key}
        heightOf={() => 27}
        first={rows.findIndex(({ index }) => index === chosen)}
        onActive={({ index }) => sendStore.set({ step: index })}
      >
        {({ step, index, number }, stop) => (
          <StepRow
            step={step}
            number={number}
            current={index === chosen}
            stop={stop}
            onPress={() => chooseStep(session, index)}
          >
            <AskWhy rule={step.result === 'passed' ? ruleOf(step) : undefined} tabIndex={stop.tabIndex} />
          </StepRow>
        )}
      </RovingList>
    </div>
  );
}

const ruleOf = ({ resource, path }: Answer['trace']['steps'][number]): RuleRef | undefined =>
  resource === undefined || path === undefined
    ? undefined
    : ruleAtPath({ id: resource, type: nameIn(resource).kind }, path);

function AskWhy({ rule, tabIndex }: { rule: RuleRef | undefined; tabIndex: 0 | -1 }) {
  if (!rule) return null;
  return (
    <Button
      size="small"
      className={styles.ask}
      tabIndex={tabIndex}
      onClick={() => sendStore.set({ why: rule })}
    >
      Why not?
    </Button>
  );
}
