import { useId, type ReactNode } from 'react';
import styles from './referrals.module.css';

export interface ReferralOption<T extends string> {
  readonly value: T;
  readonly title: string;
  readonly words: ReactNode;
  /** Stands beside the title: to what it is redirected. */
  readonly more?: ReactNode;
}

interface ReferralChoiceProps<T extends string> {
  legend: string;
  value: T;
  options: readonly ReferralOption<T>[];
  onChange: (value: T) => void;
}

/** One of a few things that can become of the places which name something. */
export function ReferralChoice<T extends string>({
  legend,
  value,
  options,
  onChange,
}: ReferralChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <div key={option.value} className={styles.option}>
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={id}
            checked={option.value === value}
            aria-describedby={`${id}-${option.value}-words`}
            onChange={() => onChange(option.value)}
          />
          <div>
            <span className={styles.title}>
              <label htmlFor={`${id}-${option.value}`}>{option.title}</label>
              {option.more}
            </span>
            <p id={`${id}-${option.value}-words`}>{option.words}</p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
