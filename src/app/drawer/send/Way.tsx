import { RovingList } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { chooseStep } from './send.ts';
import { sendStore, type Answer } from './sendState.ts';
import { StepRow } from './StepRow.tsx';
import styles from './Steps.module.css';

/** The request's way through Envoy's stages, what did not take it, and what is not evaluated. */
export function Way({ answer }: { answer: Answer }) {
  const session = useSession();
  const chosen = useStore(sendStore, (state) => state.step);
  const stale = useSessionState((state) => state.analysis.mesh !== answer.mesh);
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
          />
        )}
      </RovingList>
    </div>
  );
}
