import { Check, Info, Minus } from 'lucide-react';
import type { Step } from '../../../traffic/index.ts';
import { formatPath } from '../../../yaml/index.ts';
import type { Stop } from '../../controls/index.ts';
import { colourOf } from '../../theme/kinds.ts';
import { nameIn, STAGES } from './words.ts';
import styles from './Steps.module.css';

const RESULTS: Readonly<Record<Step['result'], string>> = {
  taken: '',
  passed: 'does not match',
  note: 'note',
};

interface StepRowProps {
  step: Step;
  /** Counts what the request passes; null for what is only told. */
  number: number | null;
  current: boolean;
  stop: Stop;
  /** Why it stands out from the others, in a word. */
  mark?: string | undefined;
  onPress: () => void;
  children?: React.ReactNode;
}

/** One thing that was decided, where; press it to see that place everywhere. */
export function StepRow({ step, number, current, stop, mark, onPress, children }: StepRowProps) {
  const of = step.resource === undefined ? undefined : nameIn(step.resource);
  // A sidecar's listener and what the destination gets follow from a resource, and are not of it.
  const follows = step.stage === 'upstream' || (step.stage === 'listener' && of?.kind !== 'Gateway');
  const title = of && !follows ? of.name : STAGES[step.stage];
  const colour =
    step.stage === 'upstream' ? 'var(--external)' : of && !follows ? colourOf(of.kind) : undefined;
  return (
    <div
      className={current ? `${styles.row} ${styles.current}` : styles.row}
      data-result={step.result}
      data-marked={mark !== undefined || undefined}
    >
      <button
        type="button"
        {...stop}
        className={styles.main}
        aria-current={current ? 'step' : undefined}
        onClick={onPress}
      >
        <span
          className={styles.marker}
          style={number === null ? undefined : { background: colour }}
          data-number={number !== null || undefined}
        >
          {number ??
            (step.result === 'passed' ? (
              <Minus size={12} aria-hidden />
            ) : step.code === 'NOT_EVALUATED' ? (
              <Info size={12} aria-hidden />
            ) : (
              <Check size={12} aria-hidden />
            ))}
        </span>
        <span className={styles.title}>{title}</span>
        <span className={styles.text}>
          {mark && <span className="visually-hidden">{mark}: </span>}
          {RESULTS[step.result] && <span className="visually-hidden">{RESULTS[step.result]}: </span>}
          {step.text}
        </span>
        {step.path && step.path.length > 1 && <code className={styles.path}>{formatPath(step.path)}</code>}
      </button>
      {children}
    </div>
  );
}
