import { Button, RovingList } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import {
  ruleAtPath,
  sayHop,
  type Hop,
  type Request,
  type RuleRef,
  type Step,
} from '../../../traffic/index.ts';
import { chooseStep } from './send.ts';
import { requestWords } from './requestWords.ts';
import { sendStore, stepsOf, type Answer } from './sendState.ts';
import { StepRow } from './StepRow.tsx';
import { nameIn } from './words.ts';
import { useStale } from './useStale.ts';
import styles from './Steps.module.css';

/** The request's way through Envoy's stages, what did not take it, and what is not evaluated. */
export function Way({ answer }: { answer: Answer }) {
  const session = useSession();
  const chosen = useStore(sendStore, (state) => state.step);
  const stale = useStale(answer);
  const several = answer.onward.length > 0;
  let count = 0;
  const rows = stepsOf(answer).flatMap(({ step, hop, first }, index): readonly Row[] => [
    ...(several && first ? [{ key: `at ${index}`, at: hop }] : []),
    {
      key: String(index),
      step,
      request: hop.request,
      index,
      number: step.result === 'taken' ? ++count : null,
    },
  ]);
  return (
    <div className={styles.way} data-stale={stale || undefined}>
      <RovingList
        label="Steps of the request"
        className={styles.list}
        items={rows}
        keyOf={({ key }) => key}
        isRow={isStep}
        heightOf={() => 27}
        first={rows.findIndex((row) => isStep(row) && row.index === chosen)}
        onActive={(row) => {
          if (!isStep(row) || row.index === chosen) return;
          // Coming in from outside changes no selection; going from step to step does.
          if (chosen === null) sendStore.set({ step: row.index });
          else chooseStep(session, row.index);
        }}
      >
        {(row, stop) =>
          isStep(row) ? (
            <StepRow
              step={row.step}
              number={row.number}
              current={row.index === chosen}
              stop={stop}
              onPress={() => chooseStep(session, row.index)}
            >
              <AskWhy
                rule={row.step.result === 'passed' ? ruleOf(row.step) : undefined}
                request={row.request}
                index={row.index}
                tabIndex={stop.tabIndex}
              />
            </StepRow>
          ) : (
            <p className={styles.hop}>
              At {sayHop(row.at)}: <code>{requestWords(row.at.request)}</code>
            </p>
          )
        }
      </RovingList>
    </div>
  );
}

interface StepItem {
  readonly key: string;
  readonly step: Step;
  readonly request: Request;
  readonly index: number;
  /** Counts what the request passes; null for what is only told. */
  readonly number: number | null;
}
/** A step, or the heading of a proxy's steps. */
type Row = StepItem | { readonly key: string; readonly at: Hop };

const isStep = (row: Row): row is StepItem => 'step' in row;

const ruleOf = ({ resource, path }: Step): RuleRef | undefined =>
  resource === undefined || path === undefined
    ? undefined
    : ruleAtPath({ id: resource, type: nameIn(resource).kind }, path);

interface AskWhyProps {
  rule: RuleRef | undefined;
  request: Request;
  /** Of the step: the keyboard comes back to it. */
  index: number;
  tabIndex: 0 | -1;
}

function AskWhy({ rule, request, index, tabIndex }: AskWhyProps) {
  if (!rule) return null;
  return (
    <Button
      size="small"
      className={styles.ask}
      tabIndex={tabIndex}
      onClick={() => sendStore.set({ step: index, why: { rule, request } })}
    >
      Why not?
    </Button>
  );
}
