import type { Ref, SelectHTMLAttributes } from 'react';
import styles from './Choice.module.css';

interface ChoiceProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  value: string;
  ref?: Ref<HTMLSelectElement>;
  options: readonly { value: string; title: string }[];
  onChange: (value: string) => void;
}

/** One of many, by the system's own list: it is quick, and phones know it. */
export function Choice({ options, onChange, className, ...rest }: ChoiceProps) {
  return (
    <select
      className={[styles.choice, className].filter(Boolean).join(' ')}
      onChange={(event) => onChange(event.target.value)}
      {...rest}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  );
}
