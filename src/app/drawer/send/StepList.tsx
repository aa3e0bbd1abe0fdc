import type { ReactNode } from 'react';
import { sayHop, type Hop, type Request, type Step } from '../../../traffic/index.ts';
import { RovingList } from '../../controls/index.ts';
import { requestWords } from './requestWords.ts';
import { stepsOn } from './sendState.ts';
import { StepRow } from './StepRow.tsx';
import styles from './Steps.module.css';

/** A step of a request's way. */
export interface StepItem {
  readonly step: Step;
  /** As it came to the proxy. */
  readonly request: Request;
  /** Among all steps of the way. */
  readonly index: number;
}

interface StepListProps {
  label: string;
  hops: readonly Hop[];
  /** Index of the step that is looked at. */
  chosen: number | null;
  onPress: (index: number) => void;
  /** The keyboard has come to a step. */
  onActive?: (index: number) => void;
  /** Steps that stand out from the others, and why in a word. */
  marked?: { readonly has: (step: Step) => boolean; readonly word: string };
  /** What can be done about a step, beside it. */
  children?: (item: StepItem, tabIndex: 0 | -1) => ReactNode;
}

/** The steps of a request's way through Envoy's stages, proxy by proxy. */
export function StepList({ label, hops, chosen, onPress, onActive, marked, children }: StepListProps) {
  let count = 0;
  const rows = stepsOn(hops).flatMap(({ step, hop, first }, index): readonly Row[] => [
    ...(hops.length > 1 && first ? [{ key: `at ${index}`, at: hop }] : []),
    {
      key: String(index),
      step,
      request: hop.request,
      index,
      number: step.result === 'taken' ? ++count : null,
    },
  ]);
  return (
    <RovingList
      label={label}
      className={styles.list}
      items={rows}
      keyOf={({ key }) => key}
      isRow={isStep}
      heightOf={() => 27}
      first={rows.findIndex((row) => isStep(row) && row.index === chosen)}
      onActive={(row) => isStep(row) && onActive?.(row.index)}
    >
      {(row, stop) =>
        isStep(row) ? (
          <StepRow
            step={row.step}
            number={row.number}
            current={row.index === chosen}
            stop={stop}
            mark={marked?.has(row.step) ? marked.word : undefined}
            onPress={() => onPress(row.index)}
          >
            {children?.(row, stop.tabIndex)}
          </StepRow>
        ) : (
          <p className={styles.hop}>
            At {sayHop(row.at)}: <code>{requestWords(row.at.request)}</code>
          </p>
        )
      }
    </RovingList>
  );
}

/** A step, or the heading of a proxy's steps. */
type Row =
  | (StepItem & {
      readonly key: string;
      /** Counts what the request passes; null for what is only told. */
      readonly number: number | null;
    })
  | { readonly key: string; readonly at: Hop };

const isStep = (row: Row): row is Extract<Row, StepItem> => 'step' in row;
